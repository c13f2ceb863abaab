import check from '../../../src/checks/vpc-placement/workload-outside-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { model, notebook, refused, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const outside = { VpcConfig: undefined, EnableNetworkIsolation: false };

testCheck(check, {
  fail: [
    [
      'training job without VpcConfig',
      inventory({ trainingJobs: [trainingJob('job-1', outside)] }),
      'job-1',
      {
        says: 'training job has no VpcConfig',
        requirements: ['VPC-3'],
        controls: [],
        evidence: ['sagemaker:DescribeTrainingJob VpcConfig=null'],
      },
    ],
    [
      'finished training job: judged as it was configured, and marked',
      inventory({ trainingJobs: [trainingJob('job-1', outside, 'Completed')] }),
      'job-1',
      { says: '; the job is finished' },
    ],
    [
      'model without VpcConfig',
      inventory({ models: [model('model-1', outside)] }),
      'model-1',
      {
        requirements: ['VPC-6'],
        controls: ['Config/sagemaker-model-in-vpc'],
        evidence: ['sagemaker:DescribeModel VpcConfig=null', 'sagemaker:DescribeModel EnableNetworkIsolation=false'],
      },
    ],
    [
      'isolated but outside: still no VPC, and said to be silent',
      inventory({ models: [model('model-1', { VpcConfig: undefined, EnableNetworkIsolation: true })] }),
      'model-1',
      { says: 'network isolation keeps its containers silent' },
    ],
    [
      'VpcConfig that names no subnet',
      inventory({ models: [model('model-1', { VpcConfig: { Subnets: [], SecurityGroupIds: [] } })] }),
      'model-1',
    ],
    [
      'models could not be listed: the job is judged all the same',
      inventory({ trainingJobs: [trainingJob('job-1', outside)], models: refused('sagemaker:ListModels') }),
      'job-1',
    ],
  ],
  pass: [
    [
      'training job in a VPC',
      inventory({ trainingJobs: [trainingJob()] }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob VpcConfig.Subnets=["subnet-1"]'] },
    ],
    ['model in a VPC', inventory({ models: [model()] }), 'model-1'],
  ],
  unknown: [
    [
      'describe of the job refused',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'job-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    [
      'describe of the model refused',
      inventory({ models: [model('model-1', refused('sagemaker:DescribeModel'))] }),
      'model-1',
      { missing: ['sagemaker:DescribeModel'] },
    ],
    [
      'models could not be listed',
      inventory({ trainingJobs: [trainingJob()], models: refused('sagemaker:ListModels') }),
      '111122223333',
      { missing: ['sagemaker:ListModels'] },
    ],
  ],
  silent: [['notebooks are another check', inventory({ notebookInstances: [notebook()] })]],
});
