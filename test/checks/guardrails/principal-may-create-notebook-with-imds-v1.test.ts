import check from '../../../src/checks/guardrails/principal-may-create-notebook-with-imds-v1.ts';
import { testGuardrail } from '../../support/guardrail-scenarios.ts';
import { deny } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-5',
  closed: [
    deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '2' } }),
    deny('sagemaker:UpdateNotebookInstance', { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' } }),
  ],
  says: 'may create a notebook instance with version 1 of the metadata service',
});
