import check from '../../../src/checks/network-isolation/workload-neither-in-vpc-nor-isolated.ts';
import { inventory } from '../../support/inventory.ts';
import { endpointConfig, model, refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const open = { VpcConfig: undefined, EnableNetworkIsolation: false };
const serverless = [{ VariantName: 'main', ModelName: 'model-1', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 1 } }];

testCheck(check, {
  fail: [
    [
      'training job with neither',
      inventory({ trainingJobs: [trainingJob('job-1', open)] }),
      'job-1',
      { requirements: ['ISO-10'], evidence: ['sagemaker:DescribeTrainingJob VpcConfig=null'] },
    ],
    ['finished', inventory({ trainingJobs: [trainingJob('job-1', open, 'Completed')] }), 'job-1', { says: 'the job is finished' }],
    ['processing job without NetworkConfig', inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig: undefined })] }), 'p'],
    [
      'one of two definitions of a tuning job',
      inventory({
        hyperParameterTuningJobs: [
          rows.tuningJob('t', {
            TrainingJobDefinition: undefined,
            TrainingJobDefinitions: [
              rows.tuningDefinition(),
              rows.tuningDefinition({ VpcConfig: undefined, EnableNetworkIsolation: false }),
            ],
          }),
        ],
      }),
      't',
    ],
    ['AutoML cannot be isolated, and is in no VPC', inventory({ autoMLJobs: [rows.autoMLJob('a', { SecurityConfig: undefined })] }), 'a'],
    [
      'transform job, by its model',
      inventory({ transformJobs: [rows.transformJob('t')], models: [model('model-1', open)] }),
      't',
      { says: '(through model-1)' },
    ],
  ],
  pass: [
    ['both', inventory({ trainingJobs: [trainingJob()] }), 'job-1'],
    [
      'a configuration that isolates the containers of the models that it names',
      inventory({ endpointConfigs: [endpointConfig('config-1', { EnableNetworkIsolation: true })] }),
      'config-1',
    ],
    ['isolated without a VPC', inventory({ trainingJobs: [trainingJob('job-1', { VpcConfig: undefined })] }), 'job-1'],
    ['in a VPC without isolation', inventory({ models: [model('model-1', { EnableNetworkIsolation: undefined })] }), 'model-1'],
  ],
  unknown: [
    [
      'describe refused',
      inventory({ processingJobs: [rows.processingJob('p', refused('sagemaker:DescribeProcessingJob'))] }),
      'p',
      { missing: ['sagemaker:DescribeProcessingJob'] },
    ],
    [
      'document that is no JSON',
      inventory({ jobs: [rows.job('j', { Network: { Readable: false, VpcConfigs: [], RemoteShells: [] } })] }),
      'j',
      { missing: [] },
    ],
  ],
  'not-applicable': [
    [
      'model on serverless variants alone',
      inventory({ models: [model('model-1', open)], endpointConfigs: [endpointConfig('c', { ProductionVariants: serverless })] }),
      'model-1',
      { says: 'serverless' },
    ],
    ['configuration whose models decide', inventory({ endpointConfigs: [endpointConfig('c')] }), 'c'],
    ['labeling by people', inventory({ labelingJobs: [rows.labelingJob('l', { LabelingJobAlgorithmsConfig: undefined })] }), 'l'],
  ],
});
