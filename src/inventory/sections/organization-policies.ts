import type { Policy } from '@aws-sdk/client-organizations';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';
import type { OrganizationPolicySummary } from './organization-targets.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Policy.html */
export const organizationPolicyShape = shapeOf<Policy>()({ Content: true });

/** The document of a policy that is attached to the account or above it, once for each policy, wherever it is attached. */
export type OrganizationPolicy = Described<OrganizationPolicySummary, Selected<Policy, typeof organizationPolicyShape>>;
