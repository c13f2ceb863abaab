import type { TransitGateway as SdkTransitGateway } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGateway.html */
export const transitGatewayShape = shapeOf<SdkTransitGateway>()({
  TransitGatewayId: true,
  OwnerId: true,
  State: true,
  Options: { SecurityGroupReferencingSupport: true, DnsSupport: true },
});

export type TransitGateway = Selected<SdkTransitGateway, typeof transitGatewayShape>;
