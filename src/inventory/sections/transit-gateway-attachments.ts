import type { TransitGatewayAttachment as SdkTransitGatewayAttachment } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * What hangs on a transit gateway, and which of its route tables decides for it. Both sides of a peering carry one attachment id.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html
 */
export const transitGatewayAttachmentShape = shapeOf<SdkTransitGatewayAttachment>()({
  TransitGatewayAttachmentId: true,
  TransitGatewayId: true,
  TransitGatewayOwnerId: true,
  ResourceOwnerId: true,
  ResourceType: true,
  ResourceId: true,
  State: true,
  Association: true,
});

export type TransitGatewayAttachment = Selected<SdkTransitGatewayAttachment, typeof transitGatewayAttachmentShape>;
