import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

/** https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-8 */
const supported = new Set(['notebook-al2023-v1']);
const outdated = new Set(['notebook-al1-v1', 'notebook-al2-v1', 'notebook-al2-v2', 'notebook-al2-v3']);

export default defineCheck({
  id: 'notebook-unsupported-platform',
  title: 'Notebook instance runs on a platform that gets no more updates',
  severity: 'medium',
  family: 'root-access',
  requirements: ['ROOT-6'],
  controls: ['SecurityHub/SageMaker.8', 'Config/sagemaker-notebook-instance-platform-version'],
  description:
    'The platform is the operating system of the instance with its JupyterLab. Those on Amazon Linux and Amazon Linux 2 get no more security ' +
    'updates for notebooks, so that a known hole in the kernel or in Jupyter stays open, and leads to root and to the credentials of the ' +
    'execution role. Amazon Linux 2023 is supported.',
  remediation:
    'Stop the instance and call `aws sagemaker update-notebook-instance --platform-identifier notebook-al2023-v1`; where that is refused for the ' +
    'old platform, create a new instance on it and copy the files over. In CloudFormation a change of the platform replaces the instance.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-al2.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-8',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const { PlatformIdentifier: platform } = need(notebook.detail);
    const evidence = { source, path: 'PlatformIdentifier', value: platform ?? null };
    if (platform === undefined) return unknown('AWS named no platform for this notebook', [evidence]);
    if (supported.has(platform)) return pass(`${platform} is supported`, [evidence]);
    if (outdated.has(platform)) return fail(`${platform} gets no more security updates`, [evidence]);
    return unknown(`this version does not know the platform ${platform}`, [evidence]);
  },
});
