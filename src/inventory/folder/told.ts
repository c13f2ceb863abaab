import { isRecord } from '../expectation.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { regionIn, regionOfZone, regionOfZoneId } from './region-name.ts';

/**
 * One row, or one described resource, as a file tells it.
 *
 * Of the file's own object only what the section's shape names is kept, with what tells where the row belongs.
 */
export interface Told {
  /** What tells one from another within its section. */
  readonly id: string;
  readonly value: object;
  /** The row that a list would have given, where the file is a description. */
  readonly summary?: object;
  /** Says only that the answer is about this. */
  readonly noRow?: boolean;
  readonly place: ToldPlace;
}

/** What a row says of where it belongs. */
export interface ToldPlace {
  /** Its Region, where it tells it. */
  readonly region: string | undefined;
  /** What it lies in, and whose Region is therefore its own. */
  readonly within: readonly string[];
  /** Identifiers, these among them, that may tell the Region in its stead. */
  readonly links: readonly string[];
  /** A Region in a name, which is believed when nothing else tells. */
  readonly likely: string | undefined;
  /** Whose it is, and how much that says of whose view the file is. */
  readonly account: ToldAccount | undefined;
}

/** `caller`: the identity itself. `own`: of a kind that only its own account lists. `owner`: may have been shared by another account. */
export interface ToldAccount {
  readonly id: string;
  readonly weight: 'caller' | 'own' | 'owner';
}

/** Services whose lists show nothing but the caller's own. */
const ownServices = new Set(['sagemaker', 'iam', 'elasticloadbalancing', 'network-firewall']);

/** @param ids the members that identify the row; its ARN is looked for beside them */
export function placeTold(row: JsonObject, ids: readonly string[]): ToldPlace {
  const [, , service = '', region = '', account = ''] = arnOf(row, ids)?.split(':') ?? [];
  const within = containersOf(row);
  return {
    region: regionIn(region) ?? regionOfRow(row),
    within,
    links: [...within, ...companionsOf(row)],
    likely: likelyRegion(row),
    account: accountTold(row, service, account),
  };
}

/** The row's own ARN: `SubnetArn` beside `SubnetId`, `ModelArn` beside `ModelName`. ARNs of other things in it tell nothing of its place. */
function arnOf(row: JsonObject, ids: readonly string[]): string | undefined {
  const members = [...ids.map((id) => id.replace(/(?:Id|Name)$/, 'Arn')), 'Arn', 'SecurityGroupArn', 'ResourceArn', 'UserProfileArn'];
  return members.flatMap((member) => textOf(row, member) ?? []).find((text) => text.startsWith('arn:'));
}

function regionOfRow(row: JsonObject): string | undefined {
  const zones = Array.isArray(row['AvailabilityZones']) ? row['AvailabilityZones'].filter((zone) => typeof zone === 'string') : [];
  return (
    regionOfZone(textOf(row, 'AvailabilityZone') ?? '') ??
    regionOfZoneId(textOf(row, 'AvailabilityZoneId') ?? '') ??
    regionOfZone(zones[0] ?? '') ??
    regionIn(textOf(row, 'AwsRegion') ?? '') ??
    regionOfPeering(row)
  );
}

/** A peering within one Region; of one between two either may be meant. */
function regionOfPeering(row: JsonObject): string | undefined {
  const [one, other] = [row['RequesterVpcInfo'], row['AccepterVpcInfo']].map((side) =>
    isRecord(side) ? textOf(side, 'Region') : undefined,
  );
  return one !== undefined && one === other ? regionIn(one) : undefined;
}

/** Owners, roles and zones have identifiers, too, and are no place. */
const containers = ['VpcId', 'VPCId', 'SubnetId', 'DomainId'];
const companions = ['TransitGatewayId', 'FirewallRuleGroupId', 'ResolverRuleId', 'LoadBalancerArn', 'ResourceId'];

function containersOf(row: JsonObject): readonly string[] {
  const attached = Array.isArray(row['Attachments']) ? row['Attachments'] : [];
  return [...textsIn(row, containers), ...attached.flatMap((gateway) => (isRecord(gateway) ? textsIn(gateway, ['VpcId']) : []))];
}

function companionsOf(row: JsonObject): readonly string[] {
  const sides = [row['RequesterVpcInfo'], row['AccepterVpcInfo']];
  return [...textsIn(row, companions), ...sides.flatMap((side) => (isRecord(side) ? textsIn(side, ['VpcId']) : []))];
}

function textsIn(row: JsonObject, members: readonly string[]): readonly string[] {
  return members.flatMap((member) => textOf(row, member) ?? []);
}

/** `com.amazonaws.us-west-2.s3`; but the service of an endpoint may be of another Region, and then ServiceRegion is there. */
function likelyRegion(row: JsonObject): string | undefined {
  if (textOf(row, 'ServiceRegion') !== undefined) return undefined;
  const name = textOf(row, 'ServiceName') ?? textOf(row, 'PrefixListName') ?? '';
  return name.startsWith('com.amazonaws.') ? regionIn(name) : undefined;
}

const accountId = /^\d{12}$/;

function accountTold(row: JsonObject, service: string, ofArn: string): ToldAccount | undefined {
  if (accountId.test(ofArn) && ownServices.has(service)) return { id: ofArn, weight: 'own' };
  const own = textOf(row, 'AwsAccountId');
  if (own !== undefined && accountId.test(own)) return { id: own, weight: 'own' };
  const owner = textOf(row, 'OwnerId') ?? ofArn;
  return accountId.test(owner) ? { id: owner, weight: 'owner' } : undefined;
}

/** The place of what says nothing of it but identifiers. */
export function placeBy(...links: readonly string[]): ToldPlace {
  return { region: undefined, within: [], links, likely: undefined, account: undefined };
}
