import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';
const path = 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion';

export default defineCheck({
  id: 'notebook-imds-v1',
  title: 'Notebook instance answers IMDSv1 requests',
  severity: 'medium',
  family: 'root-access',
  requirements: ['ROOT-3'],
  controls: [],
  description:
    'Version 1 of the instance metadata service hands the credentials of the execution role to whoever can make the instance send one GET request: ' +
    'a server-side request forgery in a notebook extension is enough. Version 2 asks for a session token first, which such a request cannot ' +
    'fetch. Version 1 is allowed unless switched off.',
  remediation:
    'Can be changed while the instance is stopped: `aws sagemaker stop-notebook-instance`, then `aws sagemaker update-notebook-instance ' +
    '--instance-metadata-service-configuration MinimumInstanceMetadataServiceVersion=2`, then start it again. SDKs from before 2019 need an update.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const version = need(notebook.detail).InstanceMetadataServiceConfiguration?.MinimumInstanceMetadataServiceVersion;
    const evidence = { source, path, value: version ?? null };
    if (version === '2') return pass('the notebook answers IMDSv2 only', [evidence]);
    // Absent means 1: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
    if (version === '1' || version === undefined) return fail('the notebook gives credentials to IMDSv1 requests', [evidence]);
    return unknown(`this version does not know MinimumInstanceMetadataServiceVersion=${version}`, [evidence]);
  },
});
