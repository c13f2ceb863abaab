import check from '../../../src/checks/internet-egress/default-bucket-unclaimed.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { defaultBucketName, workloadBucket } from '../../support/rows-buckets.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const bucket = (row: Parameters<typeof workloadBucket>[1], given: Given = { notebookInstances: [notebook()] }) =>
  inventory({ workloadBuckets: [workloadBucket(defaultBucketName, row)], ...given });
const absent = { Owned: false, Exists: false } as const;

testCheck(check, {
  fail: [
    ['nobody has made it', bucket(absent), defaultBucketName, { says: 'whoever makes it first', requirements: ['EGR-13'] }],
    [
      'S3 says only that it is not the account’s',
      bucket({ Owned: false, Exists: null }),
      defaultBucketName,
      { says: 'which S3 does not say' },
    ],
    [
      'in use by what could be read',
      bucket(absent, { notebookInstances: [notebook()], models: refused('sagemaker:ListModels') }),
      defaultBucketName,
    ],
  ],
  pass: [
    ['its own', bucket({}), defaultBucketName, { evidence: [`s3:HeadBucket ${defaultBucketName}: owner="this account"`] }],
    ['its own, where nothing else can be read', bucket({}, { models: refused('sagemaker:ListModels') }), defaultBucketName],
  ],
  unknown: [
    [
      'whether the Region is used could not be read',
      bucket(absent, { models: refused('sagemaker:ListModels') }),
      defaultBucketName,
      { missing: ['sagemaker:ListModels'] },
    ],
    ['refused', bucket(refused('s3:HeadBucket')), defaultBucketName, { missing: ['s3:HeadBucket'] }],
  ],
  'not-applicable': [
    ['nothing of SageMaker here', bucket(absent, {}), defaultBucketName, { says: 'nothing of SageMaker' }],
    ['another account has it', bucket({ Owned: false }), defaultBucketName],
  ],
});
