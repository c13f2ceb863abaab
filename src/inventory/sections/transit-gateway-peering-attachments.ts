import type { TransitGatewayPeeringAttachment as SdkTransitGatewayPeeringAttachment } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html */
export const transitGatewayPeeringAttachmentShape = shapeOf<SdkTransitGatewayPeeringAttachment>()({
  TransitGatewayAttachmentId: true,
  AccepterTransitGatewayAttachmentId: true,
  RequesterTgwInfo: true,
  AccepterTgwInfo: true,
  State: true,
});

export type TransitGatewayPeeringAttachment = Selected<SdkTransitGatewayPeeringAttachment, typeof transitGatewayPeeringAttachmentShape>;
