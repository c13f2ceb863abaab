import type { PathStep } from '../../core/path-step.ts';
import { union, type AddressSet, type IpFamily } from '../address-set.ts';
import { withDoubts, type Doubt } from '../doubt.ts';
import type { Blocker } from '../flow.ts';
import type { Network } from '../network.ts';
import { originKey, type Origin } from '../origin.ts';
import { reach, type ReachOptions } from '../reach.ts';
import { formsOf, hasGateway, servesForm, type AwsService, type ServiceForm } from './aws-service.ts';
import { endpointDestinations } from './endpoint-destinations.ts';
import { https } from './https.ts';
import { publicReach } from './public-reach.ts';
import type { EndpointPart } from './record-target.ts';
import { resolveName, type NameAnswer } from './resolve-name.ts';
import { settled, type Settled } from './settled.ts';
import { vpcEndpointsOf } from './vpc-endpoints-of.ts';

/** What the name of a service leads to. */
export interface ServiceName {
  /** What clients ask for. */
  readonly host: string;
  /** `nothing`: the name is answered, and has no address; `unknown`: nobody can say. */
  readonly resolvesTo: 'endpoint' | 'private-zone' | 'public' | 'nothing' | 'unknown';
  /** What makes it so, as a clause. */
  readonly why: string;
}

/** How an origin gets to a service of AWS by the name that its clients use. */
export interface EndpointReach {
  /** By a VPC endpoint; over public addresses; not at all; or nobody can say. */
  readonly verdict: 'private' | 'public' | 'nowhere' | 'undecided';
  /** The endpoint that answers, also where it cannot be reached. */
  readonly endpoint?: string | undefined;
  /** Is that a gateway endpoint, to which routes lead and no name? */
  readonly gateway: boolean;
  readonly path: readonly PathStep[];
  /** What stops it, where it gets nowhere. */
  readonly blocker?: Blocker | undefined;
  /** Why nobody can say. */
  readonly doubts: readonly Doubt[];
  readonly name: ServiceName;
  /** The zones in which the endpoint has interfaces. */
  readonly zones: readonly string[];
}

type Outcome = Pick<EndpointReach, 'verdict' | 'path' | 'blocker' | 'doubts'>;

const known = new WeakMap<Network, Map<string, EndpointReach>>();

/**
 * Does the name of a service lead an origin to a private path, a public path, or nowhere?
 *
 * A private name decides for every client of the VPC: an endpoint that cannot be reached is an outage, and no fallback to the public addresses.
 * Only where no private name stands for the service, routes and groups decide over its public addresses, also those to a gateway endpoint.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 *
 * @param region of the service; a gateway endpoint leads to its own Region only
 */
export function endpointReach(
  network: Network,
  origin: Origin,
  service: AwsService,
  region: string = origin.place.region,
  options: Pick<ReachOptions, 'ignore'> = {},
): EndpointReach {
  let memo = known.get(network);
  if (memo === undefined) known.set(network, (memo = new Map()));
  const text = [originKey(origin), service, region, ...(options.ignore ?? [])].join('\n');
  let answer = memo.get(text);
  if (answer === undefined) memo.set(text, (answer = evaluated({ network, origin, service, region, options })));
  return answer;
}

interface Question {
  readonly network: Network;
  readonly origin: Origin;
  readonly service: AwsService;
  readonly region: string;
  readonly options: ReachOptions;
}

function evaluated(question: Question): EndpointReach {
  const { network, origin, service, region } = question;
  const [usual, ...others] = formsOf(service, region);
  const answer = byForm(question, usual);
  if (answer.verdict === 'private') return answer;
  for (const form of others) {
    // Who has an endpoint for FIPS alone uses its name.
    if (!vpcEndpointsOf(network, origin.vpcId).some(({ row }) => servesForm(row, form))) continue;
    const other = byForm(question, form);
    if (other.verdict === 'private') return other;
  }
  return answer;
}

const worst: readonly EndpointReach['verdict'][] = ['nowhere', 'undecided', 'public', 'private'];

/** A service with several names is as well reached as the worst of them. */
function byForm(question: Question, form: ServiceForm): EndpointReach {
  const { network, origin } = question;
  const answers = form.hosts.map((host) => byAnswer(question, host, resolveName(network, origin.place, origin.vpcId, form, host)));
  return worst.flatMap((verdict) => answers.find((answer) => answer.verdict === verdict) ?? [])[0] as EndpointReach;
}

