import check from '../../../src/checks/internet-egress/default-bucket-of-stranger.ts';
import { inventory } from '../../support/inventory.ts';
import { defaultBucketName, workloadBucket } from '../../support/rows-buckets.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const bucket = (given: Parameters<typeof workloadBucket>[1]) => inventory({ workloadBuckets: [workloadBucket(defaultBucketName, given)] });

testCheck(check, {
  fail: [
    [
      'another account has it, in another Region',
      bucket({ Owned: false, BucketRegion: 'us-east-1' }),
      defaultBucketName,
      {
        says: 'another account has the default bucket of SageMaker, in us-east-1',
        requirements: ['EGR-13'],
        evidence: [`s3:HeadBucket ${defaultBucketName}: owner="another account"`],
      },
    ],
  ],
  pass: [['its own', bucket({}), defaultBucketName, { requirements: ['EGR-13'] }]],
  unknown: [
    ['S3 says nothing of it', bucket({ Owned: false, Exists: null }), defaultBucketName, { missing: [] }],
    ['refused', bucket(refused('s3:HeadBucket')), defaultBucketName, { missing: ['s3:HeadBucket'] }],
    ['buckets refused', inventory({ workloadBuckets: refused('s3:HeadBucket') }), '111122223333', { missing: ['s3:HeadBucket'] }],
  ],
  'not-applicable': [['nobody has made it', bucket({ Owned: false, Exists: false }), defaultBucketName]],
  silent: [['another bucket', inventory({ workloadBuckets: [workloadBucket('models', { Owned: false })] })]],
});
