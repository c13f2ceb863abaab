import check from '../../../src/checks/network-isolation/workload-not-network-isolated.ts';
import { inventory } from '../../support/inventory.ts';
import { model, notebook, refused, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [
    [
      'training job, stated false',
      inventory({ trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false })] }),
      'job-1',
      { requirements: ['ISO-1'], controls: [], evidence: ['sagemaker:DescribeTrainingJob EnableNetworkIsolation=false'] },
    ],
    [
      'training job, absent: off is the documented default',
      inventory({ trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: undefined })] }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob EnableNetworkIsolation=null'] },
    ],
    [
      'model',
      inventory({ models: [model('model-1', { EnableNetworkIsolation: false })] }),
      'model-1',
      { requirements: ['ISO-2'], controls: ['SecurityHub/SageMaker.5', 'Config/sagemaker-model-isolation-enabled'] },
    ],
    [
      'in a VPC is not isolated',
      inventory({ models: [model('model-1', { EnableNetworkIsolation: undefined })] }),
      'model-1',
      { evidence: ['sagemaker:DescribeModel EnableNetworkIsolation=null'] },
    ],
    [
      'finished job',
      inventory({ trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false }, 'Completed')] }),
      'job-1',
      { says: '; the job is finished' },
    ],
  ],
  pass: [
    ['isolated training job', inventory({ trainingJobs: [trainingJob()] }), 'job-1'],
    ['isolated model', inventory({ models: [model()] }), 'model-1', { evidence: ['sagemaker:DescribeModel EnableNetworkIsolation=true'] }],
    ['isolated without a VPC', inventory({ models: [model('model-1', { VpcConfig: undefined })] }), 'model-1'],
  ],
  unknown: [
    [
      'describe refused',
      inventory({ models: [model('model-1', refused('sagemaker:DescribeModel'))] }),
      'model-1',
      { missing: ['sagemaker:DescribeModel'] },
    ],
    [
      'list refused',
      inventory({ trainingJobs: refused('sagemaker:ListTrainingJobs') }),
      '111122223333',
      { missing: ['sagemaker:ListTrainingJobs'] },
    ],
  ],
  silent: [['notebooks have no isolation', inventory({ notebookInstances: [notebook()] })]],
});
