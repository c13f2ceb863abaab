import type { Described } from '../described.ts';

/** The policy of a bucket that a workload of the Region names and the account owns. `Policy` is its document, or `null` where it has none. */
export type BucketPolicy = Described<{ readonly Bucket: string; readonly BucketRegion?: string }, { readonly Policy: string | null }>;
