import check from '../../../src/checks/internet-ingress/remote-shell-open.ts';
import { inventory } from '../../support/inventory.ts';
import { job } from '../../support/rows-jobs.ts';
import { cluster, pipeline } from '../../support/rows-studio.ts';
import { endpointConfig, model, refused, space, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const variant = (EnableSSMAccess?: boolean, VariantName = 'main') => ({
  VariantName,
  ModelName: 'model-1',
  ...(EnableSSMAccess === undefined ? {} : { EnableSSMAccess }),
});
const config = (...ProductionVariants: ReturnType<typeof variant>[]) =>
  inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants })] });
const debugged = { RemoteDebugConfig: { EnableRemoteDebug: true }, EnableNetworkIsolation: false };
const settings = (RemoteAccess: 'ENABLED' | 'DISABLED' | undefined) =>
  inventory({ spaces: [space('space-1', { SpaceSettingsSummary: { AppType: 'JupyterLab', RemoteAccess } })] });
const piping = (...Steps: object[]) => inventory({ pipelines: [pipeline('p', JSON.stringify({ Steps }))] });
const training = (RemoteDebugConfig?: unknown, more: object = {}) => ({
  Name: 'fit',
  Type: 'Training',
  Arguments: { RemoteDebugConfig, ...more },
});
const serving = (EnableSSMAccess?: unknown) => ({
  Name: 'serve',
  Type: 'EndpointConfig',
  Arguments: { ProductionVariants: [{ ModelName: 'm', EnableSSMAccess }] },
});
const documented = (given: object) =>
  inventory({ jobs: [job('agent-1', { Network: { Readable: true, VpcConfigs: [], RemoteShells: [], ...given } })] });

