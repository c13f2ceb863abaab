import type { PolicySummary } from '@aws-sdk/client-organizations';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html */
export const organizationPolicySummaryShape = shapeOf<PolicySummary>()({ Id: true, Arn: true, Name: true, Type: true, AwsManaged: true });

export type OrganizationPolicySummary = Selected<PolicySummary, typeof organizationPolicySummaryShape>;

/** Types of policy that bound what the principals of an account may do, and what may be done with its resources. */
export const boundingPolicyTypes = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

export type BoundingPolicyType = (typeof boundingPolicyTypes)[number];

/**
 * One level of the organization above an account, the account itself included: what is allowed has to be allowed at every level.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export interface OrganizationLevel {
  /** The account's number, `ou-…` or `r-…`. */
  readonly TargetId: string;
  readonly TargetType: 'ACCOUNT' | 'ORGANIZATIONAL_UNIT' | 'ROOT';
  /** Absent at the root. */
  readonly ParentId?: string;
}

/** What is attached to a level itself, which says nothing of those above it. */
export interface OrganizationLevelPolicies {
  /** The types that were asked for: those that are enabled at the root, and both where nobody could tell. */
  readonly PolicyTypes: readonly BoundingPolicyType[];
  readonly Policies: readonly OrganizationPolicySummary[];
}

/** From the account upwards, the root last. A level's row is the same for every account below it. */
export type OrganizationTarget = Described<OrganizationLevel, OrganizationLevelPolicies>;
