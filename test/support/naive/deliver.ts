import { ifSo, reached, stopped, type Fate } from './fate.ts';
import { into, settle, wayBack } from './borders.ts';
import { withReplies, type Parcel } from './parcel.ts';
import { tableOfSubnet } from './routes.ts';
import { groupsReceive } from './rules.ts';
import type { Simulator, Spot } from './simulator.ts';
import { groupIdsOf, privateAddresses } from './world.ts';

/** To the interface of the VPC that has the address; nobody answers for one that none has. */
export function deliver(sim: Simulator, spot: Spot, parcel: Parcel): Fate {
  const { world } = sim;
  const receiver = world.networkInterfaces.find(
    (each) => each.VpcId === spot.vpcId && privateAddresses(each).some((address) => same(address, parcel.remote)),
  );
  if (receiver === undefined) return stopped(`no interface of ${spot.vpcId} has ${parcel.remote}`);
  const subnetId = receiver.SubnetId ?? '';
  const there: Spot = { vpcId: spot.vpcId, subnetId, table: tableOfSubnet(world, subnetId), fromTransitGateway: false };
  return into(sim, spot, subnetId, parcel, (inside) => {
    const back = wayBack(sim, there, inside);
    const end = withReplies(inside, () => back);
    return ifSo(groupsReceive(world, groupIdsOf(receiver), end), `the groups of ${receiver.NetworkInterfaceId ?? ''} let it in`, () =>
      settle(end, () => reached('interface', receiver.NetworkInterfaceId ?? '')),
    );
  });
}

/** The world and the tests write addresses alike. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
