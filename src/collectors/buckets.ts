import { bucketShape } from '../inventory/sections/buckets.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { withNextToken } from './pages.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/** Without a page size S3 leaves out the Regions. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
const pageSize = 10_000;

/** Every bucket of the account, with one call for ten thousand. */
export default {
  section: 'buckets',
  after: [],
  actions: ['s3:ListBuckets'],
  async collect(session, options) {
    const [client, sdk] = [await session.s3(), await import('@aws-sdk/client-s3')];
    const abort = { abortSignal: session.signal };
    const read = await readList(session, options, {
      operation: 's3:ListBuckets',
      pages: async () =>
        withNextToken(sdk.paginateListBuckets({ client, pageSize }, {}, abort), ({ ContinuationToken }) => ContinuationToken),
      rows: ({ Buckets }) => always(Buckets, 'Buckets').map((bucket) => select(bucket, bucketShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'buckets'>;
