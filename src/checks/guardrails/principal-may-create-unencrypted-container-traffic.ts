import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-unencrypted-container-traffic',
  title: 'Principal may create jobs whose containers talk in clear',
  severity: 'low',
  guardrail: 'GRD-6',
  danger:
    'The instances of a distributed job exchange data and gradients in clear unless the job says otherwise. The condition key ' +
    '`sagemaker:InterContainerTrafficEncryption` can demand encryption for eleven actions; it knows nothing of how many instances a job has.',
  remedy:
    'Deny the eleven actions with `"BoolIfExists": {"sagemaker:InterContainerTrafficEncryption": "false"}`. That holds for jobs on one instance, too.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
});
