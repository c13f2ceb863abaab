import { paginateDescribeRouteTables, EC2Client } from '@aws-sdk/client-ec2';
import { paginateListModels, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, model, routeTable, subnet, trainingJob, vpc, vpcEndpoint } from '../support/aws/build-account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import type { Item } from '../support/aws/handler.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { failureOf, pagesOf, speakTo, type Speak } from './speak.ts';

const day = (index: number): string => new Date(Date.UTC(2026, 8, 1 + index, 12)).toISOString();
const pad = (index: number): string => String(index).padStart(3, '0');

/** 23 models whose names run against their age, 12 jobs of which every sixth is running, 120 route tables. */
const account = accountOf({
  'eu-west-1': {
    Models: Array.from({ length: 23 }, (_, index) => model(`m-${pad(index)}`, { CreationTime: day(index) })),
    TrainingJobs: Array.from({ length: 24 }, (_, index) =>
      trainingJob(`j-${pad(99 - index)}`, { CreationTime: day(index), TrainingJobStatus: index % 12 === 11 ? 'InProgress' : 'Completed' }),
    ),
    RouteTables: Array.from({ length: 120 }, (_, index) => routeTable(`rtb-${pad(index)}`)),
    Subnets: [subnet('subnet-1'), subnet('subnet-2', { VpcId: 'vpc-2' })],
    Vpcs: [vpc('vpc-1'), vpc('vpc-2', { IsDefault: true, Tags: [{ Key: 'Name', Value: 'two' }] })],
    VpcEndpoints: [vpcEndpoint('s3')],
  },
});

let loopback: Loopback;
let speak: Speak;
beforeAll(async () => {
  loopback = await startLoopback(account);
  speak = speakTo(loopback);
});
afterAll(() => loopback.close());

function names(pages: readonly Item[], list: string, member: string): string[] {
  return pages.flatMap((page) => (page[list] as Item[]).map((item) => String(item[member])));
}

const newestFirst = Array.from({ length: 23 }, (_, index) => `m-${pad(22 - index)}`);

