import type { SectionName } from '../src/inventory/sections.ts';
import { bucketNamingSections } from '../src/inventory/named-buckets.ts';
import * as build from '../test/support/aws/build-account.ts';
import { listed, names, pages, type Counted } from './fewest.ts';

/** A model in each of so many buckets. */
const models = (count: number) => ({
  Models: names(count, 'bucket').map((bucket) =>
    build.model(`in-${bucket}`, { PrimaryContainer: { Image: 'i', ModelDataUrl: `s3://${bucket}/model.tar.gz` } }),
  ),
});

/** What tells which buckets are named: the list of models and the models, and each other list once. */
const naming = (count: number): number => pages(count, 100) + count + bucketNamingSections.length - 1;

export const countedBuckets: { readonly [K in SectionName]?: Counted } = {
  buckets: {
    ...listed(10_000),
    fill: () => ({}),
    buckets: (count) => names(count, 'bucket').map((Name) => ({ Name, BucketRegion: 'eu-west-1' })),
  },
  workloadBuckets: {
    fill: models,
    buckets: (count) => names(count, 'bucket').map((Name) => ({ Name, BucketRegion: 'eu-west-1' })),
    fewest: (count) => naming(count) + 2,
    why: 'what names buckets, the list of the account’s own, and one call for each that is not on it: here the default bucket',
  },
  bucketPolicies: {
    fill: models,
    buckets: (count) => names(count, 'bucket').map((Name) => ({ Name, BucketRegion: 'eu-west-1' })),
    fewest: (count) => naming(count) + 2 + count,
    why: 'as above, and one call for each of the account’s own',
  },
};
