import type { SecurityGroupVpcAssociation as SdkSecurityGroupVpcAssociation } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** A security group that may be used in another VPC than its own. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupVpcAssociation.html */
export const securityGroupVpcAssociationShape = shapeOf<SdkSecurityGroupVpcAssociation>()({
  GroupId: true,
  VpcId: true,
  VpcOwnerId: true,
  GroupOwnerId: true,
  State: true,
});

export type SecurityGroupVpcAssociation = Selected<SdkSecurityGroupVpcAssociation, typeof securityGroupVpcAssociationShape>;
