import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Session } from '../aws/session.ts';
import type { Fact } from '../inventory/fact.ts';
import type { OrganizationRoot } from '../inventory/sections/organization-roots.ts';
import {
  boundingPolicyTypes,
  organizationPolicySummaryShape,
  type BoundingPolicyType,
  type OrganizationLevel,
  type OrganizationLevelPolicies,
} from '../inventory/sections/organization-targets.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { organizationsPageSize } from './organizations-page-size.ts';
import { pagesOf } from './pages.ts';
import { always } from './unreadable-answer.ts';

/**
 * The account, the organizational units above it and the root, each with the policies that are attached to it: two accounts of one organization
 * share what is above both. Only the management account and delegated administrators may ask.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html
 */
export default {
  section: 'organizationTargets',
  after: ['organization', 'organizationRoots'],
  actions: ['organizations:ListParents', 'organizations:ListPoliciesForTarget'],
  async collect(session, options, earlier) {
    if (!mayHold(earlier('organization'), () => true)) return notAsked('organizations:ListParents', 'the account is in no organization');
    const client = await session.organizations();
    const enabled = typesToAsk(earlier('organizationRoots'));
    const types = options.probe ? enabled.slice(0, 1) : enabled;
    return listThenDescribe<LevelPage, OrganizationLevel, OrganizationLevelPolicies>(session, options, {
      section: 'organizationTargets',
      list: { operation: 'organizations:ListParents', pages: async () => levelPages(client, session), rows: ({ levels }) => levels },
      describe: {
        operation: 'organizations:ListPoliciesForTarget',
        key: ({ TargetId }) => TargetId,
        arn: ({ TargetId }) => TargetId,
        call: async ({ TargetId }) => {
          const policies = [];
          for (const type of types) policies.push(...(await policiesOf(client, TargetId, type, session)));
          return { PolicyTypes: types, Policies: policies };
        },
      },
    });
  },
} satisfies Collector<'organizationTargets'>;

/** A type that is not enabled at the root has nothing attached to it anywhere. */
function typesToAsk(roots: Fact<readonly OrganizationRoot[]>): readonly BoundingPolicyType[] {
  return boundingPolicyTypes.filter((type) =>
    mayHold(roots, ({ PolicyTypes = [] }) => PolicyTypes.some(({ Type, Status }) => Type === type && Status !== undefined)),
  );
}

interface LevelPage {
  readonly levels: readonly OrganizationLevel[];
  /** The level that comes next, for those who look whether a list goes in circles. */
  readonly NextToken?: string;
}

/** One page for each level but the root, which comes with what is below it. */
async function* levelPages(client: OrganizationsClient, session: Session): AsyncGenerator<LevelPage, void> {
  let TargetId = session.account;
  let TargetType: OrganizationLevel['TargetType'] = 'ACCOUNT';
  while (TargetType !== 'ROOT') {
    const parent = await parentOf(client, TargetId, session);
    const level = { TargetId, TargetType, ParentId: parent.id };
    const root = { TargetId: parent.id, TargetType: 'ROOT' } as const;
    yield { levels: parent.type === 'ROOT' ? [level, root] : [level], NextToken: parent.id };
    [TargetId, TargetType] = [parent.id, parent.type];
  }
}

/** Whatever is in an organization has exactly one parent. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html */
async function parentOf(client: OrganizationsClient, ChildId: string, { partition, shared, signal }: Session) {
  return shared.read(`${partition} organizations:ListParents ${ChildId}`, async () => {
    const { paginateListParents } = await import('@aws-sdk/client-organizations');
    const parents = [];
    const paging = { client, pageSize: organizationsPageSize };
    for await (const page of pagesOf(paginateListParents(paging, { ChildId }, { abortSignal: signal }))) {
      parents.push(...always(page.Parents, 'Parents'));
    }
    const { Id, Type } = always(parents[0], 'parent');
    return { id: always(Id, 'Id'), type: Type === 'ROOT' ? ('ROOT' as const) : ('ORGANIZATIONAL_UNIT' as const) };
  });
}

async function policiesOf(
  client: OrganizationsClient,
  TargetId: string,
  Filter: BoundingPolicyType,
  { partition, shared, signal }: Session,
) {
  return shared.read(`${partition} organizations:ListPoliciesForTarget ${TargetId} ${Filter}`, async () => {
    const { paginateListPoliciesForTarget } = await import('@aws-sdk/client-organizations');
    const policies = [];
    const paging = { client, pageSize: organizationsPageSize };
    for await (const page of pagesOf(paginateListPoliciesForTarget(paging, { TargetId, Filter }, { abortSignal: signal }))) {
      policies.push(...always(page.Policies, 'Policies').map((policy) => select(policy, organizationPolicySummaryShape)));
    }
    return policies;
  });
}
