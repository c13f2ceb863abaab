import { known, need } from '../../inventory/fact.ts';
import type { FeatureGroup } from '../../inventory/sections/feature-groups.ts';
import { defineCheck } from '../check.ts';
import { featureGroupSubjects } from '../subjects/feature-group-subjects.ts';
import { ownKeyVerdict } from '../subjects/own-key-verdict.ts';
import { notApplicable } from '../verdict.ts';

const source = 'sagemaker:DescribeFeatureGroup';

export default defineCheck({
  id: 'online-store-without-own-key',
  title: 'Online store of a feature group has no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: ['SecurityHub/SageMaker.18', 'Config/sagemaker-featuregroup-online-store-encryption'],
  description:
    'The online store keeps the latest features, often of people. It is always encrypted; with a KMS key of your own you decide who may use it, see each ' +
    'use in CloudTrail, and can end all of them at once.',
  remediation:
    'The key cannot be changed: create a new feature group with `OnlineStoreConfig.SecurityConfig.KmsKeyId`, move the callers, and delete the old group.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OnlineStoreSecurityConfig.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-18',
  ],
  needs: ['featureGroups'],
  *resources({ featureGroups, scope }) {
    for (const { value } of featureGroupSubjects(featureGroups, scope)) yield known({ ...value, ...controlsOf(value.about) });
  },
  evaluate(group) {
    const { OnlineStoreConfig } = need(group.detail);
    // Off unless it is turned on: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OnlineStoreConfig.html
    if (OnlineStoreConfig?.EnableOnlineStore !== true) {
      const value = OnlineStoreConfig?.EnableOnlineStore ?? null;
      return notApplicable('the feature group has no online store', [{ source, path: 'OnlineStoreConfig.EnableOnlineStore', value }]);
    }
    const key = OnlineStoreConfig.SecurityConfig?.KmsKeyId;
    return ownKeyVerdict({ key, source, path: 'OnlineStoreConfig.SecurityConfig.KmsKeyId', what: 'online store' });
  },
});

/** AWS asks it of standard storage, which is the default, and not of what is kept in memory: API_OnlineStoreConfig.html */
function controlsOf({ detail }: FeatureGroup): { readonly controls?: readonly string[] } {
  const storage = detail.known ? detail.value.OnlineStoreConfig?.StorageType : undefined;
  return storage === undefined || storage === 'Standard' ? {} : { controls: [] };
}
