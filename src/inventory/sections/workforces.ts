import type { Workforce as SdkWorkforce } from '@aws-sdk/client-sagemaker';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * The list tells all of it. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Workforce.html
 *
 * Without SubDomain, which is the workers' way in, and without their identity provider.
 */
export const workforceShape = shapeOf<SdkWorkforce>()({
  WorkforceName: true,
  WorkforceArn: true,
  Status: true,
  SourceIpConfig: true,
  WorkforceVpcConfig: true,
  IpAddressType: true,
  CreateDate: true,
});

export type Workforce = Selected<SdkWorkforce, typeof workforceShape>;
