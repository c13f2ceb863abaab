import type { Evidence } from '../../core/evidence.ts';
import type { OrganizationFacts } from '../../iam/organization-control.ts';
import { known, type Fact, type Known } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Sections } from '../../inventory/sections.ts';
import { studioRoles } from '../../workloads/studio-roles.ts';
import type { Scope, Subject } from '../check.ts';
import { principalResource, principalSubjects, type PrincipalSubject } from './principal-subjects.ts';
import { studiosOf } from './studios-of.ts';
import { trustsSageMaker } from './studio-sessions.ts';

/** Where the roles of what runs, or can be opened, are named. */
export const executionRoleFacts = ['notebookInstances', 'domains', 'userProfiles', 'models', 'trainingJobs', 'processingJobs'] as const;

type Across = { readonly [K in (typeof executionRoleFacts)[number]]: readonly Fact<Sections[K]>[] };

/** A role that code in SageMaker acts with, or could. */
export interface ExecutionRole {
  readonly subject: PrincipalSubject;
  /** What acts with it; the first few. */
  readonly users: readonly Evidence[];
}

/** Enough to see what it is for. */
const shown = 3;

/**
 * The roles that SageMaker may take on by their trust policies, and those that something names as its role; those in use first. SageMaker can
 * act with no other. https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function* executionRoles(
  rows: readonly AuthorizationDetail[],
  facts: OrganizationFacts,
  scope: Scope,
  across: Across,
): Generator<Known<Subject<ExecutionRole>>, void> {
  const uses = usesOf(across);
  const roles = principalSubjects(rows, facts, scope)
    .filter(({ principal }) => principal.kind === 'role' && (uses.has(principal.arn) || trustsSageMaker(principal.trust)))
    .map((subject): ExecutionRole => ({ subject, users: uses.get(subject.principal.arn)?.slice(0, shown) ?? [] }));
  const inUse = ({ users }: ExecutionRole): number => Number(users.length === 0);
  for (const role of roles.sort((a, b) => inUse(a) - inUse(b))) {
    yield known({ resource: principalResource(role.subject.principal, scope), about: role });
  }
}

function usesOf(across: Across): ReadonlyMap<string, readonly Evidence[]> {
  const uses = new Map<string, Evidence[]>();
  const add = (role: string | undefined, source: string, path: string): void => {
    if (role === undefined) return;
    const list = uses.get(role);
    if (list === undefined) uses.set(role, [{ source, path, value: role }]);
    else if (list.length < shown) list.push({ source, path, value: role });
  };
  for (const { detail } of rowsOf(across.notebookInstances)) {
    if (detail.known)
      add(detail.value.RoleArn, 'sagemaker:DescribeNotebookInstance', `${detail.value.NotebookInstanceName ?? ''}: RoleArn`);
  }
  for (const [role, users] of studioRoles(studiosOf(across)).users) {
    for (const { name, source, path } of users) add(role, source, `${name}: ${path}`);
  }
  for (const { detail } of rowsOf(across.models)) {
    if (detail.known) add(detail.value.ExecutionRoleArn, 'sagemaker:DescribeModel', `${detail.value.ModelName ?? ''}: ExecutionRoleArn`);
  }
  for (const { summary, detail } of rowsOf(across.trainingJobs)) {
    if (detail.known) add(detail.value.RoleArn, 'sagemaker:DescribeTrainingJob', `${summary.TrainingJobName ?? ''}: RoleArn`);
  }
  for (const { summary, detail } of rowsOf(across.processingJobs)) {
    if (detail.known) add(detail.value.RoleArn, 'sagemaker:DescribeProcessingJob', `${summary.ProcessingJobName ?? ''}: RoleArn`);
  }
  return uses;
}

function* rowsOf<T>(sections: readonly Fact<Iterable<T>>[]): Generator<T, void> {
  for (const section of sections) yield* rowsToName(section);
}
