import type { AskedWhere } from './asked-where.ts';
import { mayHold } from './may-hold.ts';

/**
 * Is there a VPC, or a subnet that another account shares? What is within one cannot be there without it: tables and lists of rules, groups, gateways,
 * interfaces, endpoints and logs of their traffic.
 * https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html
 */
export const whereVpc: AskedWhere = {
  may: (earlier) => mayHold(earlier('vpcs'), () => true) || mayHold(earlier('subnets'), () => true),
  otherwise: 'there is no VPC and no shared subnet',
};
