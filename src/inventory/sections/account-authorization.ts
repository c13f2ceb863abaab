import type { GroupDetail, ManagedPolicyDetail, RoleDetail, UserDetail } from '@aws-sdk/client-iam';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html
 *
 * Tags are what `aws:PrincipalTag` conditions ask for, and the id `aws:userid`.
 */
export const userDetailShape = shapeOf<UserDetail>()({
  UserName: true,
  UserId: true,
  Arn: true,
  Path: true,
  UserPolicyList: true,
  GroupList: true,
  AttachedManagedPolicies: true,
  PermissionsBoundary: true,
  Tags: true,
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html */
export const groupDetailShape = shapeOf<GroupDetail>()({
  GroupName: true,
  Arn: true,
  Path: true,
  GroupPolicyList: true,
  AttachedManagedPolicies: true,
});

/**
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
 *
 * With its id and tags, as a user's.
 */
export const roleDetailShape = shapeOf<RoleDetail>()({
  RoleName: true,
  RoleId: true,
  Arn: true,
  Path: true,
  AssumeRolePolicyDocument: true,
  RolePolicyList: true,
  AttachedManagedPolicies: true,
  PermissionsBoundary: true,
  Tags: true,
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html */
export const managedPolicyDetailShape = shapeOf<ManagedPolicyDetail>()({
  PolicyName: true,
  Arn: true,
  DefaultVersionId: true,
  PolicyVersionList: { Document: true, VersionId: true, IsDefaultVersion: true },
});

/** Exactly one member is there: one user, group, role or managed policy of the account, as GetAccountAuthorizationDetails tells it. */
export interface AuthorizationDetail {
  readonly User?: Selected<UserDetail, typeof userDetailShape>;
  readonly Group?: Selected<GroupDetail, typeof groupDetailShape>;
  readonly Role?: Selected<RoleDetail, typeof roleDetailShape>;
  readonly Policy?: Selected<ManagedPolicyDetail, typeof managedPolicyDetailShape>;
}
