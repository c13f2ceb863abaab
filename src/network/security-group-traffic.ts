import type { SecurityGroup } from '../inventory/sections/security-groups.ts';
import { parseCidr, type AddressSet, type IpFamily } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { addressesOfEntries, type EntriesOf } from './prefix-list-entries.ts';
import { ruleValues } from './rule-values.ts';
import { isEmpty, noTraffic, trafficOf, uniteAll, type Traffic } from './traffic.ts';

export type Direction = 'IpPermissions' | 'IpPermissionsEgress';

type Permission = NonNullable<SecurityGroup[Direction]>[number];
export type GroupPair = NonNullable<Permission['UserIdGroupPairs']>[number];

/** The private addresses of the interfaces that carry a referenced group: at least, at most, and why these differ. */
export interface Members {
  readonly must: AddressSet;
  readonly may: AddressSet;
  readonly doubt: Doubt | undefined;
}

/** Who a reference means, as seen from the group that holds it. */
export type MembersOf = (pair: GroupPair, group: SecurityGroup) => Members;

/** One address block, list or reference of one rule, and what it lets pass. */
export interface GroupRule {
  readonly groupId: string;
  /** Where it stands in the answer, such as `IpPermissionsEgress[0].IpRanges[1].CidrIp`. */
  readonly path: string;
  /** What stands there: a block, a list's id, a group's id. */
  readonly peer: string;
  readonly permission: Pick<Permission, 'IpProtocol' | 'FromPort' | 'ToPort'>;
  readonly admits: Traffic;
}

/** What the groups of an interface let pass in one direction: at least `must`, at most `may`, which differ where something is not known. */
export interface GroupTraffic {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly rules: readonly GroupRule[];
  readonly doubts: readonly Doubt[];
}

/**
 * What security groups let pass: all that any rule of any of them allows. They are stateful, so only the direction in which a flow is opened
 * matters. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 *
 * @param groups all groups of one interface
 * @throws TooComplex
 */
export function securityGroupTraffic(
  groups: readonly SecurityGroup[],
  direction: Direction,
  family: IpFamily,
  entriesOf: EntriesOf,
  membersOf: MembersOf,
): GroupTraffic {
  const doubts: Doubt[] = [];
  const doubted: Traffic[] = [];
  const rules: GroupRule[] = [];
  for (const group of groups) {
    const groupId = group.GroupId ?? '';
    const permissions = group[direction];
    if (permissions === undefined) {
      doubts.push({ code: 'UNREADABLE', object: groupId, settledBy: `the rules of ${groupId}`, gap: undefined });
      doubted.push(trafficTo({ IpProtocol: '-1' }, everyAddress[family], family).traffic);
      continue;
    }
    for (const [index, permission] of permissions.entries()) {
      const base = `${direction}[${index}]`;
      for (const part of partsOf(permission, base, family, entriesOf, (pair) => membersOf(pair, group))) {
        const { traffic, unread } = trafficTo(permission, part.addresses, family);
        const sense = unread === undefined ? undefined : unreadable(groupId, `${base}.${unread}`);
        const doubt = part.doubt ?? sense;
        if (sense === undefined && !isEmpty(traffic))
          rules.push({ groupId, path: part.path, peer: part.peer, permission, admits: traffic });
        if (doubt !== undefined) {
          doubts.push(doubt);
          doubted.push(trafficTo(permission, part.atMost, family).traffic);
        }
      }
    }
  }
  const must = uniteAll([noTraffic, ...rules.map(({ admits }) => admits)]);
  return { must, may: doubted.length === 0 ? must : uniteAll([must, ...doubted]), rules, doubts };
}

/** The groups that the rules of some groups refer to. */
export function groupsReferredTo(groups: readonly SecurityGroup[], direction: Direction): ReadonlySet<string> {
  const pairs = groups.flatMap((group) => (group[direction] ?? []).flatMap(({ UserIdGroupPairs }) => UserIdGroupPairs ?? []));
  return new Set(pairs.flatMap(({ GroupId }) => GroupId ?? []));
}

interface Part {
  readonly path: string;
  readonly peer: string;
  readonly addresses: AddressSet;
  /** What else it could mean, where there is a doubt. */
  readonly atMost: AddressSet;
  readonly doubt: Doubt | undefined;
}

/** The far ends of one rule, of this family. */
function* partsOf(
  permission: Permission,
  base: string,
  family: IpFamily,
  entriesOf: EntriesOf,
  membersOf: (pair: GroupPair) => Members,
): Generator<Part, void> {
  const blocks =
    family === 4
      ? (permission.IpRanges ?? []).map(({ CidrIp }, at) => ({ path: `${base}.IpRanges[${at}].CidrIp`, block: CidrIp ?? '' }))
      : (permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }, at) => ({ path: `${base}.Ipv6Ranges[${at}].CidrIpv6`, block: CidrIpv6 ?? '' }));
  for (const { path, block } of blocks) {
    const cidr = parseCidr(block);
    if (cidr?.family === family) yield sure(path, block, [{ first: cidr.first, last: cidr.last }]);
    else yield { path, peer: block, addresses: [], atMost: everyAddress[family], doubt: unreadable(block, path) };
  }
  for (const [at, { PrefixListId = '' }] of (permission.PrefixListIds ?? []).entries()) {
    yield listPart(PrefixListId, `${base}.PrefixListIds[${at}].PrefixListId`, family, entriesOf);
  }
  for (const [at, pair] of (permission.UserIdGroupPairs ?? []).entries()) {
    const [path, peer] = [`${base}.UserIdGroupPairs[${at}].GroupId`, pair.GroupId ?? ''];
    const { must, may, doubt } = membersOf(pair);
    yield { path, peer, addresses: must, atMost: may, doubt };
  }
}

function sure(path: string, peer: string, addresses: AddressSet): Part {
  return { path, peer, addresses, atMost: addresses, doubt: undefined };
}

function listPart(id: string, path: string, family: IpFamily, entriesOf: EntriesOf): Part {
  const entries = entriesOf(id);
  const unknownList = (gap: Doubt['gap']): Part => ({
    path,
    peer: id,
    addresses: [],
    atMost: everyAddress[family],
    doubt: { code: 'UNKNOWN_PREFIX_LIST', object: id, settledBy: `the entries of ${id}`, gap },
  });
  if (!entries.known) return unknownList(entries.gap);
  const addresses = entries.value === undefined ? undefined : addressesOfEntries(entries.value, family);
  return addresses === undefined ? unknownList(undefined) : sure(path, id, addresses);
}

function unreadable(object: string, path: string): Doubt {
  return { code: 'UNREADABLE', object, settledBy: `what ${path} means`, gap: undefined };
}

/** What a rule lets pass to or from some addresses; where its protocol or ports make no sense, at most everything. */
function trafficTo(
  permission: Pick<Permission, 'IpProtocol' | 'FromPort' | 'ToPort'>,
  addresses: AddressSet,
  family: IpFamily,
): { readonly traffic: Traffic; readonly unread: string | undefined } {
  const { IpProtocol, FromPort, ToPort } = permission;
  const values = ruleValues(IpProtocol, { from: FromPort, to: ToPort }, family);
  const read = values ?? ruleValues('-1', {}, family);
  const traffic = read === undefined ? noTraffic : trafficOf(addresses, read);
  return { traffic, unread: values === undefined ? 'IpProtocol' : undefined };
}
