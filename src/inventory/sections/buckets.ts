import type { Bucket as SdkBucket } from '@aws-sdk/client-s3';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html */
export const bucketShape = shapeOf<SdkBucket>()({ Name: true, BucketRegion: true });

/** A bucket that the account owns, in whatever Region. */
export type Bucket = Selected<SdkBucket, typeof bucketShape>;
