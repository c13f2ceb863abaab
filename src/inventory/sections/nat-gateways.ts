import type { NatGateway as SdkNatGateway } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const natGatewayShape = shapeOf<SdkNatGateway>()({
  NatGatewayId: true,
  VpcId: true,
  SubnetId: true,
  State: true,
  ConnectivityType: true,
  AvailabilityMode: true,
  RouteTableId: true,
  AutoProvisionZones: true,
  AttachedAppliances: true,
  NatGatewayAddresses: {
    NetworkInterfaceId: true,
    PrivateIp: true,
    PublicIp: true,
    Status: true,
    AvailabilityZone: true,
    AvailabilityZoneId: true,
  },
});

export type NatGateway = Selected<SdkNatGateway, typeof natGatewayShape>;
