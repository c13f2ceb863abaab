import type { Described } from '../described.ts';

/** Whose a bucket is, as far as S3 lets the account know. */
export interface BucketOwnership {
  /** Is it the account's own? */
  readonly Owned: boolean;
  /** Is there such a bucket? `null` where S3 does not say, which it does of most buckets of other accounts. */
  readonly Exists: boolean | null;
  readonly BucketRegion?: string;
}

/**
 * A bucket that a workload of the Region names for its inputs, outputs, captures, models or scripts, and the default bucket of the Region,
 * `sagemaker-REGION-ACCOUNT`, whether or not anything names it: whoever makes it first owns it.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html
 *
 * Which workload names it, and where, `s3LocationsIn` tells from the workload's own row.
 */
export type WorkloadBucket = Described<{ readonly Bucket: string }, BucketOwnership>;
