import type { NetworkAcl as SdkNetworkAcl } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export const networkAclShape = shapeOf<SdkNetworkAcl>()({
  NetworkAclId: true,
  VpcId: true,
  OwnerId: true,
  IsDefault: true,
  Associations: { SubnetId: true },
  Entries: true,
});

export type NetworkAcl = Selected<SdkNetworkAcl, typeof networkAclShape>;
