import check from '../../../src/checks/network-isolation/pipeline-step-unconfined.ts';
import { inventory } from '../../support/inventory.ts';
import { pipeline } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const VpcConfig = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
const step = (Type: string, Arguments: object = {}) => ({ Name: `my-${Type}`, Type, Arguments });
const defined = (...Steps: object[]) => inventory({ pipelines: [pipeline('p', JSON.stringify({ Version: '2020-12-01', Steps }))] });
const reading = (definition: string | undefined) => inventory({ pipelines: [pipeline('p', definition)] });

testCheck(check, {
  fail: [
    ['training', defined(step('Training')), 'p', { requirements: ['ISO-10'] }],
    ['processing, whose settings lie elsewhere', defined(step('Processing', { VpcConfig, EnableNetworkIsolation: true })), 'p'],
    ['isolation turned off', defined(step('Training', { EnableNetworkIsolation: false })), 'p'],
    ['one definition of two', defined(step('Tuning', { TrainingJobDefinitions: [{ VpcConfig }, {}] })), 'p'],
    [
      'inside a condition',
      defined(step('Condition', { IfSteps: [step('Model', { VpcConfig })], ElseSteps: [step('Model')] })),
      'p',
      { evidence: ['sagemaker:DescribePipeline Model step my-Model: VpcConfig, EnableNetworkIsolation=null'] },
    ],
    ['beside a step of tomorrow', defined(step('Quantum'), step('AutoML')), 'p'],
    ['a VPC without a subnet', defined(step('Training', { VpcConfig: { Subnets: [] } })), 'p'],
  ],
  pass: [
    ['a VPC', defined(step('Training', { VpcConfig }), step('Processing', { NetworkConfig: { VpcConfig } })), 'p'],
    ['isolation alone', defined(step('Processing', { NetworkConfig: { EnableNetworkIsolation: true } })), 'p'],
    [
      'AutoML, both forms',
      defined(step('AutoML', { SecurityConfig: { VpcConfig } }), step('AutoML', { AutoMLJobConfig: { SecurityConfig: { VpcConfig } } })),
      'p',
    ],
    ['one definition of a tuning step', defined(step('Tuning', { TrainingJobDefinition: { VpcConfig } })), 'p'],
  ],
  unknown: [
    [
      'a parameter',
      defined(step('Training', { VpcConfig: { Subnets: { Get: 'Parameters.Subnets' } } })),
      'p',
      { says: 'parameter', missing: [] },
    ],
    ['a parameter for all', defined(step('Processing', { NetworkConfig: { Get: 'Parameters.Network' } })), 'p'],
    ['a step of tomorrow', defined(step('Quantum', { VpcConfig })), 'p', { says: 'Quantum' }],
    ['no JSON', reading('Steps: []'), 'p', { says: 'could not be read' }],
    ['JSON that is no pipeline', reading('[1, 2]'), 'p'],
    ['no definition', reading(undefined), 'p'],
    ['a hundred megabytes', reading(`{"Steps":[],"x":"${'x'.repeat(100 * 1024 * 1024)}"}`), 'p'],
    [
      'describe refused',
      inventory({ pipelines: [pipeline('p', refused('sagemaker:DescribePipeline'))] }),
      'p',
      { missing: ['sagemaker:DescribePipeline'] },
    ],
  ],
  'not-applicable': [['nothing that starts a job', defined(step('Lambda'), step('Condition', { IfSteps: [step('Fail')] })), 'p']],
  silent: [['no pipeline', inventory()]],
});