function byAnswer({ network, origin, service, region, options }: Question, host: string, answer: NameAnswer): EndpointReach {
  const { why } = answer;
  const none = { gateway: false, path: [], doubts: [], zones: [] } as const;
  if (answer.kind === 'unknown') {
    return { ...none, verdict: 'undecided', doubts: answer.doubts, name: { host, resolvesTo: 'unknown', why } };
  }
  if (answer.kind === 'nothing') return { ...none, verdict: 'nowhere', name: { host, resolvesTo: 'nothing', why } };
  if (answer.kind === 'endpoint') {
    const resolvesTo = answer.by === 'private-dns' ? 'endpoint' : 'private-zone';
    return { ...toParts(network, origin, answer.parts, options), name: { host, resolvesTo, why } };
  }
  if (answer.kind === 'addresses') {
    return { ...none, ...toAddresses(network, origin, answer.addresses, options), name: { host, resolvesTo: 'private-zone', why } };
  }
  const { gateway, ...found } = publicReach(network, origin, hasGateway(service) ? service : undefined, region, options);
  return { ...none, ...found, gateway: gateway !== undefined, endpoint: gateway, name: { host, resolvesTo: 'public', why } };
}

/** To the interfaces that a name leads to, any of which a client may be given. */
function toParts(network: Network, origin: Origin, parts: readonly EndpointPart[], options: ReachOptions): Omit<EndpointReach, 'name'> {
  const endpoint = [...new Set(parts.flatMap(({ row }) => row.VpcEndpointId ?? []))].join(', ');
  const family: IpFamily = parts.every(({ row }) => row.IpAddressType === 'ipv6') ? 6 : 4;
  const found = parts.map((part) => endpointDestinations(network, part, family));
  const zones = [...new Set(found.flatMap((each) => each.zones))].sort();
  const base = { endpoint, gateway: false, zones, path: [], doubts: [] };
  const closed = parts.find(({ row }) => row.State?.toLowerCase() !== 'available');
  if (closed !== undefined) return { ...base, ...unavailable(closed) };
  const destinations = found.flatMap((each) => each.destinations);
  const doubts = found.reduce<readonly Doubt[]>((sum, each) => withDoubts(sum, each.doubts), []);
  if (destinations.length === 0) {
    const unseen: Doubt = { code: 'DANGLING', object: endpoint, settledBy: `the interfaces of ${endpoint}`, gap: undefined };
    return { ...base, verdict: 'undecided', doubts: doubts.length > 0 ? doubts : [unseen] };
  }
  const addresses = union(destinations.flatMap((each) => each.addresses));
  const { pieces } = reach(network, origin, family, https(addresses), { ...options, destinations });
  const { verdict, ...more } = settled(pieces, endpoint, 'which of its interfaces the name leads to, not all of which can be reached');
  if (verdict === 'reachable' && doubts.length > 0) return { ...base, ...more, verdict: 'undecided', doubts };
  return { ...base, ...more, verdict: toVerdict(verdict) };
}

function unavailable({ row }: EndpointPart): Outcome {
  const [id, state] = [row.VpcEndpointId ?? '', (row.State ?? '').toLowerCase()];
  if (state === '' || state === 'pending' || state === 'deleting') {
    const doubt: Doubt = { code: 'STATE_CHANGING', object: id, settledBy: `the state of ${id} once it has settled`, gap: undefined };
    return { verdict: 'undecided', path: [], doubts: [doubt] };
  }
  const step = { kind: 'vpc-endpoint', id, detail: `is ${row.State}` };
  return { verdict: 'nowhere', path: [step], doubts: [], blocker: { code: 'GATEWAY_UNAVAILABLE', step } };
}

/** To addresses that a zone gives and no endpoint was seen to hold: whoever holds them decides what becomes of a call. */
function toAddresses(network: Network, origin: Origin, addresses: AddressSet, options: ReachOptions): Outcome {
  // Addresses of both families are told apart by their size: only IPv4 ones are followed, which every interface has.
  const four = addresses.filter(({ last }) => last < 2n ** 32n);
  const { pieces } = reach(network, origin, 4, https(four), options);
  const { verdict, ...more } = settled(pieces, origin.id, 'which of the addresses the name leads to, not all of which can be reached');
  if (verdict !== 'reachable') return { ...more, verdict: toVerdict(verdict) };
  const holder = more.path.at(-1)?.id ?? 'the holder of the address';
  const doubt: Doubt = { code: 'APPLIANCE', object: holder, settledBy: `what ${holder} does with calls to the service`, gap: undefined };
  return { ...more, verdict: 'undecided', doubts: [doubt] };
}

function toVerdict(verdict: Settled['verdict']): EndpointReach['verdict'] {
  return verdict === 'reachable' ? 'private' : verdict === 'blocked' ? 'nowhere' : 'undecided';
}
