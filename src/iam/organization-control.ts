import type { Gap } from '../core/gap.ts';
import type { Fact } from '../inventory/fact.ts';
import type { OrganizationPolicy } from '../inventory/sections/organization-policies.ts';
import type { OrganizationRoot } from '../inventory/sections/organization-roots.ts';
import type { BoundingPolicyType, OrganizationTarget } from '../inventory/sections/organization-targets.ts';
import type { Organization } from '../inventory/sections/organization.ts';
import { readPolicy, type PolicyDocument } from './policy-document.ts';
import type { NamedPolicy } from './policy-set.ts';

/** What an organization lets an account do, at most. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export interface OrganizationControl {
  /** The organization's id; null where the account is in none, undefined where nobody could read it. */
  readonly id: string | null | undefined;
  /** Service control policies by level, from the root to the account. Empty where none apply; undefined where they could not be read. */
  readonly scp: readonly (readonly NamedPolicy[])[] | undefined;
  readonly rcp: readonly (readonly NamedPolicy[])[] | undefined;
  /** Why service control policies do not apply, as a clause, where they do not. */
  readonly exempt: string | undefined;
  /** The failed read, where something could not be read. */
  readonly gap: Gap | undefined;
}

/** What was read of the organization of an account. */
export interface OrganizationFacts {
  readonly organization: Fact<readonly Organization[]>;
  readonly organizationRoots: Fact<readonly OrganizationRoot[]>;
  readonly organizationTargets: Fact<readonly OrganizationTarget[]>;
  readonly organizationPolicies: Fact<readonly OrganizationPolicy[]>;
}

/** @param account whose principals are bounded */
export function organizationControl(facts: OrganizationFacts, account: string): OrganizationControl {
  const { organization } = facts;
  if (!organization.known) return { id: undefined, scp: undefined, rcp: undefined, exempt: undefined, gap: organization.gap };
  const [found] = organization.value;
  if (found === undefined) return { id: null, scp: [], rcp: [], exempt: 'the account is in no organization', gap: undefined };
  const id = found.Id;
  if (found.FeatureSet === 'CONSOLIDATED_BILLING') {
    return { id, scp: [], rcp: [], exempt: 'the organization shares its bills alone, without policies', gap: undefined };
  }
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html#management-account
  if (found.MasterAccountId === account) {
    return { id, scp: [], rcp: [], exempt: 'it is the management account, which no service control policy bounds', gap: undefined };
  }
  const missing = [facts.organizationRoots, facts.organizationTargets, facts.organizationPolicies].find((fact) => !fact.known);
  if (missing !== undefined && !missing.known) return { id, scp: undefined, rcp: undefined, exempt: undefined, gap: missing.gap };
  const scp = levelsOf('SERVICE_CONTROL_POLICY', facts);
  const rcp = levelsOf('RESOURCE_CONTROL_POLICY', facts);
  const exempt = scp?.length === 0 ? 'service control policies are not enabled in the organization' : undefined;
  return { id, scp, rcp, exempt, gap: firstGap(facts.organizationTargets) ?? firstGap(facts.organizationPolicies) };
}

/** The first row of a section that was listed and could not be explained. */
function firstGap(section: Fact<readonly { readonly detail: Fact<unknown> }[]>): Gap | undefined {
  const rows = section.known ? section.value : [];
  return rows.flatMap(({ detail }) => (detail.known ? [] : [detail.gap]))[0];
}

function levelsOf(type: BoundingPolicyType, facts: OrganizationFacts): readonly (readonly NamedPolicy[])[] | undefined {
  const { organizationRoots: roots, organizationTargets: targets, organizationPolicies: policies } = facts;
  if (!roots.known || !targets.known || !policies.known) return undefined;
  const enabled = roots.value.some(({ PolicyTypes }) => PolicyTypes?.some(({ Type, Status }) => Type === type && Status === 'ENABLED'));
  if (!enabled) return [];
  const documents = new Map(policies.value.map((policy) => [policy.summary.Id, documentOf(policy)]));
  const levels: (readonly NamedPolicy[])[] = [];
  // Rows go upwards, and levels are told from the root down.
  for (const { detail } of [...targets.value].reverse()) {
    if (!detail.known) return undefined;
    const attached = detail.value.Policies.filter((policy) => policy.Type === type);
    levels.push(
      attached.map(({ Id, Name }) => ({
        name: Name ?? Id ?? '',
        document: documents.get(Id) ?? { kind: 'unreadable', reason: 'was not read' },
      })),
    );
  }
  return levels;
}

const parsed = new WeakMap<OrganizationPolicy, PolicyDocument>();

function documentOf(policy: OrganizationPolicy): PolicyDocument {
  let document = parsed.get(policy);
  if (document === undefined) {
    const text = policy.detail.known ? policy.detail.value.Content : undefined;
    document =
      text === undefined
        ? { kind: 'unreadable', reason: 'was not read' }
        : readPolicy(text, policy.summary.Type === 'SERVICE_CONTROL_POLICY' ? 'identity' : 'resource');
    parsed.set(policy, document);
  }
  return document;
}
