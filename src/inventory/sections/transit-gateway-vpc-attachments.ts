import type { TransitGatewayVpcAttachment as SdkTransitGatewayVpcAttachment } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html */
export const transitGatewayVpcAttachmentShape = shapeOf<SdkTransitGatewayVpcAttachment>()({
  TransitGatewayAttachmentId: true,
  TransitGatewayId: true,
  VpcId: true,
  VpcOwnerId: true,
  State: true,
  SubnetIds: true,
  Options: true,
});

export type TransitGatewayVpcAttachment = Selected<SdkTransitGatewayVpcAttachment, typeof transitGatewayVpcAttachmentShape>;
