import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { inferenceExperimentSubjects } from '../subjects/inference-experiment-subjects.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';
import { notApplicable } from '../verdict.ts';

const source = 'sagemaker:DescribeInferenceExperiment';

export default defineCheck({
  id: 'inference-experiment-data-without-own-key',
  title: 'Captured data of an inference experiment has no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: ['SecurityHub/SageMaker.24', 'Config/sagemaker-inf-experiment-data-storage-kms-encrypted'],
  description:
    'An inference experiment can keep requests and answers in S3, with whatever callers sent. They are always encrypted; with a KMS key of your own you ' +
    'decide who may use it, and can end all uses at once. An experiment that keeps none has nothing to encrypt.',
  remediation:
    'Create a new experiment with `--data-storage-config Destination=…,KmsKey=…`; what was written before keeps its key until it is copied anew.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExperimentDataStorageConfig.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-24',
  ],
  needs: ['inferenceExperiments'],
  resources: ({ inferenceExperiments, scope }) => inferenceExperimentSubjects(inferenceExperiments, scope),
  evaluate(experiment) {
    const { DataStorageConfig } = need(experiment.detail);
    if (DataStorageConfig === undefined)
      return notApplicable('the experiment keeps no data', [{ source, path: 'DataStorageConfig', value: null }]);
    return ownKeyVerdict({ key: DataStorageConfig.KmsKey, source, path: 'DataStorageConfig.KmsKey', what: 'captured data' });
  },
});
