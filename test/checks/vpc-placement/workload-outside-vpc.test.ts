import check from '../../../src/checks/vpc-placement/workload-outside-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { endpoint, endpointConfig, model, notebook, refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const outside = { VpcConfig: undefined, EnableNetworkIsolation: false };

const components = [{ VariantName: 'main' }];
const serverless = [{ VariantName: 'main', ModelName: 'model-1', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 1 } }];
const serving = (inferenceComponents: ReturnType<typeof rows.inferenceComponent>[]) =>
  inventory({
    models: [model(), model('bare', outside)],
    endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components })],
    endpoints: [endpoint()],
    inferenceComponents,
  });

testCheck(check, {
  fail: [
    [
      'processing job without NetworkConfig: none of the three',
      inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig: undefined })] }),
      'p',
      { requirements: ['VPC-5'], evidence: ['sagemaker:DescribeProcessingJob NetworkConfig.VpcConfig=null'] },
    ],
    [
      'a tuning job of whose definitions the second is outside',
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
      {
        requirements: ['VPC-4'],
        says: 'its containers reach the internet',
        evidence: ['sagemaker:DescribeHyperParameterTuningJob TrainingJobDefinitions[1].VpcConfig=null'],
      },
    ],
    [
      'a tuning job with one definition, outside',
      inventory({
        hyperParameterTuningJobs: [rows.tuningJob('t', { TrainingJobDefinition: rows.tuningDefinition({ VpcConfig: undefined }) })],
      }),
      't',
      { says: 'network isolation keeps its containers silent' },
    ],
    [
      'AutoML job without security settings',
      inventory({ autoMLJobs: [rows.autoMLJob('a', { SecurityConfig: undefined })] }),
      'a',
      { requirements: ['VPC-8'], evidence: ['sagemaker:DescribeAutoMLJobV2 SecurityConfig.VpcConfig=null'] },
    ],
    [
      'transform job: its model is outside',
      inventory({ transformJobs: [rows.transformJob('t')], models: [model('model-1', outside)] }),
      't',
      { requirements: ['VPC-6'], says: '(through model-1)', evidence: ['sagemaker:DescribeModel model-1: VpcConfig=null'] },
    ],
    [
      'schedule that names its definition (Security Hub, Config: no such control)',
      inventory({
        monitoringSchedules: [rows.monitoringSchedule('s')],
        dataQualityJobDefinitions: [rows.dataQualityDefinition('quality-1', { NetworkConfig: undefined })],
      }),
      's',
      { requirements: ['VPC-9'], says: '(through quality-1)' },
    ],
    [
      'schedule that holds its definition',
      inventory({
        monitoringSchedules: [
          rows.monitoringSchedule('s', {
            MonitoringScheduleConfig: {
              MonitoringJobDefinition: {
                NetworkConfig: undefined,
                MonitoringInputs: undefined,
                MonitoringOutputConfig: undefined,
                MonitoringAppSpecification: undefined,
                MonitoringResources: undefined,
                RoleArn: '',
              },
            },
          }),
        ],
      }),
      's',
      {
        evidence: ['sagemaker:DescribeMonitoringSchedule MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.VpcConfig=null'],
      },
    ],
    [
      'a job definition',
      inventory({ modelBiasJobDefinitions: [rows.modelBiasDefinition('b', { NetworkConfig: undefined })] }),
      'b',
      { requirements: ['VPC-9'] },
    ],
    [
      'compilation job',
      inventory({ compilationJobs: [rows.compilationJob('c', { VpcConfig: undefined })] }),
      'c',
      { requirements: ['VPC-10'] },
    ],
    [
      'optimization job',
      inventory({ optimizationJobs: [rows.optimizationJob('o', { VpcConfig: undefined })] }),
      'o',
      { requirements: ['VPC-10'] },
    ],
    [
      'inference recommendations job',
      inventory({ inferenceRecommendationsJobs: [rows.recommendationsJob('r', { InputConfig: {} })] }),
      'r',
      { requirements: ['VPC-10'], evidence: ['sagemaker:DescribeInferenceRecommendationsJob InputConfig.VpcConfig=null'] },
    ],
    ['AI benchmark job', inventory({ aiBenchmarkJobs: [rows.benchmarkJob('b', { NetworkConfig: undefined })] }), 'b'],
    [
      'labeling job that is automated',
      inventory({
        labelingJobs: [rows.labelingJob('l', { LabelingJobAlgorithmsConfig: { LabelingJobAlgorithmSpecificationArn: 'arn' } })],
      }),
      'l',
      { requirements: ['VPC-10'] },
    ],
    [
      'configuration for inference components',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components })] }),
      'config-1',
      { requirements: ['VPC-7'], evidence: ['sagemaker:DescribeEndpointConfig VpcConfig=null'] },
    ],
    [
      'an inference component by itself, beside one that is well: its endpoint alone would not tell which',
      serving([
        rows.inferenceComponent('component-bare', { Specification: { ModelName: 'bare' } }),
        rows.inferenceComponent('sound', { Specification: { ModelName: 'model-1' } }),
      ]),
      'component-bare',
      { requirements: ['VPC-6'], says: 'inference component has no VpcConfig', evidence: ['sagemaker:DescribeModel bare: VpcConfig=null'] },
    ],
    [
      'model on a serverless variant and on instances',
      inventory({
        models: [model('model-1', outside)],
        endpointConfigs: [endpointConfig('c-1', { ProductionVariants: serverless }), endpointConfig('c-2')],
      }),
      'model-1',
    ],
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
      'a configuration that names a VPC beside the models',
      inventory({ endpointConfigs: [endpointConfig('config-1', { VpcConfig: rows.inVpc })] }),
      'config-1',
      { requirements: ['VPC-7'] },
    ],
    [
      'an inference component whose model is in a VPC',
      serving([rows.inferenceComponent('sound', { Specification: { ModelName: 'model-1' } })]),
      'sound',
      { requirements: ['VPC-6'] },
    ],
    [
      'training job in a VPC',
      inventory({ trainingJobs: [trainingJob()] }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob VpcConfig.Subnets=["subnet-1"]'] },
    ],
    ['model in a VPC', inventory({ models: [model()] }), 'model-1'],
    ['processing job in a VPC', inventory({ processingJobs: [rows.processingJob()] }), 'processing-1', { says: 'is in subnet-1' }],
    ['tuning job in a VPC', inventory({ hyperParameterTuningJobs: [rows.tuningJob()] }), 'tuning-1'],
    ['AutoML job in a VPC', inventory({ autoMLJobs: [rows.autoMLJob()] }), 'automl-1'],
    ['transform job in a VPC', inventory({ transformJobs: [rows.transformJob()], models: [model()] }), 'transform-1'],
    [
      'schedule by name (Config: the inline field is absent)',
      inventory({ monitoringSchedules: [rows.monitoringSchedule()], dataQualityJobDefinitions: [rows.dataQualityDefinition()] }),
      'schedule-1',
      { evidence: ['sagemaker:DescribeDataQualityJobDefinition quality-1: NetworkConfig.VpcConfig.Subnets=["subnet-1"]'] },
    ],
    ['job, by its configuration document', inventory({ jobs: [rows.job()] }), 'agent-1'],
    ['labeling job in a VPC', inventory({ labelingJobs: [rows.labelingJob()] }), 'labeling-1'],
    ['compilation job in a VPC', inventory({ compilationJobs: [rows.compilationJob()] }), 'compilation-1'],
    ['optimization job in a VPC', inventory({ optimizationJobs: [rows.optimizationJob()] }), 'optimization-1'],
    [
      'inference recommendations job in a VPC',
      inventory({ inferenceRecommendationsJobs: [rows.recommendationsJob()] }),
      'recommendations-1',
    ],
    ['AI benchmark job in a VPC', inventory({ aiBenchmarkJobs: [rows.benchmarkJob()] }), 'benchmark-1'],
    [
      'configuration for inference components, in a VPC',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components, VpcConfig: rows.inVpc })] }),
      'config-1',
    ],
  ],
  unknown: [
    [
      'an inference component of an endpoint that is gone',
      inventory({ inferenceComponents: [rows.inferenceComponent('c')] }),
      'c',
      { says: 'its endpoint endpoint-1 has been deleted', missing: [] },
    ],
    ['components refused', inventory({ inferenceComponents: refused('sagemaker:ListInferenceComponents') }), '111122223333'],
    [
      'transform job whose model is deleted',
      inventory({ transformJobs: [rows.transformJob('t')] }),
      't',
      { says: 'its model model-1 has been deleted', missing: [] },
    ],
    [
      'transform job whose models could not be listed',
      inventory({ transformJobs: [rows.transformJob('t')], models: refused('sagemaker:ListModels') }),
      't',
      { missing: ['sagemaker:ListModels'] },
    ],
    [
      'schedule whose definition is deleted',
      inventory({ monitoringSchedules: [rows.monitoringSchedule('s')] }),
      's',
      { says: 'quality-1 has been deleted' },
    ],
    [
      'schedule of a type never heard of',
      inventory({
        monitoringSchedules: [
          rows.monitoringSchedule('s', {
            MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'quality-1', MonitoringType: 'Vibes' as 'DataQuality' },
          }),
        ],
        dataQualityJobDefinitions: [rows.dataQualityDefinition()],
      }),
      's',
      { says: 'MonitoringType is Vibes' },
    ],
    [
      'a definition that could not be read, by name',
      inventory({
        monitoringSchedules: [rows.monitoringSchedule('s')],
        dataQualityJobDefinitions: [rows.dataQualityDefinition('quality-1', refused('sagemaker:DescribeDataQualityJobDefinition'))],
      }),
      's',
      { missing: ['sagemaker:DescribeDataQualityJobDefinition'] },
    ],
    [
      'schedule that names nothing',
      inventory({ monitoringSchedules: [rows.monitoringSchedule('s', { MonitoringScheduleConfig: {} })] }),
      's',
    ],
    [
      'tuning job without any definition',
      inventory({ hyperParameterTuningJobs: [rows.tuningJob('t', { TrainingJobDefinition: undefined })] }),
      't',
      { says: 'AWS named no definition' },
    ],
    [
      'document without a VPC',
      inventory({ jobs: [rows.job('j', { Network: { Readable: true, VpcConfigs: [], RemoteShells: [] } })] }),
      'j',
      { says: 'names no VPC' },
    ],
    [
      'document that is no JSON',
      inventory({ jobs: [rows.job('j', { Network: { Readable: false, VpcConfigs: [], RemoteShells: [] } })] }),
      'j',
      { says: 'is not JSON' },
    ],
    [
      'model outside, and whether it serves without a server nobody could read',
      inventory({ models: [model('model-1', outside)], endpointConfigs: refused('sagemaker:ListEndpointConfigs') }),
      'model-1',
      { missing: ['sagemaker:ListEndpointConfigs'] },
    ],
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
  'not-applicable': [
    [
      'configuration whose variants name models',
      inventory({ endpointConfigs: [endpointConfig('config-1')] }),
      'config-1',
      { says: 'the models that its variants name decide' },
    ],
    [
      'serverless configuration',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: serverless })] }),
      'config-1',
      { says: 'support neither a VPC nor isolation' },
    ],
    [
      'model that serves on serverless variants alone',
      inventory({ models: [model('model-1', outside)], endpointConfigs: [endpointConfig('config-1', { ProductionVariants: serverless })] }),
      'model-1',
      { says: 'serverless variants alone' },
    ],
    [
      'labeling by people alone',
      inventory({ labelingJobs: [rows.labelingJob('l', { LabelingJobAlgorithmsConfig: undefined })] }),
      'l',
      { says: 'runs no containers' },
    ],
    [
      'finished transform job whose model is deleted',
      inventory({ transformJobs: [rows.transformJob('t', {}, 'Completed')] }),
      't',
      { says: 'job is finished' },
    ],
  ],
  silent: [['notebooks are another check', inventory({ notebookInstances: [notebook()] })]],
});
