import { defineCheck, type AnyCheck } from '../../../src/checks/check.ts';
import { fail, pass, unknown } from '../../../src/checks/verdict.ts';
import type { Severity } from '../../../src/core/severity.ts';
import { known, need } from '../../../src/inventory/fact.ts';
import type { NotebookInstance } from '../../../src/inventory/sections/notebook-instances.ts';

/** Two checks that no change of the real ones can break: they judge notebooks by RootAccess, one as `high`, one as `low`. */
export const tinyChecks: readonly AnyCheck[] = [tinyCheck('notebook-root', 'high'), tinyCheck('notebook-root-minor', 'low')];

function tinyCheck(id: string, severity: Severity): AnyCheck {
  const check = defineCheck({
    id,
    title: `Notebook gives root (${severity})`,
    severity,
    family: severity === 'high' ? 'root-access' : 'tenancy',
    requirements: ['ROOT-1'],
    description:
      'Looks at **RootAccess**.\n\n- one reason that is long enough to be wrapped in a narrow terminal, as people have them\n- two',
    remediation: 'Stop the notebook first:\n\n```\naws sagemaker stop-notebook-instance --notebook-instance-name NAME\n```',
    references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
    controls: ['FSBP/SageMaker.3'],
    needs: ['notebookInstances'],
    *resources({ notebookInstances, scope }) {
      for (const notebook of notebookInstances) {
        const { NotebookInstanceName: name = '', NotebookInstanceArn: arn = '' } = notebook.summary;
        const resource = { type: 'AWS::SageMaker::NotebookInstance', name, arn, account: scope.account, region: scope.region };
        yield known({ resource, about: notebook });
      }
    },
    evaluate(notebook: NotebookInstance) {
      const { RootAccess } = need(notebook.detail);
      const evidence = { source: 'sagemaker:DescribeNotebookInstance', path: 'RootAccess', value: RootAccess ?? null };
      if (RootAccess === 'Enabled') return fail('users are root', [evidence]);
      if (RootAccess === 'Disabled') return pass('users are not root', [evidence]);
      return unknown('RootAccess has a value that this version does not know', [evidence]);
    },
  });
  return check;
}
