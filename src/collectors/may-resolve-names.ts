import type { EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';

/** Does the account own a VPC in which Amazon's resolver answers? Any may hold workloads, and without it neither firewall nor rules for names matter. */
export function mayResolveNames(earlier: EarlierFacts): boolean {
  return mayHold(earlier('vpcDnsAttributes'), ({ detail }) => !detail.known || detail.value.EnableDnsSupport?.Value !== false);
}
