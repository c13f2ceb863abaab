import { DescribeRouteTablesCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeModelCommand,
  DescribeNotebookInstanceCommand,
  ListTrainingJobsCommand,
  paginateListNotebookInstances,
  ResourceNotFound,
  SageMakerClient,
  SageMakerServiceException,
} from '@aws-sdk/client-sagemaker';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { notebook, routeTable, trainingJob } from '../support/aws/build-account.ts';
import { loadRecording, type Recording } from '../support/aws/recording.ts';
import { replay, UnrecordedCommand, type Replay } from '../support/aws/replay.ts';
import { failureOf } from './speak.ts';

/** A client without credentials or endpoint: whatever got past the recording would fail. */
const nowhere = {
  region: 'eu-west-1',
  endpoint: 'http://127.0.0.1:1',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  maxAttempts: 1,
};

function sagemaker(recording: Recording, onUnrecorded?: (error: UnrecordedCommand) => void): { client: SageMakerClient; recorded: Replay } {
  const client = new SageMakerClient(nowhere);
  const recorded = replay(recording, onUnrecorded);
  client.middlewareStack.use(recorded);
  return { client, recorded };
}

describe('replay', () => {
  it('answers with dates where the SDK has dates', async () => {
    const { client } = sagemaker({ DescribeNotebookInstance: { a: notebook('a') } });
    const output = await client.send(new DescribeNotebookInstanceCommand({ NotebookInstanceName: 'a' }));
    expect(output).toMatchObject({
      ...notebook('a'),
      CreationTime: new Date('2026-10-05T08:11:04.730Z'),
      LastModifiedTime: new Date('2026-11-02T09:20:31.412Z'),
    });
    expect(output.$metadata.httpStatusCode).toBe(200);
  });

  it('gives page after page to the SDK’s paginator, as often as it is asked', async () => {
    const { client, recorded } = sagemaker(loadRecording(new URL('../../fixtures/recordings/notebook-instances.json', import.meta.url)));
    for (const round of [1, 2]) {
      const found: unknown[] = [];
      for await (const page of paginateListNotebookInstances({ client }, {}))
        found.push(...(page.NotebookInstances ?? []).map(({ NotebookInstanceName }) => NotebookInstanceName));
      expect(found).toEqual(['claims', 'tariffs', 'routes']);
      expect(recorded.sent).toHaveLength(3 * round);
    }
    expect(recorded.sent[1]).toEqual({
      service: 'sagemaker',
      operation: 'ListNotebookInstances',
      input: expect.objectContaining({ NextToken: 'page-2' }) as object,
    });
  });

  it('refuses as the SDK does', async () => {
    const { client } = sagemaker({
      ListTrainingJobs: [{ __error: 'AccessDeniedException', message: 'no' }],
      DescribeModel: {
        gone: { __error: 'ResourceNotFound', message: 'gone' },
        down: { __error: 'InternalFailure', message: 'down', status: 500 },
      },
    });
    const denied = await failureOf(client.send(new ListTrainingJobsCommand({})));
    expect(denied).toBeInstanceOf(SageMakerServiceException);
    expect(denied).toMatchObject({ name: 'AccessDeniedException', message: 'no', $fault: 'client', $metadata: { httpStatusCode: 400 } });
    const gone = await failureOf(client.send(new DescribeModelCommand({ ModelName: 'gone' })));
    expect(gone).toBeInstanceOf(ResourceNotFound);
    expect(gone).toMatchObject({ name: 'ResourceNotFound', message: 'gone' });
    expect(await failureOf(client.send(new DescribeModelCommand({ ModelName: 'down' })))).toMatchObject({
      $fault: 'server',
      $metadata: { httpStatusCode: 500 },
    });
  });

  it('can refuse in the middle of a list', async () => {
    const { client } = sagemaker({
      ListNotebookInstances: [{ NotebookInstances: [], NextToken: 'more' }, { __error: 'ThrottlingException' }],
    });
    const seen: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const page of paginateListNotebookInstances({ client }, {})) seen.push(page);
      })(),
    );
    expect(seen).toHaveLength(1);
    expect(failure).toMatchObject({ name: 'ThrottlingException' });
  });

  it('tells inputs apart by any member', async () => {
    const page = (name: string): object => ({
      TrainingJobSummaries: [trainingJob(name)].map(({ TrainingJobName, TrainingJobArn, CreationTime, TrainingJobStatus }) => ({
        TrainingJobName,
        TrainingJobArn,
        CreationTime,
        TrainingJobStatus,
      })),
    });
    const { client } = sagemaker({
      ListTrainingJobs: {
        'StatusEquals=InProgress': [page('running')],
        'StatusEquals=InProgress,SortBy=Name': [page('both')],
        '': [page('any')],
      } as Recording[string],
    });
    const first = async (input: ListTrainingJobsCommand['input']): Promise<unknown> =>
      (await client.send(new ListTrainingJobsCommand(input))).TrainingJobSummaries?.[0]?.TrainingJobName;
    expect(await first({ StatusEquals: 'InProgress' })).toBe('running');
    expect(await first({ StatusEquals: 'InProgress', SortBy: 'Name' })).toBe('both');
    expect(await first({ SortBy: 'Name' })).toBe('any');
  });

  it('does for EC2 and STS what it does for SageMaker', async () => {
    const ec2 = new EC2Client(nowhere);
    ec2.middlewareStack.use(replay({ DescribeRouteTables: [{ RouteTables: [routeTable()] }] }));
    expect((await ec2.send(new DescribeRouteTablesCommand({}))).RouteTables).toEqual([routeTable()]);
    const sts = new STSClient(nowhere);
    sts.middlewareStack.use(replay({ GetCallerIdentity: [{ Account: '111122223333', Arn: 'arn', UserId: 'id' }] }));
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '111122223333' });
  });

  it.each<[string, Recording]>([
    ['a command that is not recorded', {}],
    ['an input that is not recorded', { DescribeModel: { b: { __error: 'ResourceNotFound' } } }],
  ])('takes %s for a mistake in the test', async (_, recording) => {
    const unrecorded: UnrecordedCommand[] = [];
    const { client } = sagemaker(recording, (error) => unrecorded.push(error));
    const failure = await failureOf(client.send(new DescribeModelCommand({ ModelName: 'a' })));
    expect(failure).toBeInstanceOf(UnrecordedCommand);
    expect(failure.message).toBe('no recording answers sagemaker:DescribeModel {"ModelName":"a"}');
    expect(unrecorded).toEqual([failure]);
  });

  it('refuses a recording that AWS could not have given', async () => {
    const { client } = sagemaker({ DescribeNotebookInstance: { a: { NotebookInstanceNam: 'a' } } });
    const failure = await failureOf(client.send(new DescribeNotebookInstanceCommand({ NotebookInstanceName: 'a' })));
    expect(failure.message).toContain('DescribeNotebookInstance.NotebookInstanceNam');
  });
});
