import check from '../../../src/checks/vpc-placement/endpoint-variant-on-one-instance.ts';
import type { EndpointConfigDetail } from '../../../src/inventory/sections/endpoint-configs.ts';
import { inventory } from '../../support/inventory.ts';
import { endpointConfig, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Variant = NonNullable<EndpointConfigDetail['ProductionVariants']>[number];

const configured = (...ProductionVariants: Variant[]) => inventory({ endpointConfigs: [endpointConfig('c', { ProductionVariants })] });
const variant = (InitialInstanceCount: number | undefined, VariantName = 'main') => ({
  VariantName,
  ModelName: 'model-1',
  InitialInstanceCount,
});
const serverless = { VariantName: 'quick', ModelName: 'model-1', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } };

testCheck(check, {
  fail: [
    [
      'one instance',
      configured(variant(1)),
      'c',
      { controls: ['SecurityHub/SageMaker.4', 'Config/sagemaker-endpoint-config-prod-instance-count'], says: 'one instance' },
    ],
    ['the second of two variants', configured(variant(2), variant(1, 'other')), 'c'],
    ['none', configured(variant(0)), 'c', { says: 'no instance' }],
  ],
  pass: [
    ['two', configured(variant(2)), 'c'],
    ['two, beside a serverless one', configured(variant(2), serverless), 'c'],
  ],
  unknown: [
    ['AWS did not say', configured(variant(undefined)), 'c', { missing: [] }],
    ['no variants', inventory({ endpointConfigs: [endpointConfig('c', { ProductionVariants: undefined })] }), 'c'],
    ['describe refused', inventory({ endpointConfigs: [endpointConfig('c', refused('sagemaker:DescribeEndpointConfig'))] }), 'c'],
  ],
  'not-applicable': [['serverless (Prowler, sample-aiml: FAIL)', configured(serverless), 'c']],
});