describe('SageMaker lists', () => {
  it.each([1, 2, 7, 10, 22, 23, 24, 100])('in pages of %i', async (MaxResults) => {
    const pages = await pagesOf(speak, 'sagemaker:ListModels', { MaxResults });
    expect(pages).toHaveLength(Math.ceil(23 / MaxResults));
    expect(names(pages, 'Models', 'ModelName')).toEqual(newestFirst);
  });

  it('in pages of ten, if nobody says otherwise', async () => {
    const pages = await pagesOf(speak, 'sagemaker:ListModels');
    expect(pages.map((page) => (page['Models'] as Item[]).length)).toEqual([10, 10, 3]);
  });

  it.each([0, 101])('not in pages of %i', async (MaxResults) => {
    const failure = await failureOf(speak('sagemaker:ListModels', { MaxResults }));
    expect(failure).toMatchObject({ name: 'ValidationException', $fault: 'client', $metadata: { httpStatusCode: 400 } });
    expect(failure.message).toContain("at 'maxResults'");
  });

  it('by the SDK’s own paginator', async () => {
    const client = new SageMakerClient({
      endpoint: loopback.url,
      region: 'eu-west-1',
      credentials: credentialsOf(account.account),
      maxAttempts: 1,
    });
    const found: unknown[] = [];
    for await (const page of paginateListModels({ client, pageSize: 5 }, {}))
      found.push(...(page.Models ?? []).map(({ ModelName }) => ModelName));
    expect(found).toEqual(newestFirst);
  });

  // The oldest job is j-099, the youngest j-076; j-088 and j-076 are running.
  it.each([
    [{}, ['j-099', 'j-098', 'j-076']],
    [{ SortOrder: 'Descending' }, ['j-076', 'j-077', 'j-099']],
    [{ SortBy: 'Name' }, ['j-076', 'j-077', 'j-099']],
    [{ SortBy: 'Name', SortOrder: 'Descending' }, ['j-099', 'j-098', 'j-076']],
    [{ SortBy: 'Status', SortOrder: 'Descending' }, ['j-088', 'j-076', 'j-077']],
  ])('sorted by %j', async (input, [first, second, last]) => {
    const found = names(await pagesOf(speak, 'sagemaker:ListTrainingJobs', input), 'TrainingJobSummaries', 'TrainingJobName');
    expect(found).toHaveLength(24);
    expect([found[0], found[1], found.at(-1)]).toEqual([first, second, last]);
  });

  it('refuse an order that does not exist', async () => {
    expect(await failureOf(speak('sagemaker:ListTrainingJobs', { SortOrder: 'Up' }))).toMatchObject({ name: 'ValidationException' });
  });

  it('are filtered after the page is cut, so that pages are empty although more follow', async () => {
    const pages = await pagesOf(speak, 'sagemaker:ListTrainingJobs', { StatusEquals: 'InProgress', MaxResults: 6 });
    expect(pages.map((page) => (page['TrainingJobSummaries'] as Item[]).length)).toEqual([0, 1, 0, 1]);
    expect(pages[0]?.['NextToken']).toBeTypeOf('string');
  });

  it.each([
    [{ NameContains: '08' }, 10],
    [{ CreationTimeAfter: new Date(day(20)) }, 3],
    [{ CreationTimeBefore: new Date(day(20)) }, 20],
    [{ CreationTimeAfter: new Date(day(3)), CreationTimeBefore: new Date(day(6)), NameContains: 'j-' }, 2],
  ])('filtered by %j', async (input, count) => {
    const found = names(await pagesOf(speak, 'sagemaker:ListTrainingJobs', input), 'TrainingJobSummaries', 'TrainingJobName');
    expect(found).toHaveLength(count);
  });

  it('do not take a token that they did not give', async () => {
    const [page] = await pagesOf(speak, 'sagemaker:ListTrainingJobs', { MaxResults: 5 });
    for (const NextToken of ['bogus', '', 'MA.MA', String(page?.['NextToken'])]) {
      expect(await failureOf(speak('sagemaker:ListModels', { NextToken }))).toMatchObject({ name: 'ValidationException' });
    }
  });
});

