import check from '../../../src/checks/network-isolation/inter-container-traffic-unencrypted.ts';
import { inventory } from '../../support/inventory.ts';
import { refused, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Detail = Parameters<typeof trainingJob>[1];
const job = (given: Detail, status?: 'InProgress' | 'Completed') => inventory({ trainingJobs: [trainingJob('job-1', given, status)] });
const clear = { EnableInterContainerTrafficEncryption: false };
const instances = (InstanceCount: number | undefined) => ({ ResourceConfig: { InstanceCount, InstanceType: 'ml.m5.large' as const } });
const group = (InstanceGroupName: string, InstanceCount: number | undefined) => ({
  InstanceGroupName,
  InstanceCount,
  InstanceType: 'ml.m5.large' as const,
});

testCheck(check, {
  fail: [
    [
      'four instances, in clear',
      job({ ...clear, ...instances(4) }),
      'job-1',
      {
        says: 'its 4 instances in clear',
        requirements: ['ISO-8'],
        evidence: [
          'sagemaker:DescribeTrainingJob EnableInterContainerTrafficEncryption=false',
          'sagemaker:DescribeTrainingJob ResourceConfig.InstanceCount=4',
        ],
      },
    ],
    [
      'absent: off is the documented default',
      job({ EnableInterContainerTrafficEncryption: undefined, ...instances(2) }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob EnableInterContainerTrafficEncryption=null'] },
    ],
    [
      'groups of one instance each',
      job({ ...clear, ResourceConfig: { InstanceGroups: [group('a', 1), group('b', 1)] } }),
      'job-1',
      { says: 'its 2 instances' },
    ],
    ['a job that is history', job({ ...clear, ...instances(2) }, 'Completed'), 'job-1', { says: 'the job is finished' }],
    ['isolated from every network: the instances still talk', job({ ...clear, ...instances(2), EnableNetworkIsolation: true }), 'job-1'],
  ],
  pass: [
    ['several instances, encrypted', job(instances(4)), 'job-1'],
    ['encrypted, on how many instances nobody knows', job(instances(undefined)), 'job-1'],
    ['one instance, encrypted all the same', job(instances(1)), 'job-1'],
  ],
  unknown: [
    ['in clear, on how many instances nobody knows', job({ ...clear, ...instances(undefined) }), 'job-1', { missing: [] }],
    [
      'in clear, a group without a count',
      job({ ...clear, ResourceConfig: { InstanceGroups: [group('a', 1), group('b', undefined)] } }),
      'job-1',
    ],
    ['describe refused', job(refused('sagemaker:DescribeTrainingJob')), 'job-1', { missing: ['sagemaker:DescribeTrainingJob'] }],
    [
      'list refused',
      inventory({ trainingJobs: refused('sagemaker:ListTrainingJobs') }),
      '111122223333',
      { missing: ['sagemaker:ListTrainingJobs'] },
    ],
  ],
  'not-applicable': [
    ['one instance (Prowler, cnspec, Steampipe: FAIL)', job({ ...clear, ...instances(1) }), 'job-1', { says: 'one instance' }],
    ['one group of one instance', job({ ...clear, ResourceConfig: { InstanceGroups: [group('a', 1)] } }), 'job-1'],
  ],
  silent: [['no jobs', inventory()]],
});
