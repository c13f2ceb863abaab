import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { inferenceExperimentSubjects } from '../subjects/inference-experiment-subjects.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';

export default defineCheck({
  id: 'inference-experiment-volume-without-own-key',
  title: 'Instances of an inference experiment have no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: ['SecurityHub/SageMaker.23', 'Config/sagemaker-inf-experiment-instance-storage-kms-encrypted'],
  description:
    'The instances of an inference experiment keep models, and what containers write, on volumes. These are always encrypted; with a KMS key of your own ' +
    'you decide who may use it, and can end all uses at once.',
  remediation: 'The key cannot be changed: stop the experiment, and create a new one with `--kms-key`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceExperiment.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-23',
  ],
  needs: ['inferenceExperiments'],
  resources: ({ inferenceExperiments, scope }) => inferenceExperimentSubjects(inferenceExperiments, scope),
  evaluate: (experiment) =>
    ownKeyVerdict({
      key: need(experiment.detail).KmsKey,
      source: 'sagemaker:DescribeInferenceExperiment',
      path: 'KmsKey',
      what: 'storage of the instances',
    }),
});