describe('EC2 describes', () => {
  it('give everything where no page size is asked for', async () => {
    const page = await speak('ec2:DescribeRouteTables');
    expect(page['RouteTables']).toHaveLength(120);
    expect(page).not.toHaveProperty('NextToken');
  });

  it.each([5, 50, 60, 100])('in pages of %i', async (MaxResults) => {
    const pages = await pagesOf(speak, 'ec2:DescribeRouteTables', { MaxResults });
    expect(pages).toHaveLength(Math.ceil(120 / MaxResults));
    expect(new Set(names(pages, 'RouteTables', 'RouteTableId')).size).toBe(120);
  });

  it.each([
    ['DescribeRouteTables', 4],
    ['DescribeRouteTables', 101],
    ['DescribeVpcs', 4],
    ['DescribeVpcs', 1001],
    ['DescribeSecurityGroups', 1001],
  ])('%s not in pages of %i', async (operation, MaxResults) => {
    expect(await failureOf(speak(`ec2:${operation}`, { MaxResults }))).toMatchObject({
      name: 'InvalidParameterValue',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('of endpoints take too large a page for the largest', async () => {
    expect((await speak('ec2:DescribeVpcEndpoints', { MaxResults: 5000 }))['VpcEndpoints']).toHaveLength(1);
  });

  it('do not take a token that they did not give', async () => {
    expect(await failureOf(speak('ec2:DescribeVpcs', { MaxResults: 5, NextToken: 'bogus' }))).toMatchObject({ name: 'InvalidNextToken' });
  });

  it('by the SDK’s own paginator', async () => {
    const client = new EC2Client({
      endpoint: loopback.url,
      region: 'eu-west-1',
      credentials: credentialsOf(account.account),
      maxAttempts: 1,
    });
    let found = 0;
    for await (const page of paginateDescribeRouteTables({ client, pageSize: 100 }, {})) found += page.RouteTables?.length ?? 0;
    expect(found).toBe(120);
  });

  it('of nothing are an empty list, not none', async () => {
    const nothing = speakTo(loopback, { region: 'us-east-1' });
    expect(await nothing('ec2:DescribeVpcs')).toEqual({ Vpcs: [] });
    expect(await nothing('ec2:DescribeRouteTables', { MaxResults: 100 })).toEqual({ RouteTables: [] });
  });

  it('by id', async () => {
    const found = await speak('ec2:DescribeSubnets', { SubnetIds: ['subnet-2'] });
    expect(found['Subnets']).toMatchObject([{ SubnetId: 'subnet-2' }]);
    expect(await failureOf(speak('ec2:DescribeSubnets', { SubnetIds: ['subnet-9'] }))).toMatchObject({ name: 'InvalidSubnetID.NotFound' });
  });

  it.each([
    ['DescribeSubnets', [{ Name: 'vpc-id', Values: ['vpc-2', 'vpc-3'] }], 1],
    ['DescribeVpcs', [{ Name: 'is-default', Values: ['true'] }], 1],
    ['DescribeVpcs', [{ Name: 'tag:Name', Values: ['t*'] }], 1],
    [
      'DescribeVpcs',
      [
        { Name: 'vpc-id', Values: ['vpc-?'] },
        { Name: 'is-default', Values: ['false'] },
      ],
      1,
    ],
    [
      'DescribeRouteTables',
      [
        { Name: 'association.main', Values: ['true'] },
        { Name: 'route-table-id', Values: ['rtb-01*'] },
      ],
      10,
    ],
    ['DescribeRouteTables', [{ Name: 'route.gateway-id', Values: ['igw-1'] }], 0],
  ])('%s by filter %j', async (operation, Filters, count) => {
    const [list] = Object.values(await speak(`ec2:${operation}`, { Filters }));
    expect(list).toHaveLength(count);
  });

  it('refuse a filter that they do not have', async () => {
    expect(await failureOf(speak('ec2:DescribeVpcs', { Filters: [{ Name: 'colour', Values: ['red'] }] }))).toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it('answer a dry run as AWS does', async () => {
    expect(await failureOf(speak('ec2:DescribeVpcs', { DryRun: true }))).toMatchObject({
      name: 'DryRunOperation',
      $metadata: { httpStatusCode: 412 },
    });
  });
});

describe('empty pages', () => {
  it('come before each full one, with a token', async () => {
    const sparse = await startLoopback(account, { emptyPages: 2 });
    try {
      const pages = await pagesOf(speakTo(sparse), 'sagemaker:ListModels', { MaxResults: 20 });
      expect(pages.map((page) => (page['Models'] as Item[]).length)).toEqual([0, 0, 20, 0, 0, 3]);
      expect(names(pages, 'Models', 'ModelName')).toEqual(newestFirst);
      const tables = await pagesOf(speakTo(sparse), 'ec2:DescribeRouteTables', { MaxResults: 100 });
      expect(tables.map((page) => (page['RouteTables'] as Item[]).length)).toEqual([0, 0, 100, 0, 0, 20]);
    } finally {
      await sparse.close();
    }
  });
});

describe('pages with fewer rows than were asked for', () => {
  it('hold them all in the end', async () => {
    const thrifty = await startLoopback(account, { pageLimit: 10 });
    try {
      const pages = await pagesOf(speakTo(thrifty), 'sagemaker:ListModels', { MaxResults: 20 });
      expect(pages.map((page) => (page['Models'] as Item[]).length)).toEqual([10, 10, 3]);
      expect(names(pages, 'Models', 'ModelName')).toEqual(newestFirst);
      const tables = await pagesOf(speakTo(thrifty), 'ec2:DescribeRouteTables', { MaxResults: 100 });
      expect(tables).toHaveLength(12);
    } finally {
      await thrifty.close();
    }
  });
});
