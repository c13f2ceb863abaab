import check from '../../../src/checks/network-isolation/foreign-algorithm-not-isolated.ts';
import { inventory } from '../../support/inventory.ts';
import { model, refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const seller = 'arn:aws:sagemaker:eu-west-1:985815980388:algorithm/scikit-decision-trees-15423055-57b73412d2e93e9239e4e16f83298b8f';
const ours = 'arn:aws:sagemaker:eu-west-1:111122223333:algorithm/ours';
const trained = (AlgorithmName: string, EnableNetworkIsolation: boolean) =>
  inventory({
    trainingJobs: [
      trainingJob('job-1', { EnableNetworkIsolation, AlgorithmSpecification: { AlgorithmName, TrainingInputMode: 'File' } as never }),
    ],
  });
const bought = 'arn:aws:sagemaker:eu-west-1:865070037744:model-package/detector-v1';

testCheck(check, {
  fail: [
    ['algorithm of a seller', trained(seller, false), 'job-1', { requirements: ['ISO-9'], says: 'code of account 985815980388' }],
    [
      'second container of a model',
      inventory({
        models: [model('model-1', { EnableNetworkIsolation: false, Containers: [{ Image: 'ours' }, { ModelPackageName: bought }] })],
      }),
      'model-1',
    ],
    [
      'definition of a tuning job',
      inventory({
        hyperParameterTuningJobs: [
          rows.tuningJob('t', {
            TrainingJobDefinition: rows.tuningDefinition({
              EnableNetworkIsolation: false,
              AlgorithmSpecification: { AlgorithmName: seller },
            }),
          }),
        ],
      }),
      't',
    ],
  ],
  pass: [['isolated', trained(seller, true), 'job-1']],
  unknown: [
    [
      'describe refused',
      inventory({ models: [model('model-1', refused('sagemaker:DescribeModel'))] }),
      'model-1',
      { missing: ['sagemaker:DescribeModel'] },
    ],
    ['transform job whose model is deleted', inventory({ transformJobs: [rows.transformJob('t')] }), 't', { missing: [] }],
  ],
  'not-applicable': [
    ['own algorithm', trained(ours, false), 'job-1'],
    ['own algorithm, by name', trained('ours', false), 'job-1'],
    ['an image', inventory({ models: [model('model-1', { EnableNetworkIsolation: false })] }), 'model-1'],
  ],
});
