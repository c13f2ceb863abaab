import type { VpcBlockPublicAccessExclusion } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html */
export const blockPublicAccessExclusionShape = shapeOf<VpcBlockPublicAccessExclusion>()({
  ExclusionId: true,
  InternetGatewayExclusionMode: true,
  ResourceArn: true,
  State: true,
});

export type BlockPublicAccessExclusion = Selected<VpcBlockPublicAccessExclusion, typeof blockPublicAccessExclusionShape>;
