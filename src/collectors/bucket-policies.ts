import { failureOf } from '../aws/failure.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { BucketPolicy } from '../inventory/sections/bucket-policies.ts';
import type { WorkloadBucket } from '../inventory/sections/workload-buckets.ts';
import type { Session } from '../aws/session.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { policyText } from './policy-text.ts';

/** The policies of the account's own buckets, as far as workloads name them: of other accounts' only these are told. */
export default {
  section: 'bucketPolicies',
  after: ['workloadBuckets'],
  actions: ['s3:GetBucketPolicy'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'bucketPolicies',
      named: ownBuckets(earlier('workloadBuckets')),
      describe: {
        operation: 's3:GetBucketPolicy',
        arn: ({ Bucket }) => `arn:${session.partition}:s3:::${Bucket}`,
        // Workloads of two Regions may name one bucket.
        call: (summary) =>
          session.shared.read(`${session.partition} s3:GetBucketPolicy ${session.account} ${summary.Bucket}`, () =>
            policyOf(summary, session),
          ),
      },
    });
  },
} satisfies Collector<'bucketPolicies'>;

type Summary = BucketPolicy['summary'];

/** Asked where the bucket is, so that S3 need not send us there. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
async function policyOf({ Bucket, BucketRegion }: Summary, session: Session): Promise<{ readonly Policy: string | null }> {
  const [client, sdk] = [await session.s3(BucketRegion), await import('@aws-sdk/client-s3')];
  const input = { Bucket, ExpectedBucketOwner: session.account };
  try {
    const { Policy } = await client.send(new sdk.GetBucketPolicyCommand(input), { abortSignal: session.signal });
    return { Policy: policyText(Policy) };
  } catch (error) {
    if (failureOf(error).code === 'NoSuchBucketPolicy') return { Policy: null };
    throw error;
  }
}

function ownBuckets(buckets: Fact<readonly WorkloadBucket[]>): Fact<readonly Summary[]> {
  const rows = [...rowsToName(buckets)];
  const own = rows.flatMap(({ summary: { Bucket }, detail }) =>
    detail.known && detail.value.Owned
      ? [{ Bucket, ...(detail.value.BucketRegion === undefined ? {} : { BucketRegion: detail.value.BucketRegion }) }]
      : [],
  );
  if (!buckets.known) return missing(buckets.gap, own);
  for (const { detail } of rows) if (!detail.known) return missing(detail.gap, own);
  return known(own);
}
