import { organizationPolicyShape } from '../sections/organization-policies.ts';
import {
  boundingPolicyTypes,
  organizationPolicySummaryShape,
  type BoundingPolicyType,
  type OrganizationLevel,
  type OrganizationPolicySummary,
} from '../sections/organization-targets.ts';
import { isRecord } from '../expectation.ts';
import { eachKnown, need } from '../fact.ts';
import { objectsIn } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import type { Explain, NamedRow, Settle, Unit } from './section-reader.ts';
import { listIn } from './settle.ts';
import { fileError, keep, listOf, rowsUnder, type FileContext, type ListSource, type ShapeFor, type Source } from './source.ts';
import { placeBy } from './told.ts';

/** What an account, an organizational unit and a root are called. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html */
const targetId = /\b(?:ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32}|\d{12})(?![0-9a-z])/;
const looks = '111122223333, ou-ab12-cdef3456 or r-ab12';

/** A list of Organizations: its ARNs name the management account, which says nothing of whose view the file is. */
export function ofOrganization<Row>(
  key: string,
  shape: ShapeFor<NoInfer<Row>>,
  id: keyof NoInfer<Row> & string,
): ListSource & { readonly row?: Row } {
  const source: ListSource = listOf<Row>(key, shape, id);
  return { ...source, read: (answer, file) => source.read(answer, file)?.map((told) => ({ ...told, place: placeBy() })) };
}

/** The answer to list-parents, which does not say whose parent it tells: that has to be in the file's name. */
export const parentsOf: ListSource & { readonly row?: OrganizationLevel } = {
  keys: ['Parents'],
  fileName: looks,
  ids: ['TargetId'],
  shape: { TargetId: true, TargetType: true, ParentId: true },
  read(answer, file) {
    const parents = rowsUnder(answer, 'Parents', ['Id', 'Type'], file);
    const [parent] = parents ?? [];
    if (parent === undefined) return undefined;
    const TargetId = subjectOf('Parents', textOf(answer, 'ChildId'), file);
    const ParentId = textOf(parent, 'Id') ?? '';
    const level = { TargetId, TargetType: TargetId.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT', ParentId };
    const root = { TargetId: ParentId, TargetType: 'ROOT' };
    const levels = textOf(parent, 'Type') === 'ROOT' ? [level, root] : [level];
    return levels.map((value) => ({ id: value.TargetId, value, place: placeBy() }));
  },
};

/** The levels above the account that no file tells; undefined where the chain ends at the root. */
export function brokenChain(told: readonly { readonly value: object }[], { account }: Unit): string | undefined {
  const levels = new Map(told.map(({ value }) => [(value as OrganizationLevel).TargetId, value as OrganizationLevel]));
  const seen = new Set<string>();
  let at = account;
  while (!seen.has(at)) {
    seen.add(at);
    const level = levels.get(at);
    if (level?.TargetType === 'ROOT') return undefined;
    if (level?.ParentId === undefined) return `what is above ${at}`;
    at = level.ParentId;
  }
  return `the root above ${account}`;
}

/** The answer to list-policies-for-target, for one type of policy and a target that only the file's name tells. */
const policiesForTarget: Source = {
  keys: ['Policies'],
  fileName: looks,
  read(answer, file) {
    const policies = objectsIn(answer, 'Policies');
    const ofOrganizations = (row: object) => textOf(row as JsonObject, 'Id')?.startsWith('p-') === true && 'AwsManaged' in row;
    if (policies === undefined || policies.length === 0 || !policies.every(ofOrganizations)) return undefined;
    const id = subjectOf('Policies', textOf(answer, 'TargetId'), file);
    const rows = policies.map((row) => keep(row, organizationPolicySummaryShape) as OrganizationPolicySummary);
    const PolicyTypes = boundingPolicyTypes.filter((type) => rows.some(({ Type }) => Type === type));
    const value = { PolicyTypes, Policies: rows.filter(({ Type }) => (PolicyTypes as readonly unknown[]).includes(Type)) };
    return [{ id, value, place: placeBy() }];
  },
};

/** Where a type is enabled, something of it is attached everywhere: AWS lets nobody take the last away. */
const bothTypes: Settle = (parts, unit) => {
  const told = [...new Set(parts.flatMap((part) => listIn(part, 'PolicyTypes')))] as BoundingPolicyType[];
  const value = { PolicyTypes: told, Policies: parts.flatMap((part) => listIn(part, 'Policies')) };
  const roots = unit.fact('organizationRoots');
  const enabled = roots.known
    ? roots.value.flatMap(({ PolicyTypes }) => (Array.isArray(PolicyTypes) ? PolicyTypes.map(({ Type }) => Type) : []))
    : boundingPolicyTypes;
  const lacking = boundingPolicyTypes.filter((type) => enabled.includes(type) && !told.includes(type));
  return lacking.length === 0 ? { value } : { value, lacks: `the policies of type ${lacking.join(' and ')}` };
};

export const levelPolicies: Explain = {
  operation: 'organizations:ListPoliciesForTarget',
  details: [policiesForTarget],
  settle: bothTypes,
  by: ['TargetId'],
  arn: (id) => id,
};

/** The answer to describe-policy, of Organizations. */
const policyDocument: Source = {
  keys: ['Policy'],
  read(answer) {
    const policy = answer['Policy'];
    const summary = isRecord(policy) ? policy['PolicySummary'] : undefined;
    if (!isRecord(policy) || !isRecord(summary)) return undefined;
    const id = textOf(summary, 'Id');
    if (id === undefined || textOf(policy, 'Content') === undefined) return undefined;
    const value = keep(policy, organizationPolicyShape);
    return [{ id, value, summary: keep(summary, organizationPolicySummaryShape), place: placeBy() }];
  },
};

export const policyContent: Explain = {
  operation: 'organizations:DescribePolicy',
  details: [policyDocument],
  settle: ([value = {}]) => ({ value }),
  by: ['Id'],
  names: attachedPolicies,
};

function attachedPolicies({ fact }: Unit): readonly NamedRow[] {
  const levels = [...eachKnown(need(fact('organizationTargets')).map(({ detail }) => detail))];
  const policies = new Map(levels.flatMap(({ Policies }) => Policies.map((policy) => [policy.Id ?? '', policy] as const)));
  return [...policies].map(([id, summary]) => ({ id, summary }));
}

/** @throws MlsecError usage, where nothing tells it */
function subjectOf(key: string, told: string | undefined, file: FileContext): string {
  const id = told ?? targetId.exec(file.stem)?.[0];
  if (id !== undefined) return id;
  throw fileError(file, `${key} does not say what it is of`, `put the id into the file's name, such as ${looks}`);
}
