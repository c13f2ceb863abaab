import type { Gap } from '../../../src/core/gap.ts';
import type { Model } from '../../../src/inventory/sections/models.ts';
import check from '../../../src/checks/network-isolation/pipeline-step-unconfined.ts';
import { inventory } from '../../support/inventory.ts';
import { pipeline } from '../../support/rows-studio.ts';
import { model, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const VpcConfig = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
const step = (Type: string, Arguments: object = {}) => ({ Name: `my-${Type}`, Type, Arguments });
const defined = (...Steps: object[]) => inventory({ pipelines: [pipeline('p', JSON.stringify({ Version: '2020-12-01', Steps }))] });
const confined = { NetworkConfig: { EnableNetworkIsolation: true } };
const outside = { VpcConfig: undefined, EnableNetworkIsolation: false };
const transforming = (models: readonly Model[] | Gap) =>
  inventory({ models, pipelines: [pipeline('p', JSON.stringify({ Steps: [step('Transform', { ModelName: 'fraud' })] }))] });
/** Conditions in conditions, with a step without settings at the bottom. */
const buried = (levels: number): object =>
  levels === 0 ? step('Training') : step('Condition', { IfSteps: [buried(levels - 1)], ElseSteps: [] });
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
    ['thirty conditions deep', defined(buried(30)), 'p'],
    ['beside a step of tomorrow', defined(step('Quantum'), step('AutoML')), 'p'],
    ['a check', defined(step('QualityCheck', { NetworkConfig: {} })), 'p'],
    [
      'a transform of a model that is neither in a VPC nor isolated (a step without settings of its own)',
      transforming([model('fraud', outside)]),
      'p',
      { says: 'runs a model', evidence: ['sagemaker:DescribeModel Transform step my-Transform: model fraud=null'] },
    ],
    [
      'an endpoint configuration for components that names nothing',
      defined(step('EndpointConfig', { ProductionVariants: [{ VariantName: 'a' }] })),
      'p',
    ],
    [
      'one of two models, beside one that could not be read',
      inventory({
        models: [model('first', refused('sagemaker:DescribeModel')), model('second', outside)],
        pipelines: [pipeline('p', JSON.stringify({ Steps: ['first', 'second'].map((ModelName) => step('Transform', { ModelName })) }))],
      }),
      'p',
    ],
    ['a VPC without a subnet', defined(step('Training', { VpcConfig: { Subnets: [] } })), 'p'],
  ],
  pass: [
    ['a VPC', defined(step('Training', { VpcConfig }), step('Processing', { NetworkConfig: { VpcConfig } })), 'p'],
    ['isolation alone', defined(step('Processing', { NetworkConfig: { EnableNetworkIsolation: true } })), 'p'],
    ['AutoML', defined(step('AutoML', { AutoMLJobConfig: { SecurityConfig: { VpcConfig } } })), 'p'],
    [
      'checks, which are processing jobs',
      defined(step('QualityCheck', confined), step('ClarifyCheck', { NetworkConfig: { VpcConfig } })),
      'p',
    ],
    [
      'a transform of the model that the pipeline makes',
      defined(step('Model', { VpcConfig }), step('Transform', { ModelName: { Get: 'Steps.my-Model.ModelName' } })),
      'p',
    ],
    [
      'a transform of a model that is there, in a VPC',
      transforming([model('fraud', { EnableNetworkIsolation: false })]),
      'p',
      { evidence: ['sagemaker:DescribeModel Transform step my-Transform: model fraud={"EnableNetworkIsolation":false,"VpcConfig":true}'] },
    ],
    ['a transform of a model that is there, isolated', transforming([model('fraud', { VpcConfig: undefined })]), 'p'],
    [
      'an endpoint configuration for components',
      defined(step('EndpointConfig', { VpcConfig, ProductionVariants: [{ VariantName: 'a' }] })),
      'p',
    ],
    [
      'an endpoint configuration that isolates the models that a run names',
      defined(step('EndpointConfig', { EnableNetworkIsolation: true, ProductionVariants: [{ ModelName: { Get: 'Parameters.Model' } }] })),
      'p',
    ],
    [
      'steps of Bedrock and of lineage beside',
      defined(step('Training', { VpcConfig }), step('BedrockCustomModel'), step('Lineage'), step('Endpoint'), step('InferenceComponent')),
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
    [
      'AutoML with its settings where only the second version has them',
      defined(step('AutoML', { SecurityConfig: { VpcConfig } })),
      'p',
      { says: 'outside its AutoMLJobConfig', missing: [] },
    ],
    [
      'a transform of a model that a parameter names',
      defined(step('Transform', { ModelName: { Get: 'Parameters.Model' } })),
      'p',
      { says: 'parameter' },
    ],
    [
      'a transform of a model of a step that is none of the pipeline',
      defined(step('Transform', { ModelName: { Get: 'Steps.elsewhere.ModelName' } })),
      'p',
    ],
    ['a transform of a model that is not there', transforming([]), 'p', { says: 'fraud, which does not exist', missing: [] }],
    ['models refused', transforming(refused('sagemaker:ListModels')), 'p', { missing: ['sagemaker:ListModels'] }],
    ['variants that a parameter gives', defined(step('EndpointConfig', { ProductionVariants: { Get: 'Parameters.Variants' } })), 'p'],
    ['a Job, whose document has no published schema', defined(step('Job', { VpcConfig })), 'p', { says: 'Job' }],
    ['a step of tomorrow', defined(step('Quantum', { VpcConfig })), 'p', { says: 'Quantum' }],
    ['a parameter for the arguments of a step', defined(step('Processing', { Get: 'Parameters.Arguments' })), 'p', { says: 'parameter' }],
    ['a VPC in no form that AWS documents', defined(step('Training', { VpcConfig: 'vpc-1' })), 'p', { says: 'no form' }],
    ['subnets in no form that AWS documents', defined(step('Training', { VpcConfig: { Subnets: 'subnet-1' } })), 'p', { says: 'no form' }],
    ['isolation in no form that AWS documents', defined(step('Training', { EnableNetworkIsolation: 'yes' })), 'p', { says: 'no form' }],
    ['conditions deeper than anybody reads', defined(step('Training', { VpcConfig }), buried(40)), 'p', { says: 'could not be read' }],
    ['steps that are none', defined('x' as never), 'p', { says: 'could not be read' }],
    ['a condition whose steps are none', defined(step('Condition', { IfSteps: { Get: 'Parameters.Steps' } })), 'p'],
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
  'not-applicable': [
    ['a serverless endpoint', defined(step('EndpointConfig', { ProductionVariants: [{ ModelName: 'm', ServerlessConfig: {} }] })), 'p'],
    ['nothing that starts a job', defined(step('Lambda'), step('Condition', { IfSteps: [step('Fail')] })), 'p'],
  ],
  silent: [['no pipeline', inventory()]],
});
