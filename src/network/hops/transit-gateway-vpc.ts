import type { TransitGatewayVpcAttachment } from '../../inventory/sections/transit-gateway-vpc-attachments.ts';
import { unread, type Doubt } from '../doubt.ts';
import { past, undecided, type Flow, type Piece, type Source } from '../flow.ts';
import { find } from '../found.ts';
import { passesInState } from '../gateway-state.ts';
import { idOf } from '../ids.ts';
import { listed, type Network, type Place } from '../network.ts';
import { routerOf, zoneOf } from '../router.ts';
import { common, isEmpty, uniteAll, without, type Traffic } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import type { GatewayEntry } from './transit-gateway-table.ts';

/**
 * Out of a transit gateway into a VPC: by the attachment's subnet in the sender's zone, and on by that subnet's route table.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function intoVpc(walk: Walk, entry: GatewayEntry, flow: Flow, id: string, vpcId: string | undefined): readonly Piece[] {
  const found = attachmentOf(walk.network, entry, id, vpcId);
  if ('doubt' in found) return [undecided(flow, found.doubt)];
  const { row, place } = found;
  const step = { kind: 'transit-gateway-attachment', id, detail: row.VpcId ?? '' };
  const passes = passesInState(id, row.State);
  if (typeof passes === 'object') return [undecided(flow, passes)];
  if (!passes) return stop(walk, flow, 'NOT_ATTACHED', { ...step, detail: `is ${row.State ?? ''}` });
  if (flow.family === 6 && row.Options?.Ipv6Support !== 'enable')
    return stop(walk, flow, 'FAMILY', { ...step, detail: 'does not carry IPv6' });
  const routers: Router[] = [];
  for (const subnetId of row.SubnetIds ?? []) {
    const router = routerOf(walk.network, place, subnetId);
    if (router.value === undefined) return [undecided(flow, router.doubt)];
    routers.push(router.value);
  }
  if (routers.length === 0) {
    return [undecided(flow, { code: 'UNREADABLE', object: id, settledBy: `the subnets of ${id}`, gap: undefined })];
  }
  const entered: Flow = { ...past(flow, step), source: { ...flow.source, ...knownGroups(walk.network, entry, flow, row) } };
  const near = routers.filter(({ subnet }) => subnet !== undefined && entry.zone !== undefined && zoneOf(subnet) === entry.zone);
  const candidates = near.length > 0 && row.Options?.ApplianceModeSupport !== 'enable' ? near.slice(0, 1) : routers;
  return agreed(candidates.map((router) => walk.forward({ ...router, fromTransitGateway: true }, entered)));
}

/** Where nobody can tell through which subnet it goes: what all of them let pass gets through, and of what only some do nobody can say. */
export function agreed(answers: readonly (readonly Piece[])[]): readonly Piece[] {
  const [first = [], ...others] = answers;
  if (others.length === 0) return first;
  const doubt: Doubt = {
    code: 'ADDRESS_UNKNOWN',
    object: 'transit gateway',
    settledBy: 'the zone by which it enters and leaves the transit gateway',
    gap: undefined,
  };
  return answers.flat().flatMap((piece): readonly Piece[] => {
    if (piece.verdict !== 'reachable') return [piece];
    const traffic = answers.reduce((rest, pieces) => common(rest, reachedBy(pieces, piece.translated)), piece.traffic);
    const rest = without(piece.traffic, traffic);
    const { family, translated, path, sink, inspectedBy } = piece;
    return [
      ...(isEmpty(traffic) ? [] : [{ ...piece, traffic }]),
      ...(isEmpty(rest)
        ? []
        : [{ verdict: 'undecided' as const, family, traffic: rest, translated, path, sink, inspectedBy, doubts: [doubt] as const }]),
    ];
  });
}

function reachedBy(pieces: readonly Piece[], translated: boolean): Traffic {
  return uniteAll(pieces.filter((piece) => piece.verdict === 'reachable' && piece.translated === translated).map(({ traffic }) => traffic));
}

/** The groups of the sender, where gateway and both attachments tell them. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security */
function knownGroups(
  network: Network,
  entry: GatewayEntry,
  { source }: Flow,
  row: TransitGatewayVpcAttachment,
): Pick<Source, 'groups' | 'groupsDoubt'> {
  const from = { network, from: entry.place };
  const gateway = find(from, 'transitGateways', idOf.transitGateways, entry.gateway);
  const own = find(from, 'transitGatewayVpcAttachments', idOf.transitGatewayVpcAttachments, entry.attachment);
  // What was not read may still say so; what was read and is not there does not.
  const hidden = [gateway, own].filter(({ doubt }) => doubt?.gap !== undefined);
  const told = [gateway, own].filter((found) => !hidden.includes(found)).map(({ value }) => value?.Options);
  if (![...told, row.Options].every((options) => options?.SecurityGroupReferencingSupport === 'enable')) return { groups: undefined };
  return { groups: source.groups, groupsDoubt: source.groupsDoubt ?? hidden[0]?.doubt };
}

function attachmentOf(
  network: Network,
  { place: from, gateway }: GatewayEntry,
  id: string,
  vpcId: string | undefined,
): { readonly row: TransitGatewayVpcAttachment; readonly place: Place } | { readonly doubt: Doubt } {
  const settledBy = `${vpcId ?? 'the VPC'} behind ${id}`;
  for (const place of [from, ...network.places.filter((other) => other !== from)]) {
    const row = listed(place, 'transitGatewayVpcAttachments').find(
      ({ TransitGatewayAttachmentId, TransitGatewayId }) =>
        TransitGatewayAttachmentId === id && (TransitGatewayId === undefined || TransitGatewayId === gateway),
    );
    if (row === undefined) continue;
    // The gateway's owner sees every attachment; the subnets behind it are shown to the owner of the VPC.
    const home = network.places.find((each) => listed(each, 'vpcs').some(({ VpcId }) => VpcId === row.VpcId));
    if (home !== undefined) return { row, place: home };
    if (row.VpcOwnerId === undefined || row.VpcOwnerId === place.account) {
      const fact = place.facts.vpcs;
      if (!fact.known) return { doubt: unread(settledBy, fact.gap) };
    }
    return {
      doubt: {
        code: 'CROSS_ACCOUNT',
        object: id,
        settledBy: `${settledBy}, read in account ${row.VpcOwnerId ?? ''}`.trim(),
        gap: undefined,
      },
    };
  }
  const fact = from.facts.transitGatewayVpcAttachments;
  return { doubt: fact.known ? { code: 'CROSS_ACCOUNT', object: id, settledBy, gap: undefined } : unread(settledBy, fact.gap) };
}
