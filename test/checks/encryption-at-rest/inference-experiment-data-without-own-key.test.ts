import check from '../../../src/checks/encryption-at-rest/inference-experiment-data-without-own-key.ts';
import { inventory } from '../../support/inventory.ts';
import { inferenceExperiment } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withKey = (KmsKey: string | undefined) =>
  inventory({ inferenceExperiments: [inferenceExperiment('x', { DataStorageConfig: { Destination: 's3://captured/', KmsKey } })] });

testCheck(check, {
  fail: [['no key', withKey(undefined), 'x', { requirements: [], controls: check.controls as readonly string[] }]],
  pass: [['a key', withKey('alias/ml'), 'x']],
  unknown: [
    [
      'describe refused',
      inventory({ inferenceExperiments: [inferenceExperiment('x', refused('sagemaker:DescribeInferenceExperiment'))] }),
      'x',
      { missing: ['sagemaker:DescribeInferenceExperiment'] },
    ],
  ],
  'not-applicable': [['no data kept', inventory({ inferenceExperiments: [inferenceExperiment('x')] }), 'x']],
  silent: [['no experiment', inventory()]],
});
