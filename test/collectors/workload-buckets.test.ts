import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SectionName } from '../../src/inventory/sections.ts';
import type { AccountFixture, RegionFixture } from '../support/aws/account.ts';
import type { BucketFixture } from '../support/aws/buckets.ts';
import { accountOf, model } from '../support/aws/build-account.ts';
import { collected } from '../support/collected.ts';

afterEach(() => vi.unstubAllEnvs());

const sections: readonly SectionName[] = ['buckets', 'workloadBuckets', 'bucketPolicies'];
const ownDefault = 'sagemaker-eu-west-1-111122223333';
const own: BucketFixture = { Name: ownDefault, BucketRegion: 'eu-west-1' };
const policy = '{"Version":"2012-10-17","Statement":[]}';

/** A model in each of these buckets. */
const modelsIn = (...buckets: readonly string[]): RegionFixture => ({
  Models: buckets.map((bucket) => model(`in-${bucket}`, { PrimaryContainer: { Image: 'i', ModelDataUrl: `s3://${bucket}/model.tar.gz` } })),
});
const account = (buckets: readonly BucketFixture[], west: RegionFixture = {}, central?: RegionFixture): AccountFixture => ({
  ...accountOf({ 'eu-west-1': west, ...(central === undefined ? {} : { 'eu-central-1': central }) }),
  buckets,
});
const s3 = (calls: readonly string[]) => calls.filter((call) => call.startsWith('s3:'));

describe('whose a bucket is', () => {
  it('the account’s own are on its list: nothing more is asked of them', async () => {
    const west = { Name: 'models', BucketRegion: 'eu-west-1', Policy: policy };
    const { rows, calls, record } = await collected(
      account([own, west, { Name: 'other', BucketRegion: 'eu-west-1' }], modelsIn('models')),
      sections,
    );
    expect(rows('workloadBuckets')).toEqual([
      { summary: { Bucket: 'models' }, detail: { known: true, value: { Owned: true, Exists: true, BucketRegion: 'eu-west-1' } } },
      { summary: { Bucket: ownDefault }, detail: { known: true, value: { Owned: true, Exists: true, BucketRegion: 'eu-west-1' } } },
    ]);
    expect(s3(calls)).toEqual(['s3:ListBuckets', 's3:GetBucketPolicy', 's3:GetBucketPolicy']);
    expect(record('workloadBuckets').ledger).toEqual([{ operation: 's3:HeadBucket', calls: 0, complete: true }]);
  });

  it.each<[string, readonly BucketFixture[], object]>([
    ['nobody’s', [], { Owned: false, Exists: false }],
    ['another account’s, which hides it', [{ ...own, Owner: '999900001111' }], { Owned: false, Exists: null }],
    [
      'another account’s, which shows it',
      [{ ...own, Owner: '999900001111', Visible: true }],
      { Owned: false, Exists: true, BucketRegion: 'eu-west-1' },
    ],
    [
      'another account’s in another Region',
      [{ ...own, BucketRegion: 'us-east-1', Owner: '999900001111', Visible: true }],
      { Owned: false, Exists: true, BucketRegion: 'us-east-1' },
    ],
  ])('the default bucket is %s', async (_whose, buckets, value) => {
    const { rows } = await collected(account(buckets), sections);
    expect(rows('workloadBuckets')).toEqual([{ summary: { Bucket: ownDefault }, detail: { known: true, value } }]);
    expect(rows('bucketPolicies')).toEqual([]);
  });

  it.each<[string, readonly BucketFixture[], object, readonly (string | undefined)[]]>([
    ['its own', [own], { known: true, value: { Owned: true, Exists: true, BucketRegion: 'eu-west-1' } }, ['111122223333']],
    ['nobody’s', [], { known: true, value: { Owned: false, Exists: false } }, ['111122223333']],
    [
      'another’s, which shows it',
      [{ ...own, Owner: '999900001111', Visible: true }],
      { known: true, value: { Owned: false, Exists: true, BucketRegion: 'eu-west-1' } },
      ['111122223333', undefined],
    ],
    [
      'another’s, or its own without the permission',
      [{ ...own, Owner: '999900001111' }],
      {
        known: false,
        gap: { operation: 's3:HeadBucket', permission: 's3:ListBucket', code: 'Forbidden', resource: `arn:aws:s3:::${ownDefault}` },
      },
      ['111122223333', undefined],
    ],
  ])('without the list S3 is asked: %s', async (_whose, buckets, detail, owners) => {
    const { rows, inputs, fact } = await collected(account(buckets), sections, {
      faults: [{ kind: 'access-denied', operation: 's3:ListBuckets' }],
    });
    expect(fact('buckets')).toMatchObject({ known: false, gap: { operation: 's3:ListBuckets', permission: 's3:ListAllMyBuckets' } });
    expect(rows('workloadBuckets')[0]?.detail).toMatchObject(detail);
    expect(inputs('s3:HeadBucket').map(({ ExpectedBucketOwner }) => ExpectedBucketOwner)).toEqual(owners);
  });

  it('a probe asks S3 of one of its own, where the session is, and a refusal then tells of the permission', async () => {
    const mine = [
      { Name: 'a', BucketRegion: 'us-east-1' },
      { Name: 'b', BucketRegion: 'eu-west-1' },
    ];
    const allowed = await collected(account(mine), sections, { probe: true });
    expect(allowed.inputs('s3:HeadBucket')).toEqual([{ Bucket: 'b', ExpectedBucketOwner: '111122223333' }]);
    const { rows } = await collected(account(mine), sections, {
      probe: true,
      faults: [{ kind: 'access-denied', operation: 's3:HeadBucket' }],
    });
    expect(rows('workloadBuckets')[0]?.detail).toMatchObject({ known: false, gap: { code: 'Forbidden', permission: 's3:ListBucket' } });
  });

  it('what a portal says in place of S3 makes nothing anybody’s', async () => {
    const { rows } = await collected(account([]), sections, { faults: [{ kind: 'html', operation: 's3:HeadBucket', status: 200 }] });
    expect(rows('workloadBuckets')[0]?.detail).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer' } });
  });

  it('models that could not be read may name more buckets', async () => {
    const { fact } = await collected(account([own], modelsIn('models')), sections, {
      faults: [{ kind: 'access-denied', operation: 'sagemaker:DescribeModel' }],
    });
    expect(fact('workloadBuckets')).toMatchObject({ known: false, gap: { operation: 'sagemaker:DescribeModel' } });
    expect(fact('bucketPolicies')).toMatchObject({ known: false, gap: { operation: 'sagemaker:DescribeModel' } });
  });

  it('more than a page of buckets are all read', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ Name: `bucket-${at}`, BucketRegion: 'eu-west-1' }));
    const { rows, inputs } = await collected(account(many), ['buckets']);
    expect(rows('buckets')).toHaveLength(10_001);
    expect(inputs('s3:ListBuckets').map(({ MaxBuckets }) => MaxBuckets)).toEqual([10_000, 10_000]);
  });
});

