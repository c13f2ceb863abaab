import { hasVariables } from './pattern.ts';
import type { Statement } from './policy-document.ts';

/** The part of an S3 resource that names the bucket, as a policy writes it. */
function bucketIn(pattern: string): string | undefined {
  return /^arn:[^:]*:s3:::([^/]*)/.exec(pattern)?.[1];
}

const isOpen = (bucket: string): boolean => /[*?]/.test(bucket) || hasVariables(bucket);

/**
 * The buckets that statements name exactly, as globs of them and their objects: their author knows whose they are. A name with a wildcard is as
 * open as `*` to whoever may choose the names of buckets, and that is everybody.
 */
export function bucketsNamed(statements: readonly Statement[], partition: string): readonly string[] {
  const names = statements.flatMap(({ resources }) =>
    resources.patterns.flatMap((pattern) => {
      const bucket = bucketIn(pattern);
      return bucket === undefined || bucket === '' || isOpen(bucket) ? [] : [bucket];
    }),
  );
  return [...new Set(names)].map((name) => `arn:${partition}:s3:::${name}/*`);
}

/** What a pattern of access points, such as `arn:aws:s3:*:*:accesspoint/*`, takes beside them: these are no names of buckets that are free. */
export function noBuckets(partition: string): readonly string[] {
  return [`arn:${partition}:s3:::accesspoint/*`, `arn:${partition}:s3::::*`, `arn:${partition}:s3:::*:accesspoint/*`];
}

/**
 * Objects in buckets that nobody has, named so that the patterns of statements take them: `*sagemaker*` takes `somebodys-sagemaker`. The solver
 * needs none of them; they read better than what it finds.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function foreignBuckets(statements: readonly Statement[], partition: string): readonly string[] {
  const names = statements.flatMap(({ resources }) =>
    resources.patterns.flatMap((pattern) => {
      const bucket = bucketIn(pattern);
      return bucket === undefined || !/^[a-z0-9.*?-]*$/.test(bucket) || !isOpen(bucket) ? [] : [filled(bucket)];
    }),
  );
  return [...new Set(['somebodys-bucket', ...names])].map((name) => `arn:${partition}:s3:::${name}/data.tar.gz`);
}

/** A name that a pattern of bucket names takes: words in the place of its first asterisk, joined as names are. */
function filled(bucket: string): string {
  const [start = '', ...rest] = bucket.split('*');
  if (rest.length === 0) return start.replaceAll('?', 'x');
  const end = rest.join('');
  const before = start === '' || /[.-]$/.test(start) ? '' : '-';
  const after = end === '' || /^[.-]/.test(end) ? '' : '-';
  return `${start}${before}somebodys${after}${end}`.replaceAll('?', 'x');
}
