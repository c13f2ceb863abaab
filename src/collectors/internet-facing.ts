import type { Fact } from '../inventory/fact.ts';
import type { LoadBalancer } from '../inventory/sections/load-balancers.ts';
import { namedInRows } from './named-in.ts';

/** The ARNs of load balancers that have public addresses; of the others nobody on the internet is a client. */
export function internetFacing(loadBalancers: Fact<readonly LoadBalancer[]>): Fact<readonly string[]> {
  return namedInRows(loadBalancers, ({ Scheme, LoadBalancerArn }) => (Scheme === 'internet-facing' ? [LoadBalancerArn] : []));
}
