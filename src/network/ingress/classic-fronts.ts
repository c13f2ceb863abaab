import type { NetworkInterface } from '../../inventory/sections/network-interfaces.ts';
import { unread, type Doubt } from '../doubt.ts';
import { addressesOfInterface } from '../members.ts';
import { listed, type Network, type Place } from '../network.ts';
import type { Origin } from '../origin.ts';
import { isPort, type Balancer, type Front, type Fronts } from './front.ts';
import { primaryDoubt } from './primary-interface.ts';

/**
 * Ways from internet-facing classic load balancers to an interface: they know instances only, speak IPv4 in a VPC, and to their targets with
 * addresses of their own. https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-internet-facing-load-balancers.html
 */
export function classicFronts(network: Network, place: Place, origin: Origin, row: NetworkInterface): Fronts {
  const instance = row.Attachment?.InstanceId;
  if (instance === undefined) return { fronts: [], doubts: [] };
  const { classicLoadBalancers } = place.facts;
  const gap = classicLoadBalancers.known || place.account !== origin.place.account ? undefined : classicLoadBalancers.gap;
  const doubts: Doubt[] = gap === undefined ? [] : [unread(`the classic load balancers in front of ${origin.id}`, gap)];
  const fronts: Front[] = [];
  const primary = primaryDoubt(network, row);
  for (const each of listed(place, 'classicLoadBalancers')) {
    if (each.Scheme !== 'internet-facing' || !each.Instances?.some(({ InstanceId }) => InstanceId === instance)) continue;
    const id = each.LoadBalancerName ?? '';
    const balancer: Balancer = {
      id,
      type: 'classic',
      place,
      subnetIds: each.Subnets ?? [],
      groupIds: each.SecurityGroups ?? [],
      families: [4],
      described: `ELB ${id}`,
    };
    for (const { Listener } of each.ListenerDescriptions ?? []) {
      const [listener, target] = [Listener?.LoadBalancerPort, Listener?.InstancePort];
      if (!isPort(listener) || !isPort(target)) {
        doubts.push({ code: 'UNREADABLE', object: id, settledBy: `the ports of a listener of ${id}`, gap: undefined });
        continue;
      }
      fronts.push({
        balancer,
        ports: { kind: 'tcp', listener, target },
        receiver: { family: 4, addresses: addressesOfInterface(row, 4) },
        keepsClient: 'no',
        doubts: primary === undefined ? [] : [primary],
      });
    }
  }
  return { fronts, doubts };
}
