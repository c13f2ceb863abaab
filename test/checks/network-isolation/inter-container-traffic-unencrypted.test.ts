import check from '../../../src/checks/network-isolation/inter-container-traffic-unencrypted.ts';
import { inventory } from '../../support/inventory.ts';
import { refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
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

const clearCluster = (InstanceCount: number | undefined) => ({
  NetworkConfig: { ...rows.sound, EnableInterContainerTrafficEncryption: false },
  JobResources: { ClusterConfig: { InstanceCount } },
});
const processing = (ClusterConfig: object) =>
  inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig: undefined, ProcessingResources: { ClusterConfig } })] });
const tuning = (given: Parameters<typeof rows.tuningDefinition>[0]) =>
  inventory({
    hyperParameterTuningJobs: [
      rows.tuningJob('t', { TrainingJobDefinition: rows.tuningDefinition({ EnableInterContainerTrafficEncryption: false, ...given }) }),
    ],
  });

testCheck(check, {
  fail: [
    ['processing on two', processing({ InstanceCount: 2 }), 'p', { requirements: ['ISO-8'], says: 'its 2 instances' }],
    [
      'processing, on what was selected',
      processing({ InstancePreferences: [{ InstanceCount: 1 }], SelectedInstanceCount: 3 }),
      'p',
      { says: 'its 3 instances' },
    ],
    ['processing, on what may be selected', processing({ InstancePreferences: [{ InstanceCount: 1 }, { InstanceCount: 4 }] }), 'p'],
    ['tuning on two', tuning({ ResourceConfig: { InstanceCount: 2 } }), 't'],
    [
      'tuning, one of several configurations',
      tuning({
        HyperParameterTuningResourceConfig: {
          InstanceConfigs: [
            { InstanceType: 'ml.m5.large', InstanceCount: 1 },
            { InstanceType: 'ml.m5.large', InstanceCount: 2 },
          ],
        },
      }),
      't',
      {
        evidence: [
          'sagemaker:DescribeHyperParameterTuningJob TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceConfigs[].InstanceCount=2',
        ],
      },
    ],
    [
      'data quality definition',
      inventory({ dataQualityJobDefinitions: [rows.dataQualityDefinition('d', clearCluster(2))] }),
      'd',
      { controls: ['SecurityHub/SageMaker.9', 'Config/sagemaker-data-quality-job-encrypt-in-transit'] },
    ],
    [
      'schedule, through its definition',
      inventory({
        monitoringSchedules: [rows.monitoringSchedule('s')],
        dataQualityJobDefinitions: [rows.dataQualityDefinition('quality-1', clearCluster(2))],
      }),
      's',
      { controls: ['SecurityHub/SageMaker.22', 'Config/sagemaker-monitoring-schedule-traffic-encryption'] },
    ],
    [
      'AutoML, stated off: AWS chooses the instances',
      inventory({ autoMLJobs: [rows.autoMLJob('a', { SecurityConfig: { EnableInterContainerTrafficEncryption: false } })] }),
      'a',
      { says: 'the instances that AWS chooses' },
    ],
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
    ['AutoML', inventory({ autoMLJobs: [rows.autoMLJob()] }), 'automl-1'],
    ['processing, encrypted', inventory({ processingJobs: [rows.processingJob()] }), 'processing-1'],
    ['several instances, encrypted', job(instances(4)), 'job-1'],
    ['encrypted, on how many instances nobody knows', job(instances(undefined)), 'job-1'],
    ['one instance, encrypted all the same', job(instances(1)), 'job-1'],
  ],
  unknown: [
    [
      'AutoML, absent: no default is documented',
      inventory({ autoMLJobs: [rows.autoMLJob('a', { SecurityConfig: undefined })] }),
      'a',
      { says: 'no default' },
    ],
    ['processing, preferences without a count', processing({ InstancePreferences: [{ InstanceType: 'ml.m5.large' }] }), 'p'],
    ['schedule whose definition is deleted', inventory({ monitoringSchedules: [rows.monitoringSchedule('s')] }), 's'],
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
    ['processing on one', processing({ InstanceCount: 1 }), 'p'],
    [
      'bias definition on one (Security Hub: only from two on)',
      inventory({ modelBiasJobDefinitions: [rows.modelBiasDefinition('b', clearCluster(1))] }),
      'b',
    ],
    ['one instance (Prowler, cnspec, Steampipe: FAIL)', job({ ...clear, ...instances(1) }), 'job-1', { says: 'one instance' }],
    ['one group of one instance', job({ ...clear, ResourceConfig: { InstanceGroups: [group('a', 1)] } }), 'job-1'],
  ],
  silent: [['no jobs', inventory()]],
});
