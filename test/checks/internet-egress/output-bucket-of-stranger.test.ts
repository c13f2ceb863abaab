import check from '../../../src/checks/internet-egress/output-bucket-of-stranger.ts';
import { known } from '../../../src/inventory/fact.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { workloadBucket } from '../../support/rows-buckets.ts';
import { endpointConfig, model, refused, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const capture = (bucket: string, EnableCapture = true) =>
  endpointConfig('config-1', { DataCaptureConfig: { EnableCapture, DestinationS3Uri: `s3://${bucket}/capture` } });
const using = (bucket: Parameters<typeof workloadBucket>[1], given: Given = {}): Inventory =>
  inventory({ endpointConfigs: [capture('results')], workloadBuckets: [workloadBucket('results', bucket)], ...given });
const foreign = { Owned: false, Exists: null } as const;
const organization = [{ Id: 'o-1', FeatureSet: 'ALL' as const, MasterAccountId: '444455556666' }];

/** The same inventory with another audited account that owns a bucket, or of which that could not be read. */
function withSister(base: Inventory, fact: 'own' | 'refused'): Inventory {
  const of = (section: string) => base.sections.find((record) => record.section === section);
  const [subnets, buckets] = [of('subnets'), of('buckets')];
  if (subnets === undefined || buckets === undefined) throw new Error('an inventory has every section');
  const account = '222233334444';
  const own = known([{ Name: 'results', BucketRegion: 'eu-west-1' }]);
  return {
    ...base,
    sections: [
      ...base.sections,
      { ...subnets, account },
      { ...buckets, account, fact: fact === 'own' ? own : { known: false, gap: refused('s3:ListBuckets') } } as typeof buckets,
    ],
  };
}

testCheck(check, {
  fail: [
    [
      'nobody has the bucket of the captures',
      using({ Owned: false, Exists: false }),
      'results',
      {
        says: 'whoever makes it is sent the data; 1 workload writes to it',
        requirements: ['EGR-10'],
        evidence: ['sagemaker:DescribeEndpointConfig config-1: DataCaptureConfig.DestinationS3Uri="results"'],
      },
    ],
    [
      'another account’s, and the account is in no organization',
      using({ Owned: false, Exists: true }),
      'results',
      { says: 'the bucket is another account’s' },
    ],
    [
      'the output of a job',
      inventory({
        trainingJobs: [trainingJob('job-1', { OutputDataConfig: { S3OutputPath: 's3://elsewhere/out' } })],
        workloadBuckets: [workloadBucket('elsewhere', { Owned: false, Exists: false })],
      }),
      'elsewhere',
      { evidence: ['sagemaker:DescribeTrainingJob job-1: OutputDataConfig.S3OutputPath="elsewhere"'] },
    ],
  ],
  pass: [
    ['its own', using({}), 'results', { requirements: ['EGR-10'] }],
    [
      'an audited account’s',
      withSister(using(foreign, { organization }), 'own'),
      'results',
      { says: 'of the audited account 222233334444' },
    ],
  ],
  unknown: [
    [
      'of the organization, or not: S3 does not tell',
      using(foreign, { organization }),
      'results',
      { says: 'the organization o-1', missing: [] },
    ],
    [
      'the organization could not be read',
      using(foreign, { organization: refused('organizations:DescribeOrganization') }),
      'results',
      { missing: ['organizations:DescribeOrganization'] },
    ],
    [
      'the buckets of an audited account could not be read',
      withSister(using(foreign), 'refused'),
      'results',
      { missing: ['s3:ListBuckets'] },
    ],
    ['S3 refuses', using(refused('s3:HeadBucket')), 'results', { missing: ['s3:HeadBucket'] }],
    [
      'others that could not be listed may write elsewhere',
      using({}, { trainingJobs: refused('sagemaker:ListTrainingJobs') }),
      '111122223333',
      { missing: ['sagemaker:ListTrainingJobs'] },
    ],
    [
      'one that could not be read may write elsewhere',
      inventory({ endpointConfigs: [endpointConfig('config-1', refused('sagemaker:DescribeEndpointConfig'))] }),
      '111122223333',
      { missing: ['sagemaker:DescribeEndpointConfig'] },
    ],
  ],
  silent: [
    [
      'a bucket that is only read from',
      inventory({
        models: [model('model-1', { PrimaryContainer: { ModelDataUrl: 's3://models/model.tar.gz' } })],
        workloadBuckets: [workloadBucket('models', { Owned: false })],
      }),
    ],
    [
      'captures that are off',
      inventory({ endpointConfigs: [capture('results', false)], workloadBuckets: [workloadBucket('results', foreign)] }),
    ],
  ],
});
