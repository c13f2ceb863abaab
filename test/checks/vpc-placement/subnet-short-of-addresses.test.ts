import check from '../../../src/checks/vpc-placement/subnet-short-of-addresses.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, model, notebook, refused, subnet, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const free = (count: number | undefined) => [
  subnet({ AvailableIpAddressCount: count }),
  subnet({ SubnetId: 'subnet-2', AvailableIpAddressCount: count }),
];
const training = (InstanceCount: number, Subnets = ['subnet-1']) =>
  trainingJob('job-1', { ResourceConfig: { InstanceCount }, VpcConfig: { Subnets, SecurityGroupIds: ['sg-1'] } }, 'Completed');

testCheck(check, {
  fail: [
    [
      'four instances need eight',
      inventory({ trainingJobs: [training(4)], subnets: free(7) }),
      'subnet-1',
      { requirements: ['VPC-16'], says: 'has 7 free addresses, where job-1 needs 8' },
    ],
    ['a user of Studio needs four', inventory({ domains: [domain()], subnets: free(3) }), 'subnet-1'],
    ['none free', inventory({ notebookInstances: [notebook()], subnets: free(0) }), 'subnet-1'],
    ['a model on an endpoint needs two', inventory({ models: [model()], subnets: free(1) }), 'subnet-1'],
    [
      'the most demanding of several counts',
      inventory({ trainingJobs: [training(4)], processingJobs: [rows.processingJob()], subnets: free(7) }),
      'subnet-1',
      { says: 'where job-1' },
    ],
  ],
  pass: [
    ['just enough', inventory({ trainingJobs: [training(4)], subnets: free(8) }), 'subnet-1'],
    ['spread over two subnets', inventory({ trainingJobs: [training(4, ['subnet-1', 'subnet-2'])], subnets: free(4) }), 'subnet-2'],
  ],
  unknown: [
    ['AWS did not say', inventory({ trainingJobs: [training(1)], subnets: free(undefined) }), 'subnet-1', { missing: [] }],
    ['subnets refused', inventory({ trainingJobs: [training(1)], subnets: refused('ec2:DescribeSubnets') }), 'subnet-1'],
    [
      'a job that could not be read',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      '111122223333',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
  ],
  silent: [['no workloads', inventory()]],
});
