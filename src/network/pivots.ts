import type { IpFamily } from './address-set.ts';
import { listed, type Network } from './network.ts';
import { interfaceOrigin, type Origin } from './origin.ts';
import { addressesOfInterface } from './members.ts';
import { internetVerdict, reach, toInternet } from './reach.ts';
import { areaOf } from './area.ts';
import { everyValue, noTraffic } from './traffic.ts';

/** An interface that an origin can connect to, and that itself reaches the internet. */
export interface Pivot {
  readonly id: string;
  readonly instanceId: string | undefined;
}

/**
 * Where a workload that cannot reach the internet itself could hand its data to: instances in its own VPC that take TCP from it, and get out.
 * Whether anything there forwards cannot be seen. Interfaces that AWS's services manage are left out.
 */
export function pivotsOf(network: Network, origin: Origin, family: IpFamily): readonly Pivot[] {
  const candidates = network.places.flatMap((place) =>
    listed(place, 'networkInterfaces')
      .filter((each) => each.VpcId === origin.vpcId && each.RequesterManaged !== true && each.NetworkInterfaceId !== origin.id)
      .map((each) => ({ place, each })),
  );
  return candidates.flatMap(({ place, each }) => {
    const own = interfaceOrigin(network, place, each);
    if (internetVerdict(toInternet(network, own, family)) !== 'reachable') return [];
    const tcp = areaOf(addressesOfInterface(each, family), everyValue);
    const { pieces } = reach(network, origin, family, { ...noTraffic, tcp });
    if (!pieces.some(({ verdict }) => verdict === 'reachable')) return [];
    return [{ id: own.id, instanceId: each.Attachment?.InstanceId }];
  });
}
