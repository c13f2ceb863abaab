import { AwsError } from './aws-error.ts';
import { cutList } from './cut-list.ts';
import { text, type Answer, type Call, type Handler } from './handler.ts';

/** A bucket: of the account, or of another. */
export interface BucketFixture {
  readonly Name: string;
  readonly BucketRegion: string;
  /** The account that owns it, where that is another. */
  readonly Owner?: string;
  /** Does the owner let the account see it? */
  readonly Visible?: boolean;
  readonly Policy?: string;
}

/** S3 answers where the bucket is, and elsewhere says where that is. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html */
function bucketOf(call: Call): BucketFixture {
  const name = text(call.input, 'Bucket') ?? '';
  const bucket = call.account.buckets?.find(({ Name }) => Name === name);
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.BucketRegion !== call.region) {
    const where = { 'x-amz-bucket-region': bucket.BucketRegion };
    throw new AwsError('PermanentRedirect', 'The bucket you are attempting to access must be addressed elsewhere', 301, where);
  }
  const owner = bucket.Owner ?? call.account.account;
  const expected = text(call.input, 'ExpectedBucketOwner') ?? owner;
  const visible = bucket.Owner === undefined || bucket.Visible === true;
  if (expected !== owner || !visible)
    throw new AwsError('AccessDenied', 'Access Denied', 403, { 'x-amz-bucket-region': bucket.BucketRegion });
  return bucket;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
function buckets(call: Call): Answer {
  const own = (call.account.buckets ?? []).filter(({ Owner }) => Owner === undefined);
  // The Region is told only to those who ask for pages.
  const paged = call.input['MaxBuckets'] !== undefined;
  const rows = own.map(({ Name, BucketRegion }) => ({
    Name,
    CreationDate: '2024-02-01T08:00:00.000Z',
    ...(paged ? { BucketRegion } : {}),
  }));
  const size = { name: 'MaxBuckets', min: 1, max: 10_000, usual: 10_000 };
  const page = cutList(call, rows, { member: 'Buckets', size, token: { asked: 'ContinuationToken', given: 'ContinuationToken' } });
  return { ...page, Owner: { ID: 'e5b0'.repeat(16) } };
}

function headBucket(call: Call): Answer {
  const { BucketRegion } = bucketOf(call);
  return { BucketRegion };
}

function bucketPolicy(call: Call): Answer {
  const { Policy } = bucketOf(call);
  if (Policy === undefined) throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
  return { Policy };
}

/** The operations of S3 that an audit asks for. */
export const bucketOperations: Readonly<Record<string, Handler>> = {
  's3:ListBuckets': buckets,
  's3:HeadBucket': headBucket,
  's3:GetBucketPolicy': bucketPolicy,
};
