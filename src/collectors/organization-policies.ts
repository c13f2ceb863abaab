import { known, missing, type Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import { organizationPolicyShape } from '../inventory/sections/organization-policies.ts';
import type { OrganizationPolicySummary, OrganizationTarget } from '../inventory/sections/organization-targets.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { always } from './unreadable-answer.ts';

/**
 * The documents of the policies that are attached to the account or above it.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html
 */
export default {
  section: 'organizationPolicies',
  after: ['organizationTargets'],
  actions: ['organizations:DescribePolicy'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'organizationPolicies',
      named: attached(earlier('organizationTargets')),
      describe: {
        operation: 'organizations:DescribePolicy',
        key: ({ Id = '' }) => Id,
        arn: ({ Arn, Id = '' }) => Arn ?? Id,
        call: ({ Id: PolicyId = '' }) =>
          session.shared.read(`${session.partition} organizations:DescribePolicy ${PolicyId}`, async () => {
            const [client, sdk] = [await session.organizations(), await import('@aws-sdk/client-organizations')];
            const { Policy } = await client.send(new sdk.DescribePolicyCommand({ PolicyId }), { abortSignal: session.signal });
            const detail = select(always(Policy, 'Policy'), organizationPolicyShape);
            always(detail.Content, 'Content');
            return detail;
          }),
      },
    });
  },
} satisfies Collector<'organizationPolicies'>;

/** Each policy once, in the order of the levels; a level that could not be read may have more. */
function attached(targets: Fact<readonly OrganizationTarget[]>): Fact<readonly OrganizationPolicySummary[]> {
  const levels = [...rowsToName(targets)];
  const policies = new Map<string, OrganizationPolicySummary>();
  for (const { detail } of levels) {
    for (const policy of detail.known ? detail.value.Policies : []) policies.set(policy.Id ?? '', policy);
  }
  const found = [...policies.values()];
  if (!targets.known) return missing(targets.gap, found);
  for (const { detail } of levels) if (!detail.known) return missing(detail.gap, found);
  return known(found);
}
