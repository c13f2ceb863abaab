import type { EgressOnlyInternetGateway as SdkEgressOnlyInternetGateway } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const egressOnlyInternetGatewayShape = shapeOf<SdkEgressOnlyInternetGateway>()({
  EgressOnlyInternetGatewayId: true,
  Attachments: true,
});

export type EgressOnlyInternetGateway = Selected<SdkEgressOnlyInternetGateway, typeof egressOnlyInternetGatewayShape>;
