import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { Subnet } from '../inventory/sections/subnets.ts';
import type { Vpc } from '../inventory/sections/vpcs.ts';
import { unread, type Doubt } from './doubt.ts';
import { find, type Found } from './found.ts';
import { idOf } from './ids.ts';
import type { Network, Place } from './network.ts';
import { parseCidr, union, type AddressSet, type IpFamily } from './address-set.ts';
import { effectiveRouteTable } from './effective-route-table.ts';
import type { Router } from './walk.ts';

const routers = new WeakMap<Network, WeakMap<Place, Map<string, Found<Router>>>>();

/** The router of a subnet: with the table that the subnet uses. Looked up once for each subnet and place from which it is asked for. */
export function routerOf(network: Network, from: Place, subnetId: string): Found<Router> {
  let places = routers.get(network);
  if (places === undefined) routers.set(network, (places = new WeakMap()));
  let bySubnet = places.get(from);
  if (bySubnet === undefined) places.set(from, (bySubnet = new Map()));
  let router = bySubnet.get(subnetId);
  if (router === undefined) bySubnet.set(subnetId, (router = foundRouter(network, from, subnetId)));
  return router;
}

function foundRouter(network: Network, from: Place, subnetId: string): Found<Router> {
  const subnet = find({ network, from }, 'subnets', idOf.subnets, subnetId);
  if (subnet.value === undefined) return subnet;
  const { value, place } = subnet;
  const vpcId = value.VpcId ?? '';
  const { table, by } = tableOf(network, place, value);
  return { value: { place, vpcId, owner: value.OwnerId, subnet: value, table, tableBy: by }, place };
}

function tableOf(network: Network, place: Place, subnet: Subnet): { readonly table: Found<RouteTable>; readonly by: string } {
  const fact = place.facts.routeTables;
  const subnetId = subnet.SubnetId ?? '';
  if (!fact.known) return { table: { doubt: unread(`the route table of ${subnetId}`, fact.gap) }, by: '' };
  const effective = effectiveRouteTable(subnet, fact.value);
  if (effective !== undefined) {
    const by = effective.by === 'main' ? `main table of ${subnet.VpcId ?? 'its VPC'}` : `associated with ${subnetId}`;
    return { table: { value: effective.table, place }, by };
  }
  const foreign = subnet.OwnerId !== undefined && subnet.OwnerId !== place.account;
  const doubt: Doubt = {
    code: foreign ? 'CROSS_ACCOUNT' : 'DANGLING',
    object: subnetId,
    settledBy: `the route table of ${subnetId}`,
    gap: undefined,
  };
  // The owner of a shared subnet may be among the accounts that were read.
  const owned = network.places.find(
    ({ account, region }) => account === subnet.OwnerId && region === place.region && account !== place.account,
  );
  return owned === undefined ? { table: { doubt }, by: '' } : tableOf(network, owned, subnet);
}

/** The router of a gateway that has a route table of its own. */
export function gatewayRouter(network: Network, from: Place, at: Pick<Router, 'vpcId' | 'owner'>, tableId: string): Router {
  const table = find({ network, from, owner: at.owner }, 'routeTables', idOf.routeTables, tableId);
  return { ...at, place: from, subnet: undefined, table, tableBy: 'table of the gateway' };
}

const blocksOfSubnets: { readonly [F in IpFamily]: WeakMap<Subnet, AddressSet> } = { 4: new WeakMap(), 6: new WeakMap() };

/** The blocks of a subnet, of one family: the same set whenever they are asked for. */
export function subnetAddresses(subnet: Subnet, family: IpFamily): AddressSet {
  let addresses = blocksOfSubnets[family].get(subnet);
  if (addresses === undefined) blocksOfSubnets[family].set(subnet, (addresses = cidrsOf(subnetBlocks(subnet, family), family)));
  return addresses;
}

function subnetBlocks(subnet: Subnet, family: IpFamily): readonly (string | undefined)[] {
  if (family === 4) return [subnet.CidrBlock];
  return (subnet.Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => inForce(Ipv6CidrBlockState?.State))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
}

const blocksOfVpcs: { readonly [F in IpFamily]: WeakMap<Vpc, AddressSet> } = { 4: new WeakMap(), 6: new WeakMap() };

/** The blocks of a VPC, of one family: the same set whenever they are asked for. Undefined where the VPC could not be read. */
export function vpcAddresses(network: Network, from: Place, vpcId: string, family: IpFamily): AddressSet | undefined {
  const vpc = find({ network, from }, 'vpcs', idOf.vpcs, vpcId).value;
  if (vpc === undefined) return undefined;
  let addresses = blocksOfVpcs[family].get(vpc);
  if (addresses === undefined) blocksOfVpcs[family].set(vpc, (addresses = cidrsOf(vpcBlocks(vpc, family), family)));
  return addresses;
}

function vpcBlocks(vpc: Vpc, family: IpFamily): readonly (string | undefined)[] {
  if (family === 4) {
    const further = (vpc.CidrBlockAssociationSet ?? []).filter(({ CidrBlockState }) => inForce(CidrBlockState?.State));
    return [vpc.CidrBlock, ...further.map(({ CidrBlock }) => CidrBlock)];
  }
  return (vpc.Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => inForce(Ipv6CidrBlockState?.State))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
}

/** AWS lists blocks in the order in which they were added, and the first one of a VPC twice. */
function cidrsOf(blocks: readonly (string | undefined)[], family: IpFamily): AddressSet {
  const cidrs = blocks.flatMap((block) => (block === undefined ? [] : (parseCidr(block) ?? [])));
  return union(cidrs.filter((cidr) => cidr.family === family));
}

function inForce(state: string | undefined): boolean {
  return state === undefined || state === 'associated' || state === 'associating';
}

/** The zones in which a VPC's subnets are, as ids where they are told: names differ between accounts. */
export function zoneOf(subnet: Subnet): string | undefined {
  return subnet.AvailabilityZoneId ?? subnet.AvailabilityZone;
}
