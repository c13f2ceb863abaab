import { principalFacts, principalSubjects } from '../checks/subjects/principal-subjects.ts';
import { anybodyIn } from '../iam/anybody.ts';
import { closingStatements, policiesOf, policySizes, type Approved, type Gap, type WrittenPolicy } from '../iam/closing-policies.ts';
import { bindingPolicies, escapesOf, type Escapes } from '../iam/escapes.ts';
import { guardrailIds, type GuardrailId } from '../iam/guardrails.ts';
import { organizationControl, type OrganizationFacts } from '../iam/organization-control.ts';
import { rolesToPass, unknownRoles } from '../iam/passed-role.ts';
import { principalsOf } from '../iam/principals.ts';
import { estateOf } from '../inventory/estate.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { sectionFact } from '../inventory/inventory.ts';
import { globalRegion, type SectionName } from '../inventory/sections.ts';
import { workloadFacts, workloadsOf, type WorkloadFacts } from '../workloads/workloads.ts';

/** What closes the gaps in the guardrails of the accounts of an inventory. */
export interface GuardrailPolicies {
  readonly ServiceControlPolicies: readonly WrittenPolicy[];
  readonly IdentityPolicies: readonly WrittenPolicy[];
  /** Sentences for whoever is to attach them. */
  readonly remarks: readonly string[];
  /** False where the principals of an account could not be read: of these, nothing is closed. */
  readonly complete: boolean;
}

/** The sections that it takes. */
export const guardrailSections: readonly SectionName[] = ['accountAuthorization', ...principalFacts, ...workloadFacts];

export function guardrailPolicies(inventory: Inventory): GuardrailPolicies {
  const { partition } = inventory.header;
  const estate = estateOf(inventory);
  const accounts = [...new Set(estate.places.map(({ account }) => account))];
  const remarks: string[] = [];
  let complete = true;
  const [own, above]: [Gap[], Gap[]] = [[], []];
  for (const account of accounts) {
    const regions = estate.places.filter((place) => place.account === account).map(({ region }) => region);
    const facts = organizationFactsOf(inventory, account);
    const control = organizationControl(facts, account);
    const authorization = sectionFact(inventory, account, globalRegion, 'accountAuthorization');
    if (!authorization.known) {
      complete = false;
      remarks.push(
        `users and roles of ${account} could not be read (${authorization.gap.operation}: ${authorization.gap.code}): what they escape is not closed`,
      );
    }
    const roles = authorization.known ? rolesToPass(principalsOf(authorization.value)) : unknownRoles;
    const place = { partition, regions, roles };
    const subjects = authorization.known ? principalSubjects(authorization.value, facts, { partition, account }) : [];
    const administrators = subjects.filter(({ administrator }) => administrator().kind === 'possible');
    for (const subject of subjects) {
      if (administrators.includes(subject)) continue;
      for (const id of guardrailIds) own.push(...gapsIn(id, escapesOf(id, subject.policies, subject.principal.caller, place)));
    }
    if (administrators.length > 0) {
      remarks.push(
        `${administrators.length} ${administrators.length === 1 ? 'administrator' : 'administrators'} of ${account} can lift identity policies: only the service control policy binds them`,
      );
    }
    if (control.exempt !== undefined) remarks.push(`a service control policy does not hold for ${account}: ${control.exempt}`);
    if (control.scp === undefined)
      remarks.push(`the service control policies of ${account} could not be read: the one printed assumes that there is none`);
    const caller = anybodyIn(partition, account, control.id);
    const bound = bindingPolicies({ identity: [], ...(control.scp === undefined ? {} : { scp: control.scp }) }, false);
    for (const id of guardrailIds) above.push(...gapsIn(id, escapesOf(id, bound, caller, place)));
  }
  const approved = approvedIn(inventory);
  if ([...own, ...above].some(({ id, violation }) => id === 'GRD-1' && sparing.has(violation.action))) remarks.push(sparingRemark);
  if ([...own, ...above].some(({ id }) => id === 'GRD-8')) remarks.push(approvedRemark(approved));
  return {
    ServiceControlPolicies: policiesOf(closingStatements(above, approved), policySizes.scp),
    IdentityPolicies: policiesOf(closingStatements(own, approved), policySizes.identity),
    remarks,
    complete,
  };
}

/** Actions that ordinary requests call without subnets. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html */
const sparing: ReadonlySet<string> = new Set(['CreateEndpointConfig', 'UpdateCluster', 'UpdateDomain']);

const sparingRemark =
  'GRD-1 asks subnets of CreateEndpointConfig, UpdateCluster and UpdateDomain, too: endpoint configurations that name models have none, and updates that ' +
  'leave the network alone name none. Take out of the Deny what you still need';

function gapsIn(id: GuardrailId, { possible, unknown }: Escapes): readonly Gap[] {
  return [...possible, ...unknown].map(({ violation }) => ({ id, violation }));
}

function organizationFactsOf(inventory: Inventory, account: string): OrganizationFacts {
  return {
    organization: sectionFact(inventory, account, globalRegion, 'organization'),
    organizationRoots: sectionFact(inventory, account, globalRegion, 'organizationRoots'),
    organizationTargets: sectionFact(inventory, account, globalRegion, 'organizationTargets'),
    organizationPolicies: sectionFact(inventory, account, globalRegion, 'organizationPolicies'),
  };
}

/** The subnets and groups that workloads have today: nobody but you knows which of them you approve of. */
function approvedIn(inventory: Inventory): Approved {
  const estate = estateOf(inventory);
  const [subnets, groups] = [new Set<string>(), new Set<string>()];
  for (const place of estate.places) {
    const facts = Object.fromEntries(workloadFacts.map((section) => [section, estate.fact(place, section)])) as WorkloadFacts;
    for (const { placements } of workloadsOf(facts, { ...place, partition: inventory.header.partition })) {
      for (const placement of placements) {
        if (!placement.known) continue;
        for (const id of placement.value.subnetIds) subnets.add(id);
        for (const id of placement.value.securityGroupIds) groups.add(id);
      }
    }
  }
  return { subnets: [...subnets].sort(), groups: [...groups].sort() };
}

function approvedRemark({ subnets, groups }: Approved): string {
  if (subnets.length === 0 && groups.length === 0)
    return 'no workload is in a VPC: which subnets and groups are approved (GRD-8) is for you to add';
  return `approved (GRD-8) are the ${subnets.length} subnets and ${groups.length} security groups that workloads have today: take out those that you do not approve of`;
}
