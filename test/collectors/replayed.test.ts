import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/aws/session.ts';
import type { EarlierFacts } from '../../src/collectors/collector.ts';
import models from '../../src/collectors/models.ts';
import { replay, type Replay } from '../support/aws/replay.ts';
import { sessionWith } from '../support/session.ts';

/** Models are listed whatever else there is. */
const readNothing: EarlierFacts = (section) => {
  throw new Error(`${section} was not read before`);
};

const noLimit = { since: null, probe: false, progress: () => undefined };

/** A session whose SageMaker answers from a recording, through the real client; one command may be answered with nothing. */
function recorded(recording: Parameters<typeof replay>[0], empty?: string): { readonly session: Session; readonly played: Replay } {
  const client = new SageMakerClient({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, maxAttempts: 1 });
  const played = replay(recording);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) =>
        commandName === empty ? { output: { $metadata: {} } as never, response: {} } : next(args),
    { step: 'initialize', priority: 'high', name: 'emptyAnswer' },
  );
  client.middlewareStack.use(played);
  return { session: sessionWith({ sagemaker: async () => client }), played };
}

const arnOf = (name: string): string => `arn:aws:sagemaker:eu-west-1:111122223333:model/${name}`;
const summary = (name: string) => ({ ModelName: name, ModelArn: arnOf(name), CreationTime: '2026-11-01T00:00:00.000Z' });
const detail = (name: string) => ({ ...summary(name), ExecutionRoleArn: 'arn:aws:iam::111122223333:role/m', EnableNetworkIsolation: true });

describe('a collector over recorded answers', () => {
  it('describes a resource once, though a shifting list names it on two pages', async () => {
    const { session, played } = recorded({
      ListModels: [{ Models: [summary('a'), summary('b')], NextToken: 'next' }, { Models: [summary('b'), summary('c')] }],
      Search: [{ Results: [] }],
      DescribeModel: { a: detail('a'), b: detail('b'), c: detail('c') },
    });
    const { fact } = await models.collect(session, noLimit, readNothing);
    expect(fact.known && fact.value.map((row) => row.summary.ModelName)).toEqual(['a', 'b', 'c']);
    expect(played.sent.filter(({ operation }) => operation === 'DescribeModel')).toHaveLength(3);
  });

  it('does not take an answer that holds nothing for a resource in which everything is off', async () => {
    // AWS never answers so, and no recording may; a proxy can.
    const { session } = recorded({ ListModels: [{ Models: [summary('a')] }] }, 'DescribeModelCommand');
    const { fact, ledger } = await models.collect(session, noLimit, readNothing);
    expect(fact.known && fact.value[0]?.detail).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer', resource: arnOf('a') } });
    expect(ledger[1]).toMatchObject({ complete: false });
  });

  it('keeps a refusal with the resource it is about', async () => {
    const { session } = recorded({
      ListModels: [{ Models: [summary('a'), summary('b')] }],
      Search: [{ Results: [] }],
      DescribeModel: {
        a: { __error: 'AccessDeniedException', message: 'User: x is not authorized to perform: sagemaker:DescribeModel' },
        b: detail('b'),
      },
    });
    const { fact } = await models.collect(session, noLimit, readNothing);
    expect(fact.known && fact.value.map((row) => row.detail.known)).toEqual([false, true]);
    expect(fact.known && fact.value[0]?.detail).toMatchObject({
      gap: { operation: 'sagemaker:DescribeModel', permission: 'sagemaker:DescribeModel', resource: arnOf('a'), region: 'eu-west-1' },
    });
  });
});
