import type { IpFamily } from './address-set.ts';
import { TooComplex } from './area.ts';
import type { Doubt } from './doubt.ts';
import { undecided } from './flow.ts';
import { directIngress } from './ingress/direct.ts';
import { inboundFlow } from './ingress/inbound.ts';
import { loadBalancerIngress } from './ingress/load-balancer-ingress.ts';
import { internet } from './internet.ts';
import type { Network } from './network.ts';
import type { Origin } from './origin.ts';
import { partitioned } from './partitioned.ts';
import type { Reach } from './reach.ts';
import { allTraffic } from './traffic.ts';

/**
 * Who on the internet can open connections to an interface, or to one that a workload will get: pieces that do not overlap and leave nothing
 * out. Here traffic is told by the address of the sender and by the port at the receiver.
 *
 * The sender chooses its own port, so that an answer to a few of them is enough; UDP and ICMP carry data in without any.
 *
 * @param family of the sender's addresses: a load balancer may speak another one with its targets
 * @returns undecided as a whole where the rules are too many to work with
 */
export function fromInternet(network: Network, origin: Origin, family: IpFamily): Reach {
  try {
    const pieces = [...directIngress(network, origin, family), ...loadBalancerIngress(network, origin, family)];
    return { family, pieces: partitioned(pieces) };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const doubt: Doubt = { code: 'TOO_COMPLEX', object: origin.id, settledBy: 'fewer rules', gap: undefined };
    return { family, pieces: [undecided(inboundFlow(family, allTraffic(internet[family], family)), doubt)] };
  }
}
