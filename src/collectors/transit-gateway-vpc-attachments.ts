import { transitGatewayVpcAttachmentShape } from '../inventory/sections/transit-gateway-vpc-attachments.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereTransitGateway } from './where-transit-gateway.ts';

export default ec2List({
  section: 'transitGatewayVpcAttachments',
  after: ['routeTables'],
  when: whereTransitGateway,
  action: 'ec2:DescribeTransitGatewayVpcAttachments',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeTransitGatewayVpcAttachments(paging, {}, abort),
  rows: ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments,
  shape: transitGatewayVpcAttachmentShape,
}) satisfies Collector<'transitGatewayVpcAttachments'>;
