import check from '../../../src/checks/encryption-at-rest/offline-store-without-own-key.ts';
import { inventory } from '../../support/inventory.ts';
import { featureGroup } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withKey = (KmsKeyId: string | undefined) =>
  inventory({ featureGroups: [featureGroup('g', { OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/', KmsKeyId } } })] });

testCheck(check, {
  fail: [['no key', withKey(undefined), 'g', { requirements: [], controls: check.controls as readonly string[] }]],
  pass: [['a key', withKey('alias/ml'), 'g']],
  unknown: [
    [
      'describe refused',
      inventory({ featureGroups: [featureGroup('g', refused('sagemaker:DescribeFeatureGroup'))] }),
      'g',
      { missing: ['sagemaker:DescribeFeatureGroup'] },
    ],
  ],
  'not-applicable': [['no offline store', inventory({ featureGroups: [featureGroup('g')] }), 'g']],
  silent: [['no feature group', inventory()]],
});
