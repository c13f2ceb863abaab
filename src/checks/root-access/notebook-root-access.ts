import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

export default defineCheck({
  id: 'notebook-root-access',
  title: 'Users of a notebook instance are root',
  severity: 'high',
  family: 'root-access',
  requirements: ['ROOT-1'],
  controls: [
    'SecurityHub/SageMaker.3',
    'Config/sagemaker-notebook-instance-root-access-check',
    'NIST-800-53-r5/AC-3(15)',
    'NIST-800-53-r5/AC-6',
    'NIST-800-53-r5/AC-6(10)',
  ],
  description:
    'With root access whoever opens the notebook can change anything on the instance: switch off agents and logging, install software for the next user, ' +
    'sniff the network. It is on unless switched off. Lifecycle configurations run as root whatever this setting says.',
  remediation:
    'Can be changed while the instance is stopped: `aws sagemaker stop-notebook-instance`, then ' +
    '`aws sagemaker update-notebook-instance --root-access Disabled`, then start it again.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-3',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const { RootAccess } = need(notebook.detail);
    const evidence = { source, path: 'RootAccess', value: RootAccess ?? null };
    if (RootAccess === 'Disabled') return pass('users of the notebook are not root', [evidence]);
    // Absent means enabled: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
    if (RootAccess === 'Enabled' || RootAccess === undefined) return fail('whoever opens the notebook is root on its instance', [evidence]);
    return unknown(`this version does not know RootAccess=${String(RootAccess)}`, [evidence]);
  },
});