testCheck(check, {
  fail: [
    [
      'a variant with EnableSSMAccess (no peer looks)',
      config(variant(), variant(true, 'canary')),
      'config-1',
      {
        requirements: ['ING-6'],
        evidence: ['sagemaker:DescribeEndpointConfig ProductionVariants[1].EnableSSMAccess (canary)=true'],
      },
    ],
    [
      'a variant with EnableSSMAccess beside another whose model is isolated',
      inventory({
        models: [model(), model('model-2', { EnableNetworkIsolation: false })],
        endpointConfigs: [
          endpointConfig('config-1', {
            ProductionVariants: [variant(true), { VariantName: 'canary', ModelName: 'model-2', EnableSSMAccess: true }],
          }),
        ],
      }),
      'config-1',
      { says: 'a variant lets' },
    ],
    [
      'a variant with EnableSSMAccess whose model is gone: the setting is on, and nothing says that it is isolated',
      inventory({ models: [], endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [variant(true)] })] }),
      'config-1',
    ],
    [
      'one whose model could not be read beside one whose model is open',
      inventory({
        models: [model('model-1', refused('sagemaker:DescribeModel')), model('model-2', { EnableNetworkIsolation: false })],
        endpointConfigs: [
          endpointConfig('config-1', {
            ProductionVariants: [variant(true), { VariantName: 'canary', ModelName: 'model-2', EnableSSMAccess: true }],
          }),
        ],
      }),
      'config-1',
      { says: 'a variant lets' },
    ],
    [
      'a shadow variant with EnableSSMAccess',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ShadowProductionVariants: [variant(true, 'shadow')] })] }),
      'config-1',
    ],
    [
      'a training job with remote debugging',
      inventory({ trainingJobs: [trainingJob('job-1', debugged)] }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob RemoteDebugConfig.EnableRemoteDebug=true'] },
    ],
    [
      'a space with remote access',
      settings('ENABLED'),
      'd-1/space-1',
      { requirements: ['ING-6'], evidence: ['sagemaker:ListSpaces SpaceSettingsSummary.RemoteAccess="ENABLED"'] },
    ],
    [
      'a training step of a pipeline',
      piping(training({ EnableRemoteDebug: true })),
      'p',
      { requirements: ['ING-6'], evidence: ['sagemaker:DescribePipeline Training step fit: RemoteDebugConfig.EnableRemoteDebug=true'] },
    ],
    ['a variant that a pipeline makes', piping(serving(true)), 'p', { says: 'a step lets Systems Manager' }],
    [
      'within a condition',
      piping({ Name: 'if', Type: 'Condition', Arguments: { ElseSteps: [training({ EnableRemoteDebug: 'True' })] } }),
      'p',
    ],
    [
      'what the document of a Job names',
      documented({ RemoteShells: ['EnableRemoteDebug'] }),
      'agent-1',
      { evidence: ['sagemaker:DescribeJob JobConfigDocument: EnableRemoteDebug=true'] },
    ],
  ],
  pass: [
    ['steps that say nothing', piping(training(), serving()), 'p'],
    ['steps that say no', piping(training({ EnableRemoteDebug: false }), serving(false)), 'p'],
    ['a training step behind isolation', piping(training({ EnableRemoteDebug: true }, { EnableNetworkIsolation: true })), 'p'],
    ['variants that say nothing: off is the documented default', config(variant()), 'config-1'],
    ['variants that say no', config(variant(false)), 'config-1'],
    [
      'a variant with EnableSSMAccess whose model is isolated, which keeps it out',
      inventory({ models: [model()], endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [variant(true)] })] }),
      'config-1',
      { says: 'network isolation', evidence: ['sagemaker:DescribeModel model-1: EnableNetworkIsolation=true'] },
    ],
    [
      'a variant for components with EnableSSMAccess, isolated by the configuration',
      inventory({
        endpointConfigs: [
          endpointConfig('config-1', { EnableNetworkIsolation: true, ProductionVariants: [{ VariantName: 'a', EnableSSMAccess: true }] }),
        ],
      }),
      'config-1',
    ],
    ['a training job without remote debugging', inventory({ trainingJobs: [trainingJob('job-1', {}, 'InProgress')] }), 'job-1'],
    [
      'remote debugging behind network isolation, which keeps it out',
      inventory({ trainingJobs: [trainingJob('job-1', { ...debugged, EnableNetworkIsolation: true })] }),
      'job-1',
      { says: 'network isolation' },
    ],
    ['a space without remote access', settings('DISABLED'), 'd-1/space-1'],
    [
      'a space that could not be described: the list tells it',
      inventory({ spaces: [space('space-1', {}, refused('sagemaker:DescribeSpace'))] }),
      'd-1/space-1',
    ],
  ],
  unknown: [
    [
      'models refused: with the setting on, isolation may still keep it out',
      inventory({
        models: refused('sagemaker:ListModels'),
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [variant(true)] })],
      }),
      'config-1',
      { missing: ['sagemaker:ListModels'] },
    ],
    [
      'its model refused',
      inventory({
        models: [model('model-1', refused('sagemaker:DescribeModel'))],
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [variant(true)] })],
      }),
      'config-1',
      { missing: ['sagemaker:DescribeModel'] },
    ],
    ['a parameter decides', piping(training({ EnableRemoteDebug: { Get: 'Parameters.Debug' } })), 'p', { says: 'parameter', missing: [] }],
    ['a parameter decides about variants', piping({ ...serving(), Arguments: { ProductionVariants: { Get: 'Parameters.V' } } }), 'p'],
    [
      'the arguments of a step by a parameter',
      piping({ Name: 'a', Type: 'Training', Arguments: { Get: 'Parameters.A' } }),
      'p',
      { says: 'parameter', missing: [] },
    ],
    [
      'a flag in no form that AWS documents',
      piping({ Name: 'a', Type: 'Training', Arguments: { RemoteDebugConfig: { EnableRemoteDebug: 'on' } } }),
      'p',
      { says: 'no form' },
    ],
    ['a definition that is none', inventory({ pipelines: [pipeline('p', 'no JSON')] }), 'p', { missing: [] }],
    ['a document that is none', documented({ Readable: false }), 'agent-1', { missing: [] }],
    ['pipeline refused', inventory({ pipelines: [pipeline('p', refused('sagemaker:DescribePipeline'))] }), 'p'],
    ['a space that says nothing: AWS documents no default', settings(undefined), 'd-1/space-1', { missing: [] }],
    [
      'a configuration without variants',
      inventory({ endpointConfigs: [endpointConfig('config-1', { ProductionVariants: undefined })] }),
      'config-1',
      { missing: [] },
    ],
    ['a setting nobody has heard of', settings('SOMETIMES' as 'ENABLED'), 'd-1/space-1', { says: 'SOMETIMES' }],
    [
      'configuration refused',
      inventory({ endpointConfigs: [endpointConfig('config-1', refused('sagemaker:DescribeEndpointConfig'))] }),
      'config-1',
      { missing: ['sagemaker:DescribeEndpointConfig'] },
    ],
    [
      'job refused',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'job-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    ['spaces refused', inventory({ spaces: refused('sagemaker:ListSpaces') }), '111122223333', { missing: ['sagemaker:ListSpaces'] }],
    [
      'spaces refused, beside a configuration that could be read',
      inventory({ spaces: refused('sagemaker:ListSpaces'), endpointConfigs: [endpointConfig()] }),
      '111122223333',
    ],
  ],
  'not-applicable': [
    ['a cluster, which has no such setting', inventory({ clusters: [cluster()] }), 'cluster-1', { says: 'no setting to forbid it' }],
    ['a Job whose document names none', documented({}), 'agent-1'],
    ['a pipeline that makes nothing of the kind', piping({ Name: 'call', Type: 'Lambda' }), 'p'],
    [
      'a finished job, with remote debugging or without: nobody can enter it, and Search does not tell',
      inventory({ trainingJobs: [trainingJob('job-1', debugged, 'Completed')] }),
      'job-1',
      { evidence: ['sagemaker:ListTrainingJobs TrainingJobStatus="Completed"'] },
    ],
  ],
  silent: [['nothing that could be entered', inventory()]],
});
