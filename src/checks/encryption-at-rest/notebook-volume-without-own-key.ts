import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';

export default defineCheck({
  id: 'notebook-volume-without-own-key',
  title: 'Volume of a notebook instance has no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: [
    'SecurityHub/SageMaker.21',
    'Config/sagemaker-notebook-instance-storage-vol-kms-encrypted',
    'Config/sagemaker-notebook-instance-kms-key-configured',
  ],
  description:
    'The volume of a notebook instance holds data, code and results. It is always encrypted; with a KMS key of your own you also decide who may use it, see ' +
    'each use in CloudTrail, and can end all of them at once.',
  remediation: 'The key cannot be changed: save what is on the volume, create a new instance with `--kms-key-id`, and delete the old one.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-21',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate: (notebook) =>
    ownKeyVerdict({
      key: need(notebook.detail).KmsKeyId,
      source: 'sagemaker:DescribeNotebookInstance',
      path: 'KmsKeyId',
      what: 'volume of the notebook',
    }),
});
