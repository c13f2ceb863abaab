import { vpcPeeringConnectionShape } from '../inventory/sections/vpc-peering-connections.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

/** Only where a route leads through one, or a security group names a group beyond one. */
export default ec2List({
  section: 'vpcPeeringConnections',
  after: ['routeTables', 'securityGroups'],
  when: {
    may: (earlier) =>
      mayHold(earlier('routeTables'), ({ Routes = [] }) =>
        Routes.some(({ VpcPeeringConnectionId }) => VpcPeeringConnectionId !== undefined),
      ) ||
      mayHold(earlier('securityGroups'), ({ IpPermissions = [], IpPermissionsEgress = [] }) =>
        [...IpPermissions, ...IpPermissionsEgress].some(({ UserIdGroupPairs = [] }) =>
          UserIdGroupPairs.some(({ VpcPeeringConnectionId }) => VpcPeeringConnectionId !== undefined),
        ),
      ),
    otherwise: 'no route and no security group leads through a peering',
  },
  action: 'ec2:DescribeVpcPeeringConnections',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeVpcPeeringConnections(paging, {}, abort),
  rows: ({ VpcPeeringConnections }) => VpcPeeringConnections,
  shape: vpcPeeringConnectionShape,
}) satisfies Collector<'vpcPeeringConnections'>;
