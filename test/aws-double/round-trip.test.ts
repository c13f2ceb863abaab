import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccountPath, loadAccount, type CollectionName } from '../support/aws/account.ts';
import { accountWith, endpoint, endpointConfig, model, notebook, securityGroup, trainingJob } from '../support/aws/build-account.ts';
import { catalogue, collectionNames, keyMembers, listMember, resourceShape, shapesOf } from '../support/aws/catalogue.ts';
import type { Item } from '../support/aws/handler.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { revive } from '../support/aws/revive.ts';
import { pagesOf, speakTo } from './speak.ts';

const demo = loadAccount(demoAccountPath);

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback(demo);
});
afterAll(() => loopback.close());

/** What the SDK should hand over: the fixture with dates for timestamps. */
function expected(collection: CollectionName, item: unknown): unknown {
  return revive(resourceShape(collection), item, '', () => undefined);
}

/** Some kinds of network object are in one Region only. */
const places = Object.keys(demo.regions).flatMap((region) =>
  collectionNames.filter((collection) => demo.regions[region]?.[collection] !== undefined).map((collection) => ({ region, collection })),
);

/** What the account holds of one kind, asked for as one would ask AWS. */
async function ask(collection: CollectionName, items: readonly Item[], region: string): Promise<readonly unknown[]> {
  const speak = speakTo(loopback, { region });
  const resource = catalogue[collection];
  if (resource.service === 'ec2') {
    const { name } = listMember(shapesOf('ec2', resource.describe).output);
    return (await speak(`ec2:${resource.describe}`))[name] as readonly unknown[];
  }
  const keys = items.map((item) => Object.fromEntries(keyMembers(collection).map((member) => [member, item[member]])));
  return Promise.all(
    keys.map(async (key) => {
      const answer = await speak(`sagemaker:${resource.describe}`, key);
      return resource.holder === undefined ? answer : answer[resource.holder];
    }),
  );
}

describe('every resource comes through the wire unchanged', () => {
  it('of every kind, in some Region', () => {
    expect([...new Set(places.map(({ collection }) => collection))].toSorted()).toEqual(collectionNames.toSorted());
  });

  it.each(places)('$collection in $region', async ({ region, collection }) => {
    const items: readonly Item[] = demo.regions[region]?.[collection] ?? [];
    expect(await ask(collection, items, region)).toEqual(items.map((item) => expected(collection, item)));
  });

  it.each(Object.keys(demo.regions))('entries of prefix lists in %s', async (region) => {
    for (const [PrefixListId, entries] of Object.entries(demo.regions[region]?.PrefixListEntries ?? {})) {
      expect(await speakTo(loopback, { region })('ec2:GetManagedPrefixListEntries', { PrefixListId })).toEqual({ Entries: entries });
    }
  });

  it('says who is asking', async () => {
    expect(await speakTo(loopback)('sts:GetCallerIdentity')).toEqual({
      Account: demo.account,
      Arn: demo.callerArn,
      UserId: 'AROADEMO111122223333:mlsec',
    });
  });

  it('keeps milliseconds, empty lists and awkward text', async () => {
    const awkward = 'a <b> & "c" \r\n \u202e ]]> \u{1f4a9} =;%+';
    const account = accountWith({
      SecurityGroups: [
        securityGroup('sg-0a1b2c3d4e5f60001', { Description: awkward, IpPermissions: [], Tags: [{ Key: awkward, Value: '' }] }),
      ],
      TrainingJobs: [
        trainingJob('a', {
          CreationTime: '2026-11-10T06:00:12.001Z',
          FailureReason: `${awkward}\u001b[31m`,
          HyperParameters: { [awkward]: awkward },
        }),
      ],
    });
    const second = await startLoopback(account);
    try {
      const speak = speakTo(second);
      const [group] = account.regions['eu-west-1']?.SecurityGroups ?? [];
      expect(await speak('ec2:DescribeSecurityGroups')).toEqual({ SecurityGroups: [group] });
      const job = await speak('sagemaker:DescribeTrainingJob', { TrainingJobName: 'a' });
      expect(job).toMatchObject({ CreationTime: new Date('2026-11-10T06:00:12.001Z'), HyperParameters: { [awkward]: awkward } });
      expect(job['FailureReason']).toBe(`${awkward}\u001b[31m`);
    } finally {
      await second.close();
    }
  });
});

describe('a list shows the summary of what a describe tells', () => {
  const account = accountWith({
    NotebookInstances: [notebook('a')],
    TrainingJobs: [trainingJob('a', { WarmPoolStatus: { Status: 'Available' } })],
    Models: [model('a')],
    EndpointConfigs: [endpointConfig('a')],
    Endpoints: [endpoint('a')],
  });
  let built: Loopback;
  beforeAll(async () => {
    built = await startLoopback(account);
  });
  afterAll(() => built.close());

  it.each([
    [
      'ListNotebookInstances',
      'NotebookInstances',
      ['NotebookInstanceName', 'NotebookInstanceArn', 'NotebookInstanceStatus', 'Url', 'InstanceType', 'CreationTime', 'LastModifiedTime'],
    ],
    [
      'ListTrainingJobs',
      'TrainingJobSummaries',
      [
        'TrainingJobName',
        'TrainingJobArn',
        'CreationTime',
        'TrainingJobStatus',
        'TrainingEndTime',
        'LastModifiedTime',
        'SecondaryStatus',
        'WarmPoolStatus',
      ],
    ],
    ['ListModels', 'Models', ['ModelName', 'ModelArn', 'CreationTime']],
    ['ListEndpointConfigs', 'EndpointConfigs', ['EndpointConfigName', 'EndpointConfigArn', 'CreationTime']],
    ['ListEndpoints', 'Endpoints', ['EndpointName', 'EndpointArn', 'CreationTime', 'LastModifiedTime', 'EndpointStatus']],
  ])('%s', async (operation, member, fields) => {
    const [page] = await pagesOf(speakTo(built), `sagemaker:${operation}`);
    const [summary] = (page?.[member] ?? []) as Item[];
    expect(Object.keys(summary ?? {}).toSorted()).toEqual(fields.toSorted());
    expect(summary?.['CreationTime']).toBeInstanceOf(Date);
  });
});
