import type { VpcBlockPublicAccessOptions } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** One row: what the account forbids its VPCs in this Region. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html */
export const blockPublicAccessOptionsShape = shapeOf<VpcBlockPublicAccessOptions>()({
  State: true,
  InternetGatewayBlockMode: true,
  ManagedBy: true,
  ExclusionsAllowed: true,
});

export type BlockPublicAccessOptions = Selected<VpcBlockPublicAccessOptions, typeof blockPublicAccessOptionsShape>;
