import check from '../../../src/checks/network-isolation/exempt-image-outside-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const image = (TrainingImage: string) => ({
  EnableNetworkIsolation: false,
  AlgorithmSpecification: { TrainingImage, TrainingInputMode: undefined },
});
const chainer = image('520713654638.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3');
const explained = (NetworkConfig: object | undefined) =>
  inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig, AppSpecification: { ImageUri: rows.clarify } })] });

testCheck(check, {
  fail: [
    [
      'Chainer',
      inventory({ trainingJobs: [trainingJob('job-1', { ...chainer, VpcConfig: undefined })] }),
      'job-1',
      { requirements: ['ISO-11'], says: 'sagemaker-chainer', evidence: ['sagemaker:DescribeTrainingJob image="sagemaker-chainer"'] },
    ],
    ['Clarify', explained(undefined), 'p'],
    [
      'schedule, by the definition that it names',
      inventory({
        monitoringSchedules: [
          rows.monitoringSchedule('s', {
            MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'bias-1', MonitoringType: 'ModelBias' },
          }),
        ],
        modelBiasJobDefinitions: [rows.modelBiasDefinition('bias-1', { NetworkConfig: undefined })],
      }),
      's',
    ],
  ],
  pass: [
    ['Chainer in a VPC', inventory({ trainingJobs: [trainingJob('job-1', chainer)] }), 'job-1'],
    ['Clarify in a VPC', explained({ VpcConfig: rows.inVpc }), 'p'],
  ],
  unknown: [['describe refused', inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }), 'job-1']],
  'not-applicable': [
    [
      'a Job whose document says nothing of a VPC: isolation is no question of it',
      inventory({ jobs: [rows.job('j', { Network: { Readable: false, VpcConfigs: [], RemoteShells: [] } })] }),
      'j',
      { says: 'nothing in the API tells' },
    ],
    [
      'another image',
      inventory({ trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false, VpcConfig: undefined })] }),
      'job-1',
    ],
    [
      'a copy in the own registry',
      inventory({
        trainingJobs: [
          trainingJob('job-1', { ...image('111122223333.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-chainer:5'), VpcConfig: undefined }),
        ],
      }),
      'job-1',
    ],
    ['AutoML', inventory({ autoMLJobs: [rows.autoMLJob()] }), 'automl-1'],
  ],
});
