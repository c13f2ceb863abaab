import type { Gap } from '../../core/gap.ts';
import { known, MissingFact, need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { NotebookInstance } from '../../inventory/sections/notebook-instances.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

export default defineCheck({
  id: 'notebook-shared-execution-role',
  title: 'Execution role is shared by several notebook instances',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-1'],
  controls: [],
  description:
    'A notebook instance is meant for one person, and acts with its execution role. Two notebooks with one role are one identity: each user reads what the ' +
    'other may read, and no log tells them apart. Looked at: all notebook instances of the account, in every audited Region.',
  remediation:
    'Create a role for each notebook, with only what its user needs. The role can be changed while the instance is stopped: ' +
    '`aws sagemaker update-notebook-instance --role-arn …`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  ],
  needs: ['notebookInstances'],
  across: ['notebookInstances'],
  *resources({ notebookInstances, across, scope }) {
    const roles = rolesOf(across.notebookInstances);
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: { notebook, roles } });
  },
  evaluate({ notebook, roles }) {
    const { RoleArn } = need(notebook.detail);
    if (RoleArn === undefined) return unknown('AWS named no execution role for this notebook', [{ source, path: 'RoleArn', value: null }]);
    const others = (roles.users.get(RoleArn) ?? []).filter((arn) => arn !== notebook.summary.NotebookInstanceArn);
    const evidence = { source, path: 'RoleArn', value: RoleArn };
    if (others.length > 0) {
      const count = others.length === 1 ? 'another notebook' : `${others.length} other notebooks`;
      return fail(`notebook shares ${RoleArn.split('/').at(-1)} with ${count}`, [
        evidence,
        ...others.slice(0, shown).map((arn) => ({ source, path: `${arn.split('/').at(-1)}: RoleArn`, value: RoleArn })),
      ]);
    }
    // One that could not be read might have the same role.
    if (roles.hidden !== undefined) throw MissingFact.of(roles.hidden);
    return pass(`no other notebook has ${RoleArn.split('/').at(-1)}`, [evidence]);
  },
});

/** Which notebooks use which role, and the first gap behind which there may be more. */
interface Roles {
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly hidden: Gap | undefined;
}

function rolesOf(sections: readonly Fact<readonly NotebookInstance[]>[]): Roles {
  const users = new Map<string, string[]>();
  let hidden: Gap | undefined;
  for (const section of sections) {
    if (!section.known) hidden ??= section.gap;
    for (const { summary, detail } of rowsToName(section)) {
      if (!detail.known) hidden ??= detail.gap;
      else if (detail.value.RoleArn !== undefined) {
        users.set(detail.value.RoleArn, [...(users.get(detail.value.RoleArn) ?? []), summary.NotebookInstanceArn ?? '']);
      }
    }
  }
  return { users, hidden };
}
