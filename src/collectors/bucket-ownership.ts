import type { S3Client } from '@aws-sdk/client-s3';
import { httpStatusOf } from '../aws/failure.ts';
import type { Session } from '../aws/session.ts';
import type { Bucket } from '../inventory/sections/buckets.ts';
import type { BucketOwnership } from '../inventory/sections/workload-buckets.ts';
import { always } from './unreadable-answer.ts';

/** S3 refuses to say anything of a bucket, and a HEAD has no room for a reason. */
class NothingSaidOfBucket extends Error {
  constructor(name: string) {
    super(`S3 says nothing of ${name}: it is another account's, or there is none of that name, or the permission is missing`);
    this.name = 'Forbidden';
  }
}

/** The account's own buckets, as far as they were read. */
export interface OwnBuckets {
  readonly listed: Iterable<Bucket>;
  /** Is that all of them? */
  readonly whole: boolean;
}

/**
 * Whose a bucket is. The account's own are on its list, for which nothing is asked; of another S3 says whether it is there, or nothing.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 *
 * Where the list could not be read, S3 is asked whether the account owns it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 *
 * @param answered called for each answer that tells something
 * @throws NothingSaidOfBucket, where not even that can be told; whatever else the call is answered with
 */
export async function bucketOwnership(name: string, own: OwnBuckets, session: Session, answered: () => void): Promise<BucketOwnership> {
  for (const { Name, BucketRegion } of own.listed) {
    if (Name === name) return { Owned: true, Exists: true, ...(BucketRegion === undefined ? {} : { BucketRegion }) };
  }
  const client = await session.s3();
  const head = async (owner?: string) => {
    const status = await headBucket(client, name, owner, session.signal);
    if (status !== 'refused') answered();
    return status;
  };
  if (own.whole) {
    const found = await head();
    return { Owned: false, ...(found === 'refused' ? { Exists: null } : existence(found)) };
  }
  const asOwn = await head(session.account);
  if (asOwn !== 'refused') return { Owned: asOwn !== 'absent', ...existence(asOwn) };
  // Refused as somebody else's, or for want of the permission: only the answer without the condition tells these apart.
  const found = await head();
  if (found === 'refused') throw new NothingSaidOfBucket(name);
  return { Owned: false, ...existence(found) };
}

type Found = 'absent' | { readonly region: string };

function existence(found: Found): Pick<BucketOwnership, 'Exists' | 'BucketRegion'> {
  return found === 'absent' ? { Exists: false } : { Exists: true, BucketRegion: found.region };
}

async function headBucket(
  client: S3Client,
  Bucket: string,
  owner: string | undefined,
  abortSignal: AbortSignal,
): Promise<Found | 'refused'> {
  const { HeadBucketCommand } = await import('@aws-sdk/client-s3');
  const input = owner === undefined ? { Bucket } : { Bucket, ExpectedBucketOwner: owner };
  try {
    const { BucketRegion } = await client.send(new HeadBucketCommand(input), { abortSignal });
    return { region: always(BucketRegion, 'BucketRegion') };
  } catch (error) {
    const status = httpStatusOf(error);
    if (status === 404) return 'absent';
    if (status === 403) return 'refused';
    throw error;
  }
}
