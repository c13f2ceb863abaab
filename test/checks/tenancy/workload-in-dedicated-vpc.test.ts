import check from '../../../src/checks/tenancy/workload-in-dedicated-vpc.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { domain, endpoint, refused, subnet, trainingJob, vpc } from '../../support/rows.ts';
import { compilationJob, tuningJob } from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const inTenancy = (InstanceTenancy: 'default' | 'dedicated' | 'host' | undefined, given: Given = { trainingJobs: [trainingJob()] }) =>
  inventory({ vpcs: [vpc({ InstanceTenancy })], ...given });

testCheck(check, {
  fail: [
    [
      'a training job',
      inTenancy('dedicated'),
      'job-1',
      { requirements: ['TEN-17'], evidence: ['ec2:DescribeVpcs vpc-1: InstanceTenancy="dedicated"'] },
    ],
    ['a finished one', inTenancy('dedicated', { trainingJobs: [trainingJob('job-1', {}, 'Completed')] }), 'job-1', { says: 'finished' }],
    ['a compilation job', inTenancy('dedicated', { compilationJobs: [compilationJob()] }), 'compilation-1', { requirements: ['TEN-17'] }],
    ['the training jobs of a tuning job', inTenancy('dedicated', { hyperParameterTuningJobs: [tuningJob()] }), 'tuning-1'],
    ['a VpcOnly domain', inTenancy('host', { domains: [domain()] }), 'd-1'],
    [
      'one subnet of two, the other unseen',
      inTenancy('dedicated', {
        trainingJobs: [trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-gone', 'subnet-1'], SecurityGroupIds: [] } })],
      }),
      'job-1',
    ],
  ],
  pass: [
    [
      'an endpoint, whatever the tenancy of its VPC',
      inTenancy('dedicated', { endpoints: [endpoint()] }),
      'endpoint-1',
      { says: 'met by AWS' },
    ],
    ['default tenancy', inTenancy('default'), 'job-1', { says: 'met by AWS' }],
    ['a VpcOnly domain, too', inTenancy('default', { domains: [domain()] }), 'd-1'],
  ],
  unknown: [
    [
      'a subnet of a VPC that nobody sees',
      inventory({ vpcs: [], trainingJobs: [trainingJob()] }),
      'job-1',
      { says: 'not visible', missing: [] },
    ],
    ['a tenancy of tomorrow', inTenancy('shared' as 'host'), 'job-1', { says: 'shared' }],
    ['no tenancy', inTenancy(undefined), 'job-1', { says: 'absent' }],
    [
      'VPCs refused',
      inventory({ vpcs: refused('ec2:DescribeVpcs'), trainingJobs: [trainingJob()] }),
      'job-1',
      { missing: ['ec2:DescribeVpcs'] },
    ],
    [
      'subnets refused',
      inventory({ subnets: refused('ec2:DescribeSubnets'), trainingJobs: [trainingJob()] }),
      'job-1',
      { missing: ['ec2:DescribeSubnets'] },
    ],
    [
      'describe refused',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'job-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
  ],
  'not-applicable': [
    [
      'a finished job whose subnet is gone',
      inventory({ subnets: [], trainingJobs: [trainingJob('job-1', {}, 'Completed')] }),
      'job-1',
      { says: 'nothing left to judge' },
    ],
    [
      'in no VPC',
      inTenancy('dedicated', { trainingJobs: [trainingJob('job-1', { VpcConfig: undefined })] }),
      'job-1',
      { says: 'met by AWS' },
    ],
    [
      'a domain on the internet',
      inTenancy('dedicated', { domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }),
      'd-1',
    ],
  ],
  silent: [['nothing runs', inTenancy('dedicated', { subnets: [subnet()] })]],
});
