import { known, need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { workloadSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { defaultBucketSubjects } from '../subjects/default-bucket-subjects.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

const source = 's3:HeadBucket';

export default defineCheck({
  id: 'default-bucket-unclaimed',
  title: 'Account does not own the default bucket of SageMaker',
  severity: 'low',
  family: 'internet-egress',
  requirements: ['EGR-13'],
  controls: [],
  description:
    'The SDK of SageMaker and Studio use the bucket `sagemaker-REGION-ACCOUNT` when they are told no other. Where the account has not made it, ' +
    'anybody who knows the number of the account can, and is sent code, data and models from then on. Looked at: every audited Region in which ' +
    'something of SageMaker is.',
  remediation:
    'Create the bucket in every Region in which SageMaker is used, before somebody else does: `aws s3api create-bucket --bucket ' +
    'sagemaker-REGION-ACCOUNT --region REGION`, with all public access blocked. In Regions that are not used, deny SageMaker by an SCP.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
  ],
  needs: ['workloadBuckets'],
  consults: ['workloadBuckets', ...workloadSections],
  resources: ({ workloadBuckets, scope }) => defaultBucketSubjects(workloadBuckets, scope),
  evaluate({ summary, detail }, facts) {
    const { Owned, Exists } = need(detail);
    const evidence = { source, path: `${summary.Bucket}: owner`, value: Owned ? 'this account' : null };
    if (Owned) return pass('the default bucket is the account’s own', [evidence]);
    if (Exists === true) return notApplicable('another account has the default bucket: default-bucket-of-stranger tells of it', [evidence]);
    const inUse = isInUse(workloadSections.map((section) => facts[section]));
    if (!need(inUse)) return notApplicable('nothing of SageMaker is in this Region', [evidence]);
    if (Exists === false)
      return fail('nobody has the default bucket of SageMaker: whoever makes it first is sent what is put there', [evidence]);
    return fail('the default bucket of SageMaker is not the account’s own: another account’s, or nobody’s yet, which S3 does not say', [
      evidence,
    ]);
  },
});

/** Is anything of SageMaker there? Only where all was read, nothing is. */
function isInUse(sections: readonly Fact<Iterable<unknown>>[]): Fact<boolean> {
  for (const section of sections) for (const _row of rowsToName(section)) return known(true);
  const unread = sections.find((section) => !section.known);
  return unread === undefined || unread.known ? known(false) : { known: false, gap: unread.gap };
}
