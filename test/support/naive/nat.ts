import ipaddr from 'ipaddr.js';
import { covers } from '../naive-network.ts';
import { doubtful, open, stopped, type Fate } from './fate.ts';
import { into, leave, settle, wayBack } from './borders.ts';
import { zoneOf } from './internet-borders.ts';
import { at, familyOf, withReplies, type Parcel } from './parcel.ts';
import { tableOfSubnet } from './routes.ts';
import type { Simulator, Spot } from './simulator.ts';
import { subnetById, type World } from './world.ts';

type Nat = World['natGateways'][number];

/** To a NAT gateway, which sends it on with an address of its own. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
export function natGateway(sim: Simulator, spot: Spot, parcel: Parcel, id: string, portsOfGateway: Parcel['ports']): Fate {
  const nat = sim.world.natGateways.find(({ NatGatewayId }) => NatGatewayId === id);
  if (nat === undefined) return open(`${id} is not there`);
  const here = at(parcel, id);
  if (here === undefined) return stopped(`${id} again`);
  if (nat.State === 'pending' || nat.State === 'deleting') return open(`${id} is ${nat.State}`);
  if ((nat.State ?? 'available') !== 'available') return stopped(`${id} is ${nat.State ?? ''}`);
  if (![6, 17, 1, 58].includes(parcel.protocol)) return stopped(`${id} does not carry protocol ${parcel.protocol}`);
  const then = (inside: Spot) => (each: Parcel) => translate(sim, inside, each, nat, portsOfGateway);
  if (nat.AvailabilityMode !== 'regional') {
    const subnetId = nat.SubnetId ?? '';
    const vpcId = subnetById(sim.world, subnetId)?.VpcId ?? '';
    const inside: Spot = { vpcId, subnetId, table: tableOfSubnet(sim.world, subnetId), fromTransitGateway: false };
    return into(sim, spot, subnetId, here, then(inside));
  }
  const table = sim.world.routeTables.find(({ RouteTableId }) => RouteTableId === nat.RouteTableId);
  const inside: Spot = { vpcId: spot.vpcId, subnetId: undefined, table, fromTransitGateway: false };
  return leave(sim, spot, here, (out) => {
    const zone = zoneOf(sim, spot.subnetId);
    const served = (nat.NatGatewayAddresses ?? []).map(({ AvailabilityZoneId }) => AvailabilityZoneId);
    if (nat.AutoProvisionZones === 'enabled' || (zone !== undefined && served.includes(zone))) return then(inside)(out);
    if (zone === undefined || served.length === 0) return doubtful(then(inside)(out), `which zones ${id} serves`);
    return stopped(`${id} does not serve ${zone}`);
  });
}

function translate(sim: Simulator, inside: Spot, parcel: Parcel, nat: Nat, ports: Parcel['ports']): Fate {
  const back = wayBack(sim, inside, parcel);
  const settled = withReplies(parcel, () => back);
  return settle(settled, () => {
    const as4 = familyOf(settled) === 4 ? settled : nat64(settled);
    if (as4 === undefined) return stopped('no NAT for IPv6');
    const address = (nat.NatGatewayAddresses ?? []).find(({ Status }) => (Status ?? 'succeeded') === 'succeeded');
    const regional = nat.AvailabilityMode === 'regional';
    const bare = (nat.NatGatewayAddresses ?? []).length === 0;
    return sim.forward(inside, {
      ...as4,
      // By which address a regional one sends nobody says: one of its VPC will do.
      source: address?.PrivateIp ?? vpcBlock(sim.world, inside.vpcId).replace(/\/.*/, ''),
      ports,
      vpcId: inside.vpcId,
      groups: undefined,
      paired: regional || (nat.ConnectivityType !== 'private' && (bare || address?.PublicIp !== undefined)) ? 'public' : 'none',
      isNat: true,
      // A route that leads to the gateway itself leads back as well.
      cameBy: [nat.NatGatewayId ?? ''],
      tablesBack: [],
    });
  });
}

/** The last 32 bits are the address, and only echo requests have a counterpart. RFC 6052, RFC 7915 */
function nat64(parcel: Parcel): Parcel | undefined {
  if (!covers('64:ff9b::/96', parcel.remote)) return undefined;
  const remote = ipaddr.fromByteArray(ipaddr.parse(parcel.remote).toByteArray().slice(12)).toString();
  if (parcel.protocol !== 58) return { ...parcel, remote };
  return parcel.type === 128 && parcel.code === 0 ? { ...parcel, remote, protocol: 1, type: 8 } : undefined;
}

function vpcBlock({ vpcs }: World, vpcId: string): string {
  return vpcs.find(({ VpcId }) => VpcId === vpcId)?.CidrBlock ?? '';
}
