import check from '../../../src/checks/encryption-at-rest/online-store-without-own-key.ts';
import { inventory } from '../../support/inventory.ts';
import { featureGroup } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withKey = (KmsKeyId: string | undefined) =>
  inventory({ featureGroups: [featureGroup('g', { OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId } } })] });

testCheck(check, {
  fail: [
    ['no key', withKey(undefined), 'g', { requirements: [], controls: check.controls as readonly string[] }],
    [
      'no key, in memory: Security Hub asks of standard storage only',
      inventory({ featureGroups: [featureGroup('g', { OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'InMemory' } })] }),
      'g',
      { controls: [] },
    ],
  ],
  pass: [['a key', withKey('alias/ml'), 'g']],
  unknown: [
    [
      'describe refused',
      inventory({ featureGroups: [featureGroup('g', refused('sagemaker:DescribeFeatureGroup'))] }),
      'g',
      { missing: ['sagemaker:DescribeFeatureGroup'] },
    ],
  ],
  'not-applicable': [
    ['no online store', inventory({ featureGroups: [featureGroup('g')] }), 'g'],
    [
      'an online store that is off',
      inventory({ featureGroups: [featureGroup('g', { OnlineStoreConfig: { EnableOnlineStore: false } })] }),
      'g',
    ],
  ],
  silent: [['no feature group', inventory()]],
});