describe('the policy of a bucket', () => {
  it('that has none is known to be none, and none is asked of a stranger', async () => {
    const buckets = [own, { Name: 'theirs', BucketRegion: 'eu-west-1', Owner: '999900001111', Visible: true, Policy: policy }];
    const { rows, inputs } = await collected(account(buckets, modelsIn('theirs')), sections);
    expect(rows('bucketPolicies')).toEqual([
      { summary: { Bucket: ownDefault, BucketRegion: 'eu-west-1' }, detail: { known: true, value: { Policy: null } } },
    ]);
    expect(inputs('s3:GetBucketPolicy')).toEqual([{ Bucket: ownDefault, ExpectedBucketOwner: '111122223333' }]);
  });

  it('in another Region is asked there, and once for all Regions that name it', async () => {
    const central = { Name: 'models', BucketRegion: 'eu-central-1', Policy: policy };
    const { rows, inputs, calls } = await collected(account([central], modelsIn('models'), modelsIn('models')), sections, {
      regions: ['eu-west-1', 'eu-central-1'],
    });
    for (const region of ['eu-west-1', 'eu-central-1']) {
      expect(rows('bucketPolicies', region)).toEqual([
        { summary: { Bucket: 'models', BucketRegion: 'eu-central-1' }, detail: { known: true, value: { Policy: policy } } },
      ]);
    }
    expect(inputs('s3:GetBucketPolicy')).toHaveLength(1);
    expect(calls.filter((call) => call === 's3:ListBuckets')).toHaveLength(1);
  });

  it.each(['html', 'truncated'] as const)('in whose place comes what is no policy (%s) is a gap', async (kind) => {
    const { rows } = await collected(account([{ ...own, Policy: policy }]), sections, {
      faults: [{ kind, operation: 's3:GetBucketPolicy', ...(kind === 'html' ? { status: 200 } : {}) }],
    });
    expect(rows('bucketPolicies')[0]?.detail).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer' } });
  });

  it('that may not be read is a gap', async () => {
    const { rows } = await collected(account([{ ...own, Policy: policy }]), sections, {
      faults: [{ kind: 'access-denied', operation: 's3:GetBucketPolicy' }],
    });
    expect(rows('bucketPolicies')[0]?.detail).toMatchObject({
      known: false,
      gap: { permission: 's3:GetBucketPolicy', resource: `arn:aws:s3:::${ownDefault}` },
    });
  });
});
