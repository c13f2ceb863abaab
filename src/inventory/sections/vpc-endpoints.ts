import type { VpcEndpoint as SdkVpcEndpoint } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const vpcEndpointShape = shapeOf<SdkVpcEndpoint>()({
  VpcEndpointId: true,
  VpcEndpointType: true,
  VpcId: true,
  OwnerId: true,
  ServiceName: true,
  ServiceRegion: true,
  State: true,
  SubnetIds: true,
  RouteTableIds: true,
  Groups: { GroupId: true },
  PrivateDnsEnabled: true,
  IpAddressType: true,
  DnsOptions: true,
  DnsEntries: true,
  PolicyDocument: true,
  NetworkInterfaceIds: true,
  RequesterManaged: true,
});

export type VpcEndpoint = Selected<SdkVpcEndpoint, typeof vpcEndpointShape>;
