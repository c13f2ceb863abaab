import type { VpcPeeringConnection } from '../../inventory/sections/vpc-peering-connections.ts';
import { parseCidr, union, type AddressSet, type IpFamily } from '../address-set.ts';
import { deliver } from '../deliver.ts';
import { leaveSubnet } from '../cross-subnet.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { find } from '../found.ts';
import { passesInState } from '../gateway-state.ts';
import { idOf } from '../ids.ts';
import type { Place } from '../network.ts';
import { isEmpty, onlyAddresses, without } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';

/**
 * A peering connection: to the addresses of the other VPC and no further; there is no way through it to the other side's gateways.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export function peeringHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const { passed, stopped } = leaveSubnet(walk, router, flow);
  return [...stopped, ...passed.flatMap((each) => across(walk, router, each, id))];
}

function across(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const found = find(
    { network: walk.network, from: router.place, owner: router.owner },
    'vpcPeeringConnections',
    idOf.vpcPeeringConnections,
    id,
  );
  if (found.value === undefined) return [undecided(flow, found.doubt, { kind: 'peer-network', id })];
  const { value: peering } = found;
  const passes = passesInState(id, peering.Status?.Code);
  const step = { kind: 'vpc-peering-connection', id, detail: `to ${farSide(peering, router.vpcId)?.VpcId ?? 'another VPC'}` };
  const active = (): readonly Piece[] => toPeer(walk, router, past(flow, step), peering);
  if (typeof passes === 'object') return [undecided(flow, passes)];
  return passes ? active() : stop(walk, flow, 'NOT_ACTIVE', { ...step, detail: `is ${peering.Status?.Code ?? ''}` }, active);
}

type Side = NonNullable<VpcPeeringConnection['AccepterVpcInfo']>;

function farSide({ RequesterVpcInfo, AccepterVpcInfo }: VpcPeeringConnection, vpcId: string): Side | undefined {
  return RequesterVpcInfo?.VpcId === vpcId ? AccepterVpcInfo : RequesterVpcInfo;
}

function toPeer(walk: Walk, router: Router, flow: Flow, peering: VpcPeeringConnection): readonly Piece[] {
  const id = peering.VpcPeeringConnectionId ?? '';
  const side = farSide(peering, router.vpcId);
  const inside = onlyAddresses(flow.traffic, addressesOf(side, flow.family));
  const rest = without(flow.traffic, inside);
  const step = { kind: 'vpc-peering-connection', id, detail: `carries addresses of ${side?.VpcId ?? 'the other VPC'} only` };
  const refused = isEmpty(rest) ? [] : stop(walk, narrowed(flow, rest), 'NOT_IN_PEER', step);
  if (isEmpty(inside)) return refused;
  const peer = placeOf(walk, router.place, side);
  const onward = narrowed(flow, inside);
  if (peer === undefined) {
    const settledBy = `${side?.VpcId ?? 'the other VPC'}, read in ${side?.OwnerId ?? 'its account'} ${side?.Region ?? ''}`.trim();
    return [...refused, undecided(onward, { code: 'CROSS_ACCOUNT', object: id, settledBy, gap: undefined }, { kind: 'peer-network', id })];
  }
  // Groups can be referred to over a peering within one Region. https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
  const groups = peer.region === router.place.region ? onward.source.groups : undefined;
  const inPeer: Router = {
    place: peer,
    vpcId: side?.VpcId ?? '',
    owner: side?.OwnerId,
    subnet: undefined,
    table: router.table,
    tableBy: '',
  };
  const entered: Flow = { ...onward, source: { ...onward.source, groups }, visited: [...onward.visited, id] };
  return [...refused, ...deliver(walk, inPeer, entered)];
}

function addressesOf(side: Side | undefined, family: IpFamily): AddressSet {
  const blocks =
    family === 4
      ? [side?.CidrBlock, ...(side?.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock)]
      : (side?.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  return union(
    blocks.flatMap((block) => {
      const cidr = block === undefined ? undefined : parseCidr(block);
      return cidr?.family === family ? [{ first: cidr.first, last: cidr.last }] : [];
    }),
  );
}

/** Where the other VPC was read: by its id, since old answers name neither account nor Region. */
function placeOf({ network }: Walk, from: Place, side: Side | undefined): Place | undefined {
  const where = { network, from, owner: side?.OwnerId, region: side?.Region };
  const found = find(where, 'vpcs', idOf.vpcs, side?.VpcId ?? '');
  return found.value === undefined ? undefined : found.place;
}
