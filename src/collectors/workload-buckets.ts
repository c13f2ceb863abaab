import type { Session } from '../aws/session.ts';
import { defaultBucket } from '../inventory/default-bucket.ts';
import { known, type Fact } from '../inventory/fact.ts';
import { bucketNamingSections, namedBuckets } from '../inventory/named-buckets.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Bucket } from '../inventory/sections/buckets.ts';
import { bucketOwnership } from './bucket-ownership.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows } from './named-in.ts';

/** Whose each bucket is that a workload names; S3 is asked of those only that are not on the account's own list. */
export default {
  section: 'workloadBuckets',
  after: ['buckets', ...bucketNamingSections],
  actions: ['s3:HeadBucket'],
  async collect(session, options, earlier) {
    const fact = earlier('buckets');
    const probed = options.probe ? probedBucket(fact, session) : undefined;
    // A probe asks S3 although the list has the answer, so that the permission is tried.
    const own = probed === undefined ? { listed: rowsToName(fact), whole: fact.known } : { listed: [], whole: false };
    let answers = 0;
    const read = await describeNamed(session, options, {
      section: 'workloadBuckets',
      named: asRows(probed === undefined ? namedBuckets(earlier, [defaultBucket(session)]) : known([probed]), 'Bucket'),
      describe: {
        operation: 's3:HeadBucket',
        arn: ({ Bucket }) => `arn:${session.partition}:s3:::${Bucket}`,
        call: ({ Bucket }) => bucketOwnership(Bucket, own, session, () => (answers += 1)),
      },
    });
    // Of the account's own nothing was asked.
    return { ...read, ledger: read.ledger.map((entry) => ({ ...entry, calls: answers })) };
  },
} satisfies Collector<'workloadBuckets'>;

/** One of the account's own, best where the session is: of another's a refusal says nothing of a permission. */
function probedBucket(own: Fact<readonly Bucket[]>, { region }: Session): string | undefined {
  const listed = [...rowsToName(own)];
  return (listed.find(({ BucketRegion }) => BucketRegion === region) ?? listed[0])?.Name;
}
