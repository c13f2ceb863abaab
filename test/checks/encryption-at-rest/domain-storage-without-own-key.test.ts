import check from '../../../src/checks/encryption-at-rest/domain-storage-without-own-key.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [['no key', inventory({ domains: [domain()] }), 'd-1', { requirements: [] }]],
  pass: [['a key', inventory({ domains: [domain('d-1', { KmsKeyId: 'alias/ml' })] }), 'd-1']],
  unknown: [
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
});
