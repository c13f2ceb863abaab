import { defaultBucket } from '../default-bucket.ts';
import { need } from '../fact.ts';
import { namedBuckets } from '../named-buckets.ts';
import { isRecord } from '../expectation.ts';
import { textOf } from './json-object.ts';
import type { Explain, NamedRow, Settle, Unit } from './section-reader.ts';
import { firstPart } from './settle.ts';
import type { Source } from './source.ts';
import { placeBy } from './told.ts';

/** The answer to head-bucket, which names the bucket in its ARN, where the CLI is new enough, and else in nothing but the file's name. */
const headedBucket: Source = {
  keys: ['BucketRegion', 'AccessPointAlias'],
  fileName: 'the name of the bucket, where the answer has no BucketArn',
  read(answer, file) {
    const BucketRegion = textOf(answer, 'BucketRegion');
    if (BucketRegion === undefined || typeof answer['AccessPointAlias'] !== 'boolean') return undefined;
    const id = textOf(answer, 'BucketArn')?.split(':::')[1] ?? file.stem;
    return [{ id, value: { Bucket: id, BucketRegion }, summary: { Bucket: id }, place: placeBy() }];
  },
};

/** That a bucket is there says nothing of whose it is; the list of the account's own does. */
const withOwner: Settle = ([value = {}], unit) => {
  const { Bucket, BucketRegion } = value as { readonly Bucket?: string; readonly BucketRegion?: string };
  const own = unit.fact('buckets');
  const there = { Exists: true, BucketRegion };
  if (!own.known) return { value: there, lacks: 'whose it is' };
  return { value: { Owned: own.value.some(({ Name }) => Name === Bucket), ...there } };
};

export const bucketOwner: Explain = {
  operation: 's3:HeadBucket',
  details: [headedBucket],
  settle: withOwner,
  by: ['Bucket'],
  arn: (id, { partition }) => `arn:${partition}:s3:::${id}`,
  names: bucketsOfWorkloads,
};

/** The answer to get-bucket-policy. What a bucket's policy is about is that bucket and what is in it, so that it names it. */
const bucketPolicyAnswer: Source = {
  keys: ['Policy'],
  read(answer) {
    const text = textOf(answer, 'Policy');
    if (text === undefined || Object.keys(answer).length > 1) return undefined;
    const id = bucketIn(text);
    return id === undefined ? undefined : [{ id, value: { Policy: text }, summary: { Bucket: id }, place: placeBy() }];
  },
};

export const policyOfBucket: Explain = {
  operation: 's3:GetBucketPolicy',
  details: [bucketPolicyAnswer],
  settle: firstPart,
  by: ['Bucket'],
  arn: (id, { partition }) => `arn:${partition}:s3:::${id}`,
  names: (unit) => {
    const own = new Set(need(unit.fact('buckets')).map(({ Name }) => Name));
    return bucketsOfWorkloads(unit).filter(({ id }) => own.has(id));
  },
};

function bucketsOfWorkloads(unit: Unit): readonly NamedRow[] {
  return need(namedBuckets(unit.fact, [defaultBucket(unit)])).map((Bucket) => ({ id: Bucket, summary: { Bucket } }));
}

/** @returns undefined for any other policy, and for none */
function bucketIn(text: string): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const statements = isRecord(document) ? [document['Statement']].flat() : [];
  const resources = statements.flatMap((statement) =>
    isRecord(statement) ? [statement['Resource'], statement['NotResource']].flat() : [],
  );
  const arns = resources.map((resource) => /^arn:[a-z0-9-]+:s3:::([a-z0-9][a-z0-9.-]{2,62})(?:\/|$)/.exec(String(resource))?.[1]);
  return arns.find((bucket) => bucket !== undefined);
}
