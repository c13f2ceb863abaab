import type { SectionName } from '../src/inventory/sections.ts';
import { bucketNamingSections } from '../src/inventory/named-buckets.ts';
import * as build from '../test/support/aws/build-account.ts';
import { listed, names, searched, type Counted } from './fewest.ts';

/** A model in each of so many buckets. */
const models = (count: number) => ({
  Models: names(count, 'bucket').map((bucket) =>
    build.model(`in-${bucket}`, { PrimaryContainer: { Image: 'i', ModelDataUrl: `s3://${bucket}/model.tar.gz` } }),
  ),
});

/** Asked only where there is a domain, or an endpoint. */
const childless = ['userProfiles', 'inferenceComponents'] satisfies (typeof bucketNamingSections)[number][];

/** What tells which buckets are named: the list of models and a search for them, and each other list once, but for those without a parent. */
const naming = (count: number): number => searched.fewest(count) + bucketNamingSections.length - 1 - childless.length;

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
