import type { PathStep } from '../../core/path-step.ts';
import { Remembered } from '../../inventory/remembered.ts';
import type { PrefixList } from '../../inventory/sections/prefix-lists.ts';
import { union, type AddressSet } from '../address-set.ts';
import { addressesIn } from './record-target.ts';
import { unread, type Doubt } from '../doubt.ts';
import type { Blocker } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { internet } from '../internet.ts';
import { listed, type Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import type { ReachOptions } from '../reach.ts';
import { routerOf } from '../router.ts';
import { httpsReach } from './https-reach.ts';
import { settled } from './settled.ts';
import { servesForm } from './aws-service.ts';

/** What becomes of calls to the public addresses of a service. */
export interface PublicReach {
  readonly verdict: 'private' | 'public' | 'nowhere' | 'undecided';
  /** The gateway endpoint that takes them. */
  readonly gateway?: string | undefined;
  readonly path: readonly PathStep[];
  readonly blocker?: Blocker | undefined;
  readonly doubts: readonly Doubt[];
}

/**
 * Where the public addresses of a service lead to: out to the internet, or through a gateway endpoint, whose route takes the service's prefix list.
 *
 * The addresses of a service without a prefix list are not known; only what holds for all public addresses holds for them.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 *
 * @param gatewayService a service that has a prefix list; undefined for any other
 */
export function publicReach(
  network: Network,
  origin: Origin,
  gatewayService: string | undefined,
  region: string,
  options: ReachOptions,
): PublicReach {
  const own =
    gatewayService !== undefined && region === origin.place.region ? addressesOfService(network, origin, gatewayService) : undefined;
  if (own !== undefined && 'doubt' in own) return { verdict: 'undecided', path: [], doubts: [own.doubt] };
  const pieces = httpsReach(network, origin, 4, own?.addresses ?? internet[4], options);
  // A gateway endpoint that takes some of the internet takes none of the service's, where its addresses are not the list's.
  const meant = own === undefined ? pieces.filter((piece) => !('sink' in piece) || piece.sink?.kind !== 'aws-service') : pieces;
  const { verdict, ...more } = settled(
    meant,
    gatewayService ?? origin.id,
    'which public addresses the service has, not all of which can be reached',
  );
  if (verdict === 'blocked') return { ...more, verdict: 'nowhere' };
  if (verdict === 'undecided') return { ...more, verdict };
  const sinks = meant.flatMap((piece) => (piece.verdict === 'reachable' ? [piece.sink] : []));
  const gateway = sinks.find(({ kind }) => kind === 'aws-service');
  if (sinks.every(({ kind }) => kind === 'aws-service')) return { ...more, verdict: 'private', gateway: gateway?.id };
  const out = meant.find((piece) => piece.verdict === 'reachable' && piece.sink.kind !== 'aws-service');
  return { ...more, verdict: 'public', path: out?.path() ?? more.path };
}

/** The addresses of a service's prefix list, as far as a rule or route of the Region names it; undefined where none does. */
function addressesOfService(
  network: Network,
  origin: Origin,
  service: string,
): { readonly addresses: AddressSet } | { readonly doubt: Doubt } | undefined {
  const { place } = origin;
  const lists = place.facts.prefixLists;
  const routed = routedLists(network, origin, service);
  const found = listed(place, 'prefixLists').filter(
    ({ summary }) =>
      summary.PrefixListName?.endsWith(`.${place.region}.${service}`) === true || routed.includes(summary.PrefixListId ?? ''),
  );
  if (found.length === 0) {
    if (!lists.known) return { doubt: unread(`the addresses of ${service}`, lists.gap) };
    const [id] = routed;
    if (id === undefined) return undefined;
    return { doubt: { code: 'UNKNOWN_PREFIX_LIST', object: id, settledBy: `the entries of ${id}`, gap: undefined } };
  }
  for (const { summary, detail } of found) {
    if (!detail.known) return { doubt: unread(`the entries of ${summary.PrefixListId}`, detail.gap) };
  }
  return { addresses: listAddresses.of(found, () => union(found.flatMap((list) => addressesOfList(list) ?? []))) };
}

const listAddresses = new Remembered<AddressSet>();

/** Of IPv4; undefined where one of its blocks is none. */
function addressesOfList({ detail }: PrefixList): AddressSet | undefined {
  const entries = detail.known ? (detail.value.Entries ?? []) : [];
  return addressesIn(entries.flatMap(({ Cidr }) => (Cidr === undefined || Cidr.includes(':') ? [] : [Cidr])));
}

/** The prefix lists that the origin's own route table sends to a gateway endpoint for the service. */
function routedLists(network: Network, origin: Origin, service: string): readonly string[] {
  const table = routerOf(network, origin.place, origin.subnetId).value?.table;
  if (table?.value === undefined) return [];
  const { value, place } = table;
  return (value.Routes ?? []).flatMap(({ DestinationPrefixListId: list, GatewayId: id }) => {
    if (list === undefined || id?.startsWith('vpce-') !== true) return [];
    const endpoint = find({ network, from: place }, 'vpcEndpoints', idOf.vpcEndpoints, id).value;
    const serves = endpoint !== undefined && servesForm(endpoint, { ending: `${origin.place.region}.${service}`, hosts: [] });
    return serves ? [list] : [];
  });
}
