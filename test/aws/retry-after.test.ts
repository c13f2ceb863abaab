import { ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import { paced } from '../../src/aws/middleware.ts';
import { Pacer } from '../../src/aws/pacer.ts';
import { retryAfterMs } from '../../src/aws/retry-after.ts';
import { PatientRetryStrategy } from '../../src/aws/retry-strategy.ts';
import { accountWith, model } from '../support/aws/build-account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import type { Fault } from '../support/aws/faults.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { fakeClock } from '../support/fake-clock.ts';

const answered = 'Thu, 26 Nov 2026 08:00:00 GMT';

function errorWith(headers: Readonly<Record<string, string>>, status = 503, name = 'ServiceUnavailable'): Error {
  return Object.assign(new Error('later'), { name, $metadata: { httpStatusCode: status }, $response: { statusCode: status, headers } });
}

describe('when to come back', () => {
  it.each<[string, Error, number]>([
    ['seconds', errorWith({ 'retry-after': '7' }), 7000],
    ['a header in other letters', errorWith({ 'Retry-After': '7' }), 7000],
    ['parts of a second', errorWith({ 'retry-after': '0.5' }), 500],
    ['a date, by the clock of the answer', errorWith({ 'retry-after': 'Thu, 26 Nov 2026 08:00:12 GMT', date: answered }), 12_000],
    ['milliseconds of AWS’s own', errorWith({ 'x-amz-retry-after': '1500' }), 1500],
    ['a throttle with the status of a client’s fault', errorWith({ 'retry-after': '3' }, 400, 'ThrottlingException'), 3000],
    ['too many requests', errorWith({ 'retry-after': '3' }, 429, 'Whatever'), 3000],
    ['a day, which nobody waits for', errorWith({ 'retry-after': '86400' }), 30_000],
    ['a day, in milliseconds', errorWith({ 'x-amz-retry-after': '86400000' }), 30_000],
    ['a date that has passed', errorWith({ 'retry-after': 'Thu, 26 Nov 2026 07:59:00 GMT', date: answered }), 0],
    ['nothing', errorWith({}), 0],
    ['nonsense', errorWith({ 'retry-after': 'soon' }), 0],
    ['less than nothing', errorWith({ 'retry-after': '-5' }), 0],
    ['a refusal, which stays one', errorWith({ 'retry-after': '5' }, 403, 'AccessDenied'), 0],
    ['no answer at all', new Error('reset'), 0],
  ])('%s', (_what, error, expected) => expect(retryAfterMs(error)).toBe(expected));
});

describe('over HTTP', () => {
  /** When each of two calls that are made at once is answered, in seconds, and how many calls that took. */
  async function secondsFor(fault: Fault): Promise<{ readonly seconds: readonly number[]; readonly calls: number }> {
    const aws = await startLoopback(accountWith({ Models: [model('m')] }), { faults: [fault] });
    const { signal } = new AbortController();
    const clock = fakeClock();
    const client = new SageMakerClient({
      region: 'eu-west-1',
      endpoint: aws.url,
      credentials: credentialsOf('111122223333'),
      retryStrategy: new PatientRetryStrategy(5, signal, clock),
    });
    const brakes = { pacer: new Pacer(clock), counts: { calls: 0, throttles: 0 }, signal };
    client.middlewareStack.use(paced('sagemaker', { account: '111122223333', region: 'eu-west-1' }, brakes) as never);
    const ask = async (): Promise<number> => {
      await client.send(new ListModelsCommand({}));
      return clock.now() / 1000;
    };
    try {
      const seconds = await Promise.all([ask(), ask()]);
      return { seconds: seconds.toSorted((a, b) => a - b), calls: aws.calls.length };
    } finally {
      await aws.close();
    }
  }

  it.each<[string, Fault]>([
    ['a throttle', { kind: 'throttle', times: 1, headers: { 'retry-after': '25' } }],
    [
      'a throttle, with a date',
      { kind: 'throttle', times: 1, headers: { 'retry-after': 'Thu, 26 Nov 2026 08:00:25 GMT', date: answered } },
    ],
    ['an error of the server', { kind: 'server-error', times: 1, headers: { 'retry-after': '25' } }],
    ['a proxy', { kind: 'html', status: 503, times: 1, headers: { 'retry-after': '25' } }],
  ])('%s is waited for, and nobody goes before', async (_what, fault) => {
    const { seconds, calls } = await secondsFor(fault);
    expect(calls).toBe(3);
    // The call beside it may have been on its way already; whatever comes later waits.
    expect(seconds[1]).toBeGreaterThanOrEqual(25);
    expect(seconds[1]).toBeLessThan(30);
  });

  it('is not waited for longer than half a minute', async () => {
    const { seconds } = await secondsFor({ kind: 'throttle', times: 1, headers: { 'retry-after': '3600' } });
    expect(seconds[1]).toBeGreaterThanOrEqual(30);
    expect(seconds[1]).toBeLessThan(35);
  });

  it('costs nothing where nothing is said', async () => {
    const { seconds } = await secondsFor({ kind: 'throttle', times: 1 });
    expect(seconds[1]).toBeLessThan(5);
  });
});
