import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-notebook-with-imds-v1',
  title: 'Principal may create a notebook with metadata service version 1',
  severity: 'low',
  guardrail: 'GRD-5',
  danger:
    'Version 1 of the metadata service hands the credentials of the role to whoever can make the notebook instance fetch one address.',
  remedy:
    'Deny `sagemaker:CreateNotebookInstance` unless `sagemaker:MinimumInstanceMetadataServiceVersion` is `2` (`StringNotEquals`), and ' +
    '`sagemaker:UpdateNotebookInstance` where it is `1`.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html'],
});
