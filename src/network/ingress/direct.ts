import type { IpFamily } from '../address-set.ts';
import { arrived, blocked, past, undecided, type Piece } from '../flow.ts';
import { internet } from '../internet.ts';
import type { Network } from '../network.ts';
import { interfaceById, type Origin } from '../origin.ts';
import { settleReplies } from '../replies.ts';
import { routerOf } from '../router.ts';
import { allTraffic } from '../traffic.ts';
import { admittedByGroups } from './admission.ts';
import { enterVpc } from './enter-vpc.ts';
import { inboundFlow, ownPorts } from './inbound.ts';

/**
 * Connections from the internet straight to an interface: of IPv4 only to a public address that is paired with one of its own, of IPv6 to a
 * global address. NAT and egress-only gateways let nobody in.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 *
 * @throws TooComplex
 */
export function directIngress(network: Network, origin: Origin, family: IpFamily): readonly Piece[] {
  const flow = inboundFlow(family, allTraffic(internet[family], family));
  const step = (detail: string) => ({ kind: 'network-interface', id: origin.id, detail });
  if (origin.addresses[family].length === 0) return [blocked(flow, 'NO_ADDRESS', step(`has no IPv${family} address`))];
  if (origin.publicAddress[family] !== 'public') {
    const missing = family === 4 ? 'no public IPv4 address is paired with it' : 'has no global IPv6 address';
    return [blocked(flow, 'NO_PUBLIC_ADDRESS', step(missing))];
  }
  const row = interfaceById(network, origin.id)?.row;
  if (family === 6 && row?.DenyAllIgwTraffic === true)
    return [blocked(flow, 'DENY_IGW_TRAFFIC', step('denies all traffic of internet gateways'))];
  const router = routerOf(network, origin.place, origin.subnetId);
  if (router.value === undefined) return [undecided(flow, router.doubt)];
  const own = router.value;
  const entered = enterVpc(network, own, flow, ownPorts, origin.addresses[family]);
  return [
    ...entered.stopped,
    ...entered.passed.flatMap((each) => {
      const admitted = admittedByGroups(network, own.place, origin.groupIds, past(each, step(`in ${origin.subnetId}`)), ownPorts);
      return [
        ...admitted.stopped,
        ...admitted.passed.flatMap((inside) => {
          const settled = settleReplies(inside, 'workload');
          return [...settled.stopped, ...settled.passed.map((end) => arrived(end, { kind: 'interface', id: origin.id }))];
        }),
      ];
    }),
  ];
}
