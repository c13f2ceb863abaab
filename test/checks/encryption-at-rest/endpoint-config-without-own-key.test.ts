import check from '../../../src/checks/encryption-at-rest/endpoint-config-without-own-key.ts';
import type { EndpointConfigDetail } from '../../../src/inventory/sections/endpoint-configs.ts';
import { inventory } from '../../support/inventory.ts';
import { endpointConfig, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Variant = NonNullable<EndpointConfigDetail['ProductionVariants']>[number];
const withVariants = (variants: readonly Partial<Variant>[], given: Partial<EndpointConfigDetail> = {}) => {
  const ProductionVariants = variants.map((variant, at) => ({ VariantName: `v${at}`, ModelName: 'm', ...variant }));
  return inventory({ endpointConfigs: [endpointConfig('c', { ProductionVariants, ...given })] });
};
const serverless = { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } };

testCheck(check, {
  fail: [
    ['no key', withVariants([{ InstanceType: 'ml.m5.large' }]), 'c', { controls: check.controls as readonly string[] }],
    [
      'an instance that takes one beside one that does not',
      withVariants([{ InstanceType: 'ml.g5.xlarge' }, { InstanceType: 'ml.m5.large' }]),
      'c',
    ],
    ['an instance of unknown type', withVariants([{}]), 'c'],
    ['instances beside a serverless variant', withVariants([serverless, { InstanceType: 'ml.c5.large' }]), 'c'],
  ],
  pass: [['a key', withVariants([{ InstanceType: 'ml.m5.large' }], { KmsKeyId: 'alias/ml' }), 'c']],
  unknown: [
    [
      'describe refused',
      inventory({ endpointConfigs: [endpointConfig('c', refused('sagemaker:DescribeEndpointConfig'))] }),
      'c',
      { missing: ['sagemaker:DescribeEndpointConfig'] },
    ],
  ],
  'not-applicable': [
    ['serverless', withVariants([serverless]), 'c', { says: 'serverless' }],
    ['disks that take no key', withVariants([{ InstanceType: 'ml.g5.xlarge' }, { InstanceType: 'ml.m5d.large' }]), 'c'],
  ],
});
