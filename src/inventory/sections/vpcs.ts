import type { Vpc as SdkVpc } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const vpcShape = shapeOf<SdkVpc>()({
  VpcId: true,
  OwnerId: true,
  IsDefault: true,
  CidrBlock: true,
  CidrBlockAssociationSet: { CidrBlock: true, CidrBlockState: { State: true } },
  Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: true, Ipv6CidrBlockState: { State: true } },
  InstanceTenancy: true,
  DhcpOptionsId: true,
  BlockPublicAccessStates: true,
});

export type Vpc = Selected<SdkVpc, typeof vpcShape>;
