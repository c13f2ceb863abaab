import { best, doubtful, ifSo, open, reached, stopped, type Fate } from './fate.ts';
import { into, leave, settle } from './borders.ts';
import { at, familyOf, type Parcel } from './parcel.ts';
import { tableOfSubnet } from './routes.ts';
import { groupsReceive, groupsSend } from './rules.ts';
import type { Simulator, Spot } from './simulator.ts';
import { groupIdsOf, privateAddresses, subnetById, type Interface } from './world.ts';

/** What the internet answers an interface at. */
export function pairedWith({ PrivateIpAddresses, Ipv6Addresses }: Interface, family: 4 | 6): Parcel['paired'] {
  if (family === 6) return (Ipv6Addresses ?? []).some(({ Ipv6Address }) => /^[23]/.test(Ipv6Address ?? '')) ? 'public' : 'none';
  const pairs = (PrivateIpAddresses ?? []).map(({ Association }) => Association);
  if (pairs.some((pair) => pair?.PublicIp !== undefined)) return 'public';
  return pairs.some((pair) => pair?.CarrierIp !== undefined) ? 'carrier' : 'none';
}

/** The spot of a subnet. */
export function spotIn({ world }: Simulator, subnetId: string, fromTransitGateway = false): Spot {
  return { vpcId: subnetById(world, subnetId)?.VpcId ?? '', subnetId, table: tableOfSubnet(world, subnetId), fromTransitGateway };
}

/**
 * To an instance that is to send it on. Whether it does nobody can see; but what it could not send by any of its interfaces, neither as its own
 * nor as the sender's, goes nowhere.
 */
export function instance(sim: Simulator, spot: Spot, parcel: Parcel, id: string, allPorts: Parcel['ports']): Fate {
  const { world } = sim;
  const row = world.networkInterfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
  if (row === undefined) return open(`${id} is not there`);
  const here = at(parcel, id);
  if (here === undefined) return stopped(`${id} again`);
  if (row.SourceDestCheck === true) return stopped(`${id} checks source and destination`);
  return into(sim, spot, row.SubnetId ?? '', here, (inside) =>
    ifSo(groupsReceive(world, groupIdsOf(row), inside), `the groups of ${id} let it in`, () => {
      const owner = row.Attachment?.InstanceId;
      if (owner === undefined) return open(`what ${id} does`);
      const family = familyOf(inside);
      const ways = world.networkInterfaces
        .filter(({ Attachment }) => Attachment?.InstanceId === owner)
        .flatMap((each) => {
          const from = spotIn(sim, each.SubnetId ?? '');
          const forwarded: Parcel = { ...inside, ports: allPorts, groups: undefined };
          const own = privateAddresses(each)
            .filter((address) => address.includes(':') === (family === 6))
            .map((source): Parcel => ({
              ...forwarded,
              source,
              vpcId: from.vpcId,
              groups: groupIdsOf(each),
              paired: pairedWith(each, family),
              isNat: false,
              cameBy: [],
              tablesBack: [],
            }));
          return [forwarded, ...own].map((sent) =>
            ifSo(groupsSend(world, groupIdsOf(each), sent), `the groups of ${each.NetworkInterfaceId ?? ''} let it out`, () =>
              sim.forward(from, sent),
            ),
          );
        });
      return doubtful(best(ways, `${id} has no interface`), `what ${id} does`);
    }),
  );
}

/** A gateway endpoint to a service of AWS, or one to an appliance behind a load balancer or to a firewall. */
export function endpoint(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  const row = sim.world.vpcEndpoints.find(({ VpcEndpointId }) => VpcEndpointId === id);
  if (row === undefined) return open(`${id} is not there`);
  const here = at(parcel, id);
  if (here === undefined) return stopped(`${id} again`);
  const state = (row.State ?? 'available').toLowerCase();
  if (state === 'pending' || state === 'deleting') return open(`${id} is ${state}`);
  if (state !== 'available') return stopped(`${id} is ${state}`);
  if (row.VpcEndpointType === 'Gateway') {
    return leave(sim, spot, here, (out) => {
      if (![6, 1, 58].includes(out.protocol)) return stopped(`${id} does not carry protocol ${out.protocol}`);
      return settle(out, () => reached('aws-service', id));
    });
  }
  if (row.VpcEndpointType !== 'GatewayLoadBalancer') return open(`what a route to ${id} does`);
  const subnetId = row.SubnetIds?.[0] ?? '';
  const firewall = sim.world.networkFirewalls.some(
    ({ detail }) =>
      detail.known && Object.values(detail.value.FirewallStatus?.SyncStates ?? {}).some(({ Attachment }) => Attachment?.EndpointId === id),
  );
  return into(sim, spot, subnetId, here, (inside) => {
    const inspected: Parcel = {
      ...inside,
      groups: undefined,
      inspectedBy: [...inside.inspectedBy, firewall ? 'firewall' : 'appliance'],
      cameBy: [...inside.cameBy, id],
    };
    return doubtful(sim.forward(spotIn(sim, subnetId), inspected), `what ${id} lets pass`);
  });
}
