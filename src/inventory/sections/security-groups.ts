import type { SecurityGroup as SdkSecurityGroup } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

const permissionShape = {
  IpProtocol: true,
  FromPort: true,
  ToPort: true,
  IpRanges: { CidrIp: true },
  Ipv6Ranges: { CidrIpv6: true },
  PrefixListIds: { PrefixListId: true },
  UserIdGroupPairs: { GroupId: true, UserId: true, VpcId: true, VpcPeeringConnectionId: true, PeeringStatus: true },
} as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const securityGroupShape = shapeOf<SdkSecurityGroup>()({
  GroupId: true,
  GroupName: true,
  SecurityGroupArn: true,
  OwnerId: true,
  VpcId: true,
  IpPermissions: permissionShape,
  IpPermissionsEgress: permissionShape,
});

export type SecurityGroup = Selected<SdkSecurityGroup, typeof securityGroupShape>;
