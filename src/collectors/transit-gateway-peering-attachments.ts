import { transitGatewayPeeringAttachmentShape } from '../inventory/sections/transit-gateway-peering-attachments.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

/** Only where the list of all attachments shows one. */
export default ec2List({
  section: 'transitGatewayPeeringAttachments',
  after: ['transitGatewayAttachments'],
  when: {
    may: (earlier) => mayHold(earlier('transitGatewayAttachments'), ({ ResourceType }) => ResourceType === 'peering'),
    otherwise: 'no attachment of a transit gateway is a peering',
  },
  action: 'ec2:DescribeTransitGatewayPeeringAttachments',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeTransitGatewayPeeringAttachments(paging, {}, abort),
  rows: ({ TransitGatewayPeeringAttachments }) => TransitGatewayPeeringAttachments,
  shape: transitGatewayPeeringAttachmentShape,
}) satisfies Collector<'transitGatewayPeeringAttachments'>;
