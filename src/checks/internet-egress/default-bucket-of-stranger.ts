import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { defaultBucketSubjects } from '../subjects/default-bucket-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 's3:HeadBucket';

export default defineCheck({
  id: 'default-bucket-of-stranger',
  title: 'Default bucket of SageMaker belongs to another account',
  severity: 'high',
  family: 'internet-egress',
  requirements: ['EGR-13'],
  controls: [],
  description:
    'The SDK of SageMaker and Studio put code, data and models into the bucket `sagemaker-REGION-ACCOUNT`, and make it where it is missing. Its name ' +
    'tells itself from the number of the account: somebody else may have made it first. Whoever owns it reads what is put there, and hands ' +
    'out models and code of its own. Looked at: in every audited Region, whether the bucket of that name is this account’s.',
  remediation:
    'A bucket of another account cannot be taken back: create a bucket of your own with another name and set it as the default of the SDK ' +
    '(`sagemaker.config`, or `default_bucket` of the session) and in the settings of domains. Deny execution roles every bucket of other accounts, by ' +
    '`aws:ResourceAccount`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
  ],
  needs: ['workloadBuckets'],
  consults: ['workloadBuckets'],
  resources: ({ workloadBuckets, scope }) => defaultBucketSubjects(workloadBuckets, scope),
  evaluate({ summary, detail }) {
    const { Owned, Exists, BucketRegion } = need(detail);
    const evidence = {
      source,
      path: `${summary.Bucket}: owner`,
      value: Owned ? 'this account' : Exists === true ? 'another account' : null,
    };
    if (Owned) return pass('the default bucket is the account’s own', [evidence]);
    if (Exists === true) {
      const where = BucketRegion === undefined ? '' : `, in ${BucketRegion}`;
      return fail(`another account has the default bucket of SageMaker${where}: what SageMaker puts there is theirs to read`, [evidence]);
    }
    if (Exists === false) return notApplicable('nobody has made the default bucket yet', [evidence]);
    return unknown('the default bucket is not the account’s own, and S3 does not say whether another account has it', [evidence]);
  },
});
