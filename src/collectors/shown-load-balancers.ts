import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';

/** Which of the two APIs knows the load balancer that an interface belongs to; `unsure` where it does not say. */
export type LoadBalancerApi = 'current' | 'classic' | 'unsure';

/**
 * The load balancer that an interface shows, if it is one of a load balancer. All of them hold interfaces in the subnets that they serve, described as
 * `ELB app/…`, `ELB net/…` or `ELB gwy/…`, and those of a classic one as `ELB` and its name.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export function loadBalancerApiOf({ InterfaceType, Description = '', RequesterId }: NetworkInterface): LoadBalancerApi | undefined {
  if (/^ELB (app|net|gwy)\//.test(Description)) return 'current';
  if (Description.startsWith('ELB ')) return 'classic';
  if (InterfaceType === 'network_load_balancer' || InterfaceType === 'gateway_load_balancer') return 'current';
  if (InterfaceType === 'load_balancer' || RequesterId === 'amazon-elb') return 'unsure';
  return undefined;
}
