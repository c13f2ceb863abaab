import type { NetworkInterface as SdkNetworkInterface } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export const networkInterfaceShape = shapeOf<SdkNetworkInterface>()({
  NetworkInterfaceId: true,
  VpcId: true,
  SubnetId: true,
  OwnerId: true,
  AvailabilityZone: true,
  AvailabilityZoneId: true,
  Status: true,
  InterfaceType: true,
  Description: true,
  RequesterId: true,
  RequesterManaged: true,
  SourceDestCheck: true,
  DenyAllIgwTraffic: true,
  Groups: { GroupId: true },
  PrivateIpAddresses: { PrivateIpAddress: true, Primary: true, Association: { PublicIp: true, CarrierIp: true, CustomerOwnedIp: true } },
  Ipv6Addresses: { Ipv6Address: true },
  Ipv4Prefixes: true,
  Ipv6Prefixes: true,
  Attachment: { InstanceId: true, InstanceOwnerId: true, Status: true },
});

export type NetworkInterface = Selected<SdkNetworkInterface, typeof networkInterfaceShape>;
