import { defaultBucket } from '../inventory/default-bucket.ts';
import { bucketNamingSections, namedBuckets } from '../inventory/named-buckets.ts';
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
    const own = earlier('buckets');
    let answers = 0;
    const read = await describeNamed(session, options, {
      section: 'workloadBuckets',
      named: asRows(namedBuckets(earlier, [defaultBucket(session)]), 'Bucket'),
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
