import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { BucketPolicy } from '../../src/inventory/sections/bucket-policies.ts';
import type { BucketOwnership, WorkloadBucket } from '../../src/inventory/sections/workload-buckets.ts';
import { account, region } from './rows.ts';

/** The default bucket of the account of these rows. */
export const defaultBucketName = `sagemaker-${region}-${account}`;

/** A bucket that the account owns, unless said otherwise. */
export function workloadBucket(Bucket: string, given: Partial<BucketOwnership> | Gap = {}): WorkloadBucket {
  const usual: BucketOwnership = { Owned: true, Exists: true, BucketRegion: region };
  return { summary: { Bucket }, detail: 'operation' in given ? missing(given) : known({ ...usual, ...given }) };
}

/** The policy of a bucket of the account: these statements, the text, or none. */
export function bucketPolicy(Bucket: string, policy: readonly object[] | string | null | Gap): BucketPolicy {
  const summary = { Bucket, BucketRegion: region };
  if (policy === null || typeof policy === 'string') return { summary, detail: known({ Policy: policy }) };
  if ('operation' in policy) return { summary, detail: missing(policy) };
  return { summary, detail: known({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) }) };
}
