import check from '../../../src/checks/vpc-placement/subnet-short-of-addresses.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, model, notebook, refused, subnet, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const free = (count: number | undefined) => [
  subnet({ AvailableIpAddressCount: count }),
  subnet({ SubnetId: 'subnet-2', AvailableIpAddressCount: count }),
];
const training = (InstanceCount: number, Subnets = ['subnet-1'], InstanceType: string | undefined = 'ml.m5.xlarge') =>
  trainingJob(
    'job-1',
    { ResourceConfig: { InstanceCount, InstanceType: InstanceType as 'ml.m5.xlarge' }, VpcConfig: { Subnets, SecurityGroupIds: ['sg-1'] } },
    'Completed',
  );
const mixed = trainingJob('job-1', {
  ResourceConfig: {
    InstanceGroups: [
      { InstanceGroupName: 'gpu', InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2 },
      { InstanceGroupName: 'cpu', InstanceType: 'ml.c5.xlarge', InstanceCount: 3 },
    ],
  },
});
const tuned = (InstanceConfigs: { InstanceType: 'ml.p5.48xlarge' | 'ml.m5.large'; InstanceCount: number }[]) =>
  rows.tuningJob('tuning-1', {
    TrainingJobDefinition: rows.tuningDefinition({ ResourceConfig: undefined, HyperParameterTuningResourceConfig: { InstanceConfigs } }),
  });

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
      'with an Elastic Fabric Adapter each instance needs five',
      inventory({ trainingJobs: [training(2, ['subnet-1'], 'ml.p5.48xlarge')], subnets: free(9) }),
      'subnet-1',
      { says: 'where job-1 needs 10' },
    ],
    [
      'groups of instances: twice five and three times two',
      inventory({ trainingJobs: [mixed], subnets: free(15) }),
      'subnet-1',
      { says: 'where job-1 needs 16' },
    ],
    [
      'a tuning job that may use either: the larger',
      inventory({
        hyperParameterTuningJobs: [
          tuned([
            { InstanceType: 'ml.m5.large', InstanceCount: 3 },
            { InstanceType: 'ml.p5.48xlarge', InstanceCount: 2 },
          ]),
        ],
        subnets: free(9),
      }),
      'subnet-1',
      { says: 'where tuning-1 needs 10' },
    ],
    [
      'too few even without the adapter, of a type that may have it',
      inventory({ trainingJobs: [training(2, ['subnet-1'], 'ml.g5.48xlarge')], subnets: free(3) }),
      'subnet-1',
      { says: 'where job-1 needs 4' },
    ],
    [
      'the most demanding of several counts',
      inventory({ trainingJobs: [training(4)], processingJobs: [rows.processingJob()], subnets: free(7) }),
      'subnet-1',
      { says: 'where job-1' },
    ],
  ],
  pass: [
    [
      'a small size of a family with the adapter has none',
      inventory({ trainingJobs: [training(2, ['subnet-1'], 'ml.g5.4xlarge')], subnets: free(4) }),
      'subnet-1',
    ],
    ['room for five each', inventory({ trainingJobs: [training(2, ['subnet-1'], 'ml.g5.48xlarge')], subnets: free(10) }), 'subnet-1'],
    ['processing takes two, whatever it runs on', inventory({ processingJobs: [rows.processingJob()], subnets: free(2) }), 'subnet-1'],
    ['just enough', inventory({ trainingJobs: [training(4)], subnets: free(8) }), 'subnet-1'],
    ['spread over two subnets', inventory({ trainingJobs: [training(4, ['subnet-1', 'subnet-2'])], subnets: free(4) }), 'subnet-2'],
  ],
  unknown: [
    [
      'nobody says whether SageMaker gives this type an adapter: between two and five each',
      inventory({ trainingJobs: [training(2, ['subnet-1'], 'ml.g5.48xlarge')], subnets: free(9) }),
      'subnet-1',
      { says: 'take five each', missing: [] },
    ],
    [
      'the smallest P5 is no small size',
      inventory({ trainingJobs: [training(1, ['subnet-1'], 'ml.p5.4xlarge')], subnets: free(4) }),
      'subnet-1',
    ],
    [
      'a type that nobody has heard of',
      inventory({ trainingJobs: [training(1, ['subnet-1'], 'ml.z9.96xlarge')], subnets: free(4) }),
      'subnet-1',
    ],
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
