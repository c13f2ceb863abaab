import type { Subnet as SdkSubnet } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const subnetShape = shapeOf<SdkSubnet>()({
  SubnetId: true,
  SubnetArn: true,
  VpcId: true,
  OwnerId: true,
  AvailabilityZone: true,
  AvailabilityZoneId: true,
  CidrBlock: true,
  Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: true, Ipv6CidrBlockState: { State: true }, Ipv6AddressAttribute: true },
  MapPublicIpOnLaunch: true,
  AvailableIpAddressCount: true,
  Ipv6Native: true,
  EnableDns64: true,
  OutpostArn: true,
  BlockPublicAccessStates: true,
});

export type Subnet = Selected<SdkSubnet, typeof subnetShape>;
