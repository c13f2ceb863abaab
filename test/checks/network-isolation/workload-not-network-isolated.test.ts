import check from '../../../src/checks/network-isolation/workload-not-network-isolated.ts';
import { inventory } from '../../support/inventory.ts';
import { endpoint, endpointConfig, model, notebook, refused, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

const open = { ...rows.sound, EnableNetworkIsolation: false };
const algorithm = (TrainingImage: string) => ({ TrainingImage, TrainingInputMode: undefined });
const chainer = '520713654638.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3';
const components = [{ VariantName: 'main' }];

testCheck(check, {
  fail: [
    [
      'a text in place of a flag, in a file that somebody wrote, is no pass',
      inventory({ models: [model('model-1', { EnableNetworkIsolation: 'false' as unknown as boolean })] }),
      'model-1',
    ],
    [
      'processing job',
      inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig: open })] }),
      'p',
      { requirements: ['ISO-4'], evidence: ['sagemaker:DescribeProcessingJob NetworkConfig.EnableNetworkIsolation=false'] },
    ],
    [
      'tuning job, the second of two definitions',
      inventory({
        hyperParameterTuningJobs: [
          rows.tuningJob('t', {
            TrainingJobDefinition: undefined,
            TrainingJobDefinitions: [rows.tuningDefinition(), rows.tuningDefinition({ EnableNetworkIsolation: undefined })],
          }),
        ],
      }),
      't',
      {
        requirements: ['ISO-5'],
        evidence: ['sagemaker:DescribeHyperParameterTuningJob TrainingJobDefinitions[1].EnableNetworkIsolation=null'],
      },
    ],
    [
      'job definition: absent is off',
      inventory({ dataQualityJobDefinitions: [rows.dataQualityDefinition('d', { NetworkConfig: undefined })] }),
      'd',
      { requirements: ['ISO-7'], controls: ['SecurityHub/SageMaker.11', 'Config/sagemaker-data-quality-job-isolation'] },
    ],
    [
      'schedule, through the definition that it names',
      inventory({
        monitoringSchedules: [rows.monitoringSchedule('s')],
        dataQualityJobDefinitions: [rows.dataQualityDefinition('quality-1', { NetworkConfig: open })],
      }),
      's',
      {
        requirements: ['ISO-6'],
        controls: ['SecurityHub/SageMaker.14', 'Config/sagemaker-monitoring-schedule-isolation'],
        says: '(through quality-1)',
      },
    ],
    [
      'transform job, through its model',
      inventory({ transformJobs: [rows.transformJob('t')], models: [model('model-1', { EnableNetworkIsolation: false })] }),
      't',
      { requirements: ['ISO-2'], controls: [] },
    ],
    [
      'configuration for inference components',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components })] }),
      'config-1',
      { requirements: ['ISO-3'] },
    ],
    [
      'an inference component with a container of its own',
      inventory({
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components })],
        endpoints: [endpoint()],
        inferenceComponents: [rows.inferenceComponent('c')],
      }),
      'c',
      { requirements: ['ISO-2'], controls: [], says: 'through config-1' },
    ],
    [
      'a copy of the Chainer image in the own registry is the own image',
      inventory({
        trainingJobs: [
          trainingJob('job-1', {
            EnableNetworkIsolation: false,
            AlgorithmSpecification: algorithm('111122223333.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-chainer:5'),
          }),
        ],
      }),
      'job-1',
    ],
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
    [
      'a configuration that isolates the containers of the models that it names',
      inventory({ endpointConfigs: [endpointConfig('config-1', { EnableNetworkIsolation: true })] }),
      'config-1',
      { requirements: ['ISO-3'] },
    ],
    [
      'an inference component of a configuration that is isolated',
      inventory({
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components, EnableNetworkIsolation: true })],
        endpoints: [endpoint()],
        inferenceComponents: [rows.inferenceComponent('c')],
      }),
      'c',
      { requirements: ['ISO-2'] },
    ],
    ['isolated training job', inventory({ trainingJobs: [trainingJob()] }), 'job-1'],
    ['isolated model', inventory({ models: [model()] }), 'model-1', { evidence: ['sagemaker:DescribeModel EnableNetworkIsolation=true'] }],
    ['isolated processing job', inventory({ processingJobs: [rows.processingJob()] }), 'processing-1'],
    ['isolated tuning job', inventory({ hyperParameterTuningJobs: [rows.tuningJob()] }), 'tuning-1'],
    [
      'schedule by name (sample-aiml: FAIL)',
      inventory({ monitoringSchedules: [rows.monitoringSchedule()], dataQualityJobDefinitions: [rows.dataQualityDefinition()] }),
      'schedule-1',
    ],
    [
      'configuration for inference components, isolated',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: components, EnableNetworkIsolation: true })] }),
      'config-1',
    ],
    ['isolated without a VPC', inventory({ models: [model('model-1', { VpcConfig: undefined })] }), 'model-1'],
  ],
  unknown: [
    ['schedule whose definition is deleted', inventory({ monitoringSchedules: [rows.monitoringSchedule('s')] }), 's', { missing: [] }],
    ['transform job whose model is deleted', inventory({ transformJobs: [rows.transformJob('t')] }), 't', { missing: [] }],
    [
      'definitions of one kind could not be listed',
      inventory({
        monitoringSchedules: [rows.monitoringSchedule('s')],
        dataQualityJobDefinitions: refused('sagemaker:ListDataQualityJobDefinitions'),
      }),
      's',
      { missing: ['sagemaker:ListDataQualityJobDefinitions'] },
    ],
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
  'not-applicable': [
    [
      'a configuration of serverless variants alone, whatever it says',
      inventory({
        endpointConfigs: [
          endpointConfig('config-1', {
            EnableNetworkIsolation: true,
            ProductionVariants: [{ VariantName: 'a', ModelName: 'm', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } }],
          }),
        ],
      }),
      'config-1',
      { says: 'serverless' },
    ],
    [
      'a Job whose document says nothing of a VPC: isolation is no question of it',
      inventory({ jobs: [rows.job('j', { Network: { Readable: false, VpcConfigs: [], RemoteShells: [] } })] }),
      'j',
      { says: 'nothing in the API tells' },
    ],
    [
      'Clarify asks the endpoint that it explains',
      inventory({ modelBiasJobDefinitions: [rows.modelBiasDefinition('b', { NetworkConfig: open })] }),
      'b',
      { says: 'sagemaker-clarify-processing cannot run isolated' },
    ],
    [
      'a Clarify processing job',
      inventory({ processingJobs: [rows.processingJob('p', { NetworkConfig: open, AppSpecification: { ImageUri: rows.clarify } })] }),
      'p',
    ],
    [
      'the managed Chainer image',
      inventory({ trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false, AlgorithmSpecification: algorithm(chainer) })] }),
      'job-1',
      { says: 'sagemaker-chainer cannot run isolated' },
    ],
    [
      'the managed image for reinforcement learning',
      inventory({
        trainingJobs: [
          trainingJob('job-1', {
            EnableNetworkIsolation: false,
            AlgorithmSpecification: algorithm('462105765813.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-rl-ray-container:ray-1.6.0'),
          }),
        ],
      }),
      'job-1',
    ],
    ['AutoML has no such setting', inventory({ autoMLJobs: [rows.autoMLJob()] }), 'automl-1', { says: 'no such setting' }],
    ['nor has compilation', inventory({ compilationJobs: [rows.compilationJob()] }), 'compilation-1'],
    ['nor labeling', inventory({ labelingJobs: [rows.labelingJob()] }), 'labeling-1'],
    ['nor a Job, as far as the API tells', inventory({ jobs: [rows.job()] }), 'agent-1'],
    ['configuration whose models decide', inventory({ endpointConfigs: [endpointConfig('config-1')] }), 'config-1'],
  ],
  silent: [['notebooks have no isolation', inventory({ notebookInstances: [notebook()] })]],
});
