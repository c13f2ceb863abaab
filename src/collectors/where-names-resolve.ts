import type { AskedWhere } from './asked-where.ts';
import { mayHold } from './may-hold.ts';

/** Does the account own a VPC in which Amazon's resolver answers? Any may hold workloads, and without it neither firewall nor rules for names matter. */
export const whereNamesResolve: AskedWhere = {
  may: (earlier) => mayHold(earlier('vpcDnsAttributes'), ({ detail }) => !detail.known || detail.value.EnableDnsSupport?.Value !== false),
  otherwise: 'Amazon’s resolver answers in no VPC of the account',
};
