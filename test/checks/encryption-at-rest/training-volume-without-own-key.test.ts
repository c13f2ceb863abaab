import check from '../../../src/checks/encryption-at-rest/training-volume-without-own-key.ts';
import type { TrainingJobDetail } from '../../../src/inventory/sections/training-jobs.ts';
import { inventory } from '../../support/inventory.ts';
import { refused, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const on = (ResourceConfig: TrainingJobDetail['ResourceConfig']) => inventory({ trainingJobs: [trainingJob('job-1', { ResourceConfig })] });

testCheck(check, {
  fail: [
    ['no key', on({ InstanceCount: 1, InstanceType: 'ml.m5.large' }), 'job-1'],
    ['no instance type', on({}), 'job-1'],
    ['a finished job', inventory({ trainingJobs: [trainingJob('job-1', {}, 'Completed')] }), 'job-1', { says: 'the job is finished' }],
    [
      'groups, one of which takes a key',
      on({
        InstanceGroups: [
          { InstanceGroupName: 'a', InstanceCount: 1, InstanceType: 'ml.p4d.24xlarge' },
          { InstanceGroupName: 'b', InstanceCount: 1, InstanceType: 'ml.c5.xlarge' },
        ],
      }),
      'job-1',
    ],
  ],
  pass: [['a key', on({ InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeKmsKeyId: 'alias/ml' }), 'job-1']],
  unknown: [
    ['no instances named, as of serverless training', on(undefined), 'job-1', { says: 'no instances', missing: [] }],
    [
      'describe refused',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'job-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
  ],
  'not-applicable': [['disks that take no key: other tools fail it', on({ InstanceCount: 1, InstanceType: 'ml.g5.2xlarge' }), 'job-1']],
});
