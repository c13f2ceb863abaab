import { securityGroupVpcAssociationShape } from '../inventory/sections/security-group-vpc-associations.ts';
import type { Collector, EarlierFacts } from './collector.ts';
import { ec2List } from './ec2-list.ts';

/**
 * Only where the Region shows more than one VPC: a group is associated with another VPC of its Region. Interfaces do not tell whether one is, since a
 * job names its groups long before it has any.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
 */
export default ec2List({
  section: 'securityGroupVpcAssociations',
  after: ['vpcs', 'securityGroups', 'networkInterfaces'],
  when: { may: showsSeveralVpcs, otherwise: 'the Region shows no second VPC' },
  action: 'ec2:DescribeSecurityGroupVpcAssociations',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeSecurityGroupVpcAssociations(paging, {}, abort),
  rows: ({ SecurityGroupVpcAssociations }) => SecurityGroupVpcAssociations,
  shape: securityGroupVpcAssociationShape,
}) satisfies Collector<'securityGroupVpcAssociations'>;

function showsSeveralVpcs(earlier: EarlierFacts): boolean {
  const sections = [earlier('vpcs'), earlier('securityGroups'), earlier('networkInterfaces')] as const;
  const seen = new Set<string | undefined>();
  for (const fact of sections) {
    if (!fact.known) return true;
    for (const { VpcId } of fact.value) seen.add(VpcId);
  }
  return seen.size > 1;
}
