import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { featureGroupSubjects } from '../subjects/feature-group-subjects.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';
import { notApplicable } from '../verdict.ts';

const source = 'sagemaker:DescribeFeatureGroup';

export default defineCheck({
  id: 'offline-store-without-own-key',
  title: 'Offline store of a feature group has no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: ['SecurityHub/SageMaker.17', 'Config/sagemaker-featuregroup-encryption-at-rest'],
  description:
    'The offline store keeps the history of all features in S3, often of people. It is always encrypted; with a KMS key of your own you decide who may use ' +
    'it, see each use in CloudTrail, and can end all of them at once.',
  remediation:
    'The key cannot be changed: create a new feature group with `S3StorageConfig.KmsKeyId`, copy the records, and delete the old group.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3StorageConfig.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-17',
  ],
  needs: ['featureGroups'],
  resources: ({ featureGroups, scope }) => featureGroupSubjects(featureGroups, scope),
  evaluate(group) {
    const { OfflineStoreConfig } = need(group.detail);
    if (OfflineStoreConfig === undefined) {
      return notApplicable('the feature group has no offline store', [{ source, path: 'OfflineStoreConfig', value: null }]);
    }
    const key = OfflineStoreConfig.S3StorageConfig?.KmsKeyId;
    return ownKeyVerdict({ key, source, path: 'OfflineStoreConfig.S3StorageConfig.KmsKeyId', what: 'offline store' });
  },
});
