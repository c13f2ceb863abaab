import { covers, type Packet } from '../naive-network.ts';
import { endpoint, instance, pairedWith, spotIn } from './appliances.ts';
import { leave } from './borders.ts';
import { deliver } from './deliver.ts';
import { eitherOf, ifSo, open, stopped, type Fate } from './fate.ts';
import { carrierGateway, egressOnlyGateway, internetGateway } from './internet-borders.ts';
import { natGateway } from './nat.ts';
import { familyOf, type Parcel } from './parcel.ts';
import { peering } from './peering.ts';
import { choices, targetOf, waysOf, type Route } from './routes.ts';
import { groupsSend } from './rules.ts';
import type { Simulator, Spot } from './simulator.ts';
import { transitGateway } from './transit.ts';
import { blocksOfSubnet, groupIdsOf, privateAddresses, subnetById, type World } from './world.ts';

/**
 * What becomes of one packet that an interface sends, from hop to hop over what AWS answered: a second opinion on the algebra of sets, which
 * shares no code with it.
 */
export function simulate(world: World, interfaceId: string, packet: Packet): Fate {
  const row = world.networkInterfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === interfaceId);
  const source = row === undefined ? undefined : privateAddresses(row).find((each) => each.includes(':') === packet.remote.includes(':'));
  if (row === undefined || source === undefined) return stopped('no address of that family');
  const ports = replyPorts(world);
  const gatewayPorts = ports.filter(({ port }) => port >= 1024);
  const sim: Simulator = { world, forward: (spot, parcel) => forward(sim, spot, parcel, ports, gatewayPorts) };
  const parcel: Parcel = {
    ...packet,
    source,
    ports,
    vpcId: row.VpcId ?? '',
    groups: groupIdsOf(row),
    paired: pairedWith(row, familyOf(packet)),
    isNat: false,
    inspectedBy: [],
    cameBy: [],
    tablesBack: [],
    seen: [],
  };
  return ifSo(groupsSend(world, groupIdsOf(row), parcel), `the groups of ${interfaceId} let it out`, () =>
    sim.forward(spotIn(sim, row.SubnetId ?? ''), parcel),
  );
}

/** One port of every stretch on which no entry of any ACL changes its mind: as good as all ports from 1 to 65535. */
function replyPorts({ networkAcls }: World): Parcel['ports'] {
  const bounds = networkAcls.flatMap(({ Entries }) =>
    (Entries ?? []).flatMap(({ PortRange }) => (PortRange === undefined ? [] : [PortRange.From ?? 0, (PortRange.To ?? 0) + 1])),
  );
  return [...new Set([1, 1024, ...bounds])].filter((port) => port >= 1 && port <= 65_535).map((port) => ({ port, sure: true }));
}

function forward(sim: Simulator, spot: Spot, parcel: Parcel, ports: Parcel['ports'], gatewayPorts: Parcel['ports']): Fate {
  if (blocksOfSubnet(subnetById(sim.world, spot.subnetId)).some((block) => covers(block, parcel.remote))) return deliver(sim, spot, parcel);
  if (spot.table === undefined) return open('which routes');
  return eitherOf(
    choices(sim.world, waysOf(spot.table), parcel.remote).map((route) => {
      if (route === undefined) return stopped('no route');
      if (route.State === 'blackhole' || route.State === 'filtered') return stopped('a blackhole');
      return hop(sim, spot, parcel, route, ports, gatewayPorts);
    }),
    'which route',
  );
}

function hop(sim: Simulator, spot: Spot, parcel: Parcel, route: Route, ports: Parcel['ports'], gatewayPorts: Parcel['ports']): Fate {
  const target = targetOf(route);
  if (target === undefined) return open('an unknown target');
  if (target === 'local') return deliver(sim, spot, parcel);
  if (target.startsWith('igw-')) return internetGateway(sim, spot, parcel, target);
  if (target.startsWith('eigw-')) return egressOnlyGateway(sim, spot, parcel, target);
  if (target.startsWith('cagw-')) return carrierGateway(sim, spot, parcel, target);
  if (target.startsWith('nat-')) return natGateway(sim, spot, parcel, target, gatewayPorts);
  if (target.startsWith('eni-')) return instance(sim, spot, parcel, target, ports);
  if (target.startsWith('vpce-')) return endpoint(sim, spot, parcel, target);
  if (target.startsWith('pcx-')) return peering(sim, spot, parcel, target);
  if (target.startsWith('tgw-')) return transitGateway(sim, spot, parcel, target);
  return leave(sim, spot, parcel, () => open(`what is behind ${target}`, 'on-premises'));
}
