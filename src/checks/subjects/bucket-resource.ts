import type { Resource } from '../../core/resource.ts';
import type { Scope } from '../check.ts';

/** A bucket as a finding names it: in the account and Region whose workloads use it. */
export function bucketResource(name: string, { partition, account, region }: Scope): Resource {
  return { type: 'AWS::S3::Bucket', name, arn: `arn:${partition}:s3:::${name}`, account, region };
}
