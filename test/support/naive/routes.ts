import type { RouteTable } from '../../../src/inventory/sections/route-tables.ts';
import { covers } from '../naive-network.ts';
import { listBlocks } from './rules.ts';
import { subnetById, type World } from './world.ts';

export type Route = NonNullable<RouteTable['Routes']>[number];

/** A route as both kinds of route table have it. */
export interface Way<R> {
  readonly route: R;
  readonly target: string;
  /** A block, or a prefix list. */
  readonly block: string | undefined;
  readonly list: string | undefined;
  readonly propagated: boolean;
  /** Propagated by a virtual private gateway. */
  readonly fromVpn: boolean;
}

/**
 * The routes of which one takes the address, `undefined` for none of them. There is more than one where AWS does not say which it is: where
 * two prefix lists overlap, and where a list cannot be read.
 */
export function choices<R>(world: World, ways: readonly Way<R>[], address: string): readonly (R | undefined)[] {
  if (neverForwarded.some((block) => covers(block, address))) return [undefined];
  const hidden = ways.filter(({ list }) => list !== undefined && listBlocks(world, list) === undefined);
  const isLocal = ways.some(({ target, block }) => target === 'local' && covers(block, address));
  const fitting = ways.flatMap((way) => {
    const blocks = way.list === undefined ? [way.block] : (listBlocks(world, way.list) ?? []);
    return blocks
      .filter((block) => covers(block, address) && !(way.fromVpn && isLocal))
      .map((block) => ({ way, prefix: Number(block?.split('/')[1]), rank: way.propagated ? 2 : way.list === undefined ? 0 : 1 }));
  });
  const [first] = fitting.sort((a, b) => b.prefix - a.prefix || a.rank - b.rank);
  const rivals = first?.rank === 1 ? fitting.filter(({ rank, way }) => rank === 1 && way.target !== first.way.target) : [];
  return [first?.way.route, ...rivals.map(({ way }) => way.route), ...hidden.map(({ route }) => route)];
}

const neverForwarded = ['169.254.168.0/22', 'fd00:ec2::/32'];

/** The routes of a table of a VPC. */
export function waysOf(table: RouteTable): readonly Way<Route>[] {
  return (table.Routes ?? []).map((route) => ({
    route,
    target: targetOf(route) ?? '',
    block: route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock,
    list: route.DestinationPrefixListId,
    propagated: route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement',
    fromVpn: route.Origin === 'EnableVgwRoutePropagation',
  }));
}

/** Whichever field is set. */
export function targetOf(route: Route): string | undefined {
  const { GatewayId, NatGatewayId, TransitGatewayId, VpcPeeringConnectionId, NetworkInterfaceId } = route;
  const { EgressOnlyInternetGatewayId, CarrierGatewayId, LocalGatewayId, CoreNetworkArn, OdbNetworkArn } = route;
  return [
    GatewayId,
    NatGatewayId,
    TransitGatewayId,
    VpcPeeringConnectionId,
    NetworkInterfaceId,
    EgressOnlyInternetGatewayId,
    CarrierGatewayId,
    LocalGatewayId,
    CoreNetworkArn,
    OdbNetworkArn,
  ].find((target) => target !== undefined);
}

/** The table of a subnet: its own, or the main one of its VPC. */
export function tableOfSubnet(world: World, subnetId: string): RouteTable | undefined {
  const vpcId = subnetById(world, subnetId)?.VpcId;
  const counts = (state: string | undefined): boolean => state === undefined || state === 'associated' || state === 'associating';
  const having = (is: (association: { SubnetId?: string | undefined; Main?: boolean | undefined }) => boolean): RouteTable | undefined =>
    world.routeTables.find(
      ({ VpcId, Associations }) => VpcId === vpcId && (Associations ?? []).some((each) => is(each) && counts(each.AssociationState?.State)),
    );
  return having(({ SubnetId }) => SubnetId === subnetId) ?? having(({ Main }) => Main === true);
}
