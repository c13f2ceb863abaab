import { transitGatewayAttachmentShape } from '../inventory/sections/transit-gateway-attachments.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereTransitGateway } from './where-transit-gateway.ts';

export default ec2List({
  section: 'transitGatewayAttachments',
  after: ['routeTables'],
  when: whereTransitGateway,
  action: 'ec2:DescribeTransitGatewayAttachments',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeTransitGatewayAttachments(paging, {}, abort),
  rows: ({ TransitGatewayAttachments }) => TransitGatewayAttachments,
  shape: transitGatewayAttachmentShape,
}) satisfies Collector<'transitGatewayAttachments'>;
