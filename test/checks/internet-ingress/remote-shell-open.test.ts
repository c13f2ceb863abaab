import check from '../../../src/checks/internet-ingress/remote-shell-open.ts';
import { inventory } from '../../support/inventory.ts';
import { endpointConfig, refused, space, trainingJob } from '../../support/rows.ts';
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
  ],
  pass: [
    ['variants that say nothing: off is the documented default', config(variant()), 'config-1'],
    ['variants that say no', config(variant(false)), 'config-1'],
    ['a training job without remote debugging', inventory({ trainingJobs: [trainingJob('job-1', {}, 'InProgress')] }), 'job-1'],
    [
      'remote debugging behind network isolation, which keeps it out',
      inventory({ trainingJobs: [trainingJob('job-1', { ...debugged, EnableNetworkIsolation: true })] }),
      'job-1',
      { says: 'network isolation' },
    ],
    ['a space without remote access', settings('DISABLED'), 'd-1/space-1'],
  ],
  unknown: [
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
    [
      'a finished job, with remote debugging or without: nobody can enter it, and Search does not tell',
      inventory({ trainingJobs: [trainingJob('job-1', debugged, 'Completed')] }),
      'job-1',
      { evidence: ['sagemaker:ListTrainingJobs TrainingJobStatus="Completed"'] },
    ],
  ],
  silent: [['nothing that could be entered', inventory()]],
});
