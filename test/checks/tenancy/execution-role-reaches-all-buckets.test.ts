import check from '../../../src/checks/tenancy/execution-role-reaches-all-buckets.ts';
import { accessScenarios } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, deny, type Written } from '../../support/rows-iam.ts';
import { account } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const ml = (...statements: readonly Written[]) => inventory({ accountAuthorization: [actingRole('ml', statements)] });
const any = accessScenarios({}, allow('s3:PutObject'), 's3:*', 'role');
const objects = 'arn:aws:s3:::*';

testCheck(check, {
  fail: [
    [
      'reads all',
      ml(allow('s3:Get*', objects)),
      'ml',
      { says: 'may read or write buckets that nobody named to it', requirements: ['TEN-16'] },
    ],
    ['writes all', ml(allow('s3:PutObject', objects)), 'ml'],
    [
      'of its own account',
      ml(allow('s3:*', '*', { StringEquals: { 's3:ResourceAccount': account, 'aws:ResourceAccount': account } })),
      'ml',
    ],
    ['all but some', ml({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::payroll/*' }), 'ml'],
    ...any.fail,
  ],
  pass: [
    ['named buckets', ml(allow('s3:*', ['arn:aws:s3:::team-a', 'arn:aws:s3:::team-a/*'])), 'ml', { says: 'cannot read or write' }],
    ['names with sagemaker in them', ml(allow('s3:*', ['arn:aws:s3:::*SageMaker*', 'arn:aws:s3:::*sagemaker*'])), 'ml'],
    // As AmazonSageMakerFullAccess has it, too.
    [
      'objects that bear a tag',
      ml(allow('s3:GetObject', objects, { StringEqualsIgnoreCase: { 's3:ExistingObjectTag/SageMaker': 'true' } })),
      'ml',
    ],
    ['only lists', ml(allow(['s3:ListAllMyBuckets', 's3:ListBucket', 's3:GetBucketLocation'])), 'ml'],
    ['of another account alone', ml(allow('s3:*', '*', { StringEquals: { 'aws:ResourceAccount': '444455556666' } })), 'ml'],
    ['denied beyond its own', ml(allow('s3:*'), { ...deny('s3:*'), Resource: undefined, NotResource: 'arn:aws:s3:::team-a/*' }), 'ml'],
    ...any.pass,
  ],
  unknown: any.unknown,
  'not-applicable': any['not-applicable'],
});
