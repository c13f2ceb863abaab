import type { VpcPeeringConnection as SdkVpcPeeringConnection } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

const sideShape = { VpcId: true, OwnerId: true, Region: true, CidrBlock: true, CidrBlockSet: true, Ipv6CidrBlockSet: true } as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html */
export const vpcPeeringConnectionShape = shapeOf<SdkVpcPeeringConnection>()({
  VpcPeeringConnectionId: true,
  Status: { Code: true },
  RequesterVpcInfo: sideShape,
  AccepterVpcInfo: sideShape,
});

export type VpcPeeringConnection = Selected<SdkVpcPeeringConnection, typeof vpcPeeringConnectionShape>;
