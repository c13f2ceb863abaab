import { describe, expect, it } from 'vitest';
import { factOf, rowsOf } from '../../support/folder.ts';
import { bucketNamingSections } from '../../../src/inventory/named-buckets.ts';
import { inventoryOf } from '../../support/folder.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:model/m';
const policy = JSON.stringify({ Statement: [{ Effect: 'Deny', Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'] }] });

/** The empty lists of everything that could name a bucket, beside a model that does. */
const lists = [
  'TrainingJobSummaries',
  'EndpointConfigs',
  'Endpoints',
  'ProcessingJobSummaries',
  'TransformJobSummaries',
  'HyperParameterTuningJobSummaries',
  'AutoMLJobSummaries',
  'MonitoringScheduleSummaries',
  'CompilationJobSummaries',
  'OptimizationJobSummaries',
  'AIBenchmarkJobs',
  'LabelingJobSummaryList',
  'InferenceComponents',
  'Domains',
  'UserProfiles',
  'FeatureGroupSummaries',
  'InferenceExperiments',
  'ClusterSummaries',
];
const definitions = ['data-quality', 'model-bias', 'model-explainability', 'model-quality'];
const nothingElse = Object.fromEntries([
  ...lists.map((key) => [`eu-west-1/${key}.json`, { [key]: [] }]),
  ...definitions.map((kind) => [`eu-west-1/${kind}-job-definitions.json`, { JobDefinitionSummaries: [] }]),
]);
const saved = {
  ...nothingElse,
  'eu-west-1/caller.json': { UserId: 'u', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/anna' },
  'eu-west-1/models.json': { Models: [{ ModelName: 'm', ModelArn: arn }] },
  'eu-west-1/m.json': {
    ModelName: 'm',
    ModelArn: arn,
    PrimaryContainer: { ModelDataUrl: 's3://models/m.tar.gz?X-Amz-Signature=not-a-secret' },
  },
  'eu-west-1/buckets.json': { Buckets: [{ Name: 'models' }], Owner: { ID: 'x' } },
  'eu-west-1/head.json': { BucketArn: 'arn:aws:s3:::models', BucketRegion: 'eu-west-1', AccessPointAlias: false },
  'eu-west-1/sagemaker-eu-west-1-111122223333.json': { BucketRegion: 'eu-west-1', AccessPointAlias: false },
  'eu-west-1/bucket-policy.json': { Policy: policy },
};

describe('buckets in a folder', () => {
  it('belong to the account where its list says so; a policy tells by itself which it is of', () => {
    expect(rowsOf(saved, 'workloadBuckets')).toEqual([
      { summary: { Bucket: 'models' }, detail: { known: true, value: { Owned: true, Exists: true, BucketRegion: 'eu-west-1' } } },
      {
        summary: { Bucket: 'sagemaker-eu-west-1-111122223333' },
        detail: { known: true, value: { Owned: false, Exists: true, BucketRegion: 'eu-west-1' } },
      },
    ]);
    expect(rowsOf(saved, 'bucketPolicies')).toEqual([
      { summary: { Bucket: 'models' }, detail: { known: true, value: { Policy: policy } } },
    ]);
  });

  it('keep no signature of an address', () => expect(JSON.stringify(inventoryOf(saved))).not.toContain('not-a-secret'));

  it('belong to nobody knows whom without the list', () => {
    const { 'eu-west-1/buckets.json': _, ...rest } = saved;
    expect(rowsOf(rest, 'workloadBuckets')[0]).toMatchObject({ detail: { known: false, gap: { permission: 's3:ListBucket' } } });
    expect(factOf(rest, 'bucketPolicies').known).toBe(false);
  });

  it('may be more than those that are named where a list is missing', () => {
    const { 'eu-west-1/Endpoints.json': _, ...rest } = saved;
    expect(bucketNamingSections).toContain('endpoints');
    expect(factOf(rest, 'workloadBuckets').known).toBe(false);
  });
});
