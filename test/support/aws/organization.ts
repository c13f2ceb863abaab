import type { Organization, Policy, Root } from '@aws-sdk/client-organizations';
import type { Stored } from '../../../src/inventory/stored.ts';
import { AwsError } from './aws-error.ts';
import { cutList, type ListParts } from './cut-list.ts';
import { text, type Answer, type Call, type Handler } from './handler.ts';

/** The organization of an account, as far as it bounds the account. */
export interface OrganizationFixture {
  readonly Organization: Stored<Organization>;
  readonly Roots: readonly Stored<Root>[];
  /** What is above each account and organizational unit. */
  readonly Parents: { readonly [childId: string]: { readonly Id: string; readonly Type: 'ROOT' | 'ORGANIZATIONAL_UNIT' } };
  readonly Policies: readonly PolicyFixture[];
  /** May the account ask about more than that there is an organization? The management account always may. */
  readonly delegated?: boolean;
}

/** A policy, and what it is attached to. */
export interface PolicyFixture extends Stored<Policy> {
  readonly Targets: readonly string[];
}

/** Twenty at most. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html */
const parts = (member: string): ListParts => ({
  member,
  size: { name: 'MaxResults', min: 1, max: 20, usual: 20 },
  token: { asked: 'NextToken', given: 'NextToken' },
});

function organizationOf({ account }: Call): OrganizationFixture {
  if (account.organization !== undefined) return account.organization;
  throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
}

/** Only the management account and delegated administrators get an answer. */
function trusted(call: Call): OrganizationFixture {
  const organization = organizationOf(call);
  if (organization.delegated === true || organization.Organization.MasterAccountId === call.account.account) return organization;
  throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
}

function parents(call: Call): Answer {
  const parent = trusted(call).Parents[text(call.input, 'ChildId') ?? ''];
  if (parent === undefined) throw new AwsError('ChildNotFoundException', "You specified a child that doesn't exist.");
  return cutList(call, [parent], parts('Parents'));
}

function policiesForTarget(call: Call): Answer {
  const { Policies, Parents, Roots } = trusted(call);
  const target = text(call.input, 'TargetId') ?? '';
  if (Parents[target] === undefined && !Roots.some(({ Id }) => Id === target)) {
    throw new AwsError('TargetNotFoundException', "You specified a target that doesn't exist.");
  }
  const filter = text(call.input, 'Filter');
  const attached = Policies.filter(({ Targets, PolicySummary }) => Targets.includes(target) && PolicySummary?.Type === filter);
  return cutList(
    call,
    attached.map(({ PolicySummary }) => PolicySummary),
    parts('Policies'),
  );
}

function policy(call: Call): Answer {
  const id = text(call.input, 'PolicyId');
  const found = trusted(call).Policies.find(({ PolicySummary }) => PolicySummary?.Id === id);
  if (found === undefined) throw new AwsError('PolicyNotFoundException', "You specified a policy that doesn't exist.");
  return { Policy: { PolicySummary: found.PolicySummary, Content: found.Content } };
}

/** The operations of Organizations that an audit asks for. */
export const organizationOperations: Readonly<Record<string, Handler>> = {
  'organizations:DescribeOrganization': (call) => ({ Organization: organizationOf(call).Organization }),
  'organizations:ListRoots': (call) => cutList(call, trusted(call).Roots, parts('Roots')),
  'organizations:ListParents': parents,
  'organizations:ListPoliciesForTarget': policiesForTarget,
  'organizations:DescribePolicy': policy,
};
