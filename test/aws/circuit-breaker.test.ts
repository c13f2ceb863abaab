import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../src/aws/circuit-breaker.ts';
import { failureOf } from '../../src/aws/failure.ts';
import { fakeClock } from '../support/fake-clock.ts';

const never = new AbortController().signal;
const named = (name: string, message = name, more: object = {}): Error => Object.assign(new Error(message), { name, ...more });
const refused = named('AccessDeniedException', 'User: arn:x is not authorized to perform: sagemaker:DescribeModel');

/** A breaker, and what was sent through it: each call ends as told, by its number among those sent; an error fails. */
function breakerOver(answer: (sent: number) => unknown) {
  const clock = fakeClock();
  const breaker = new CircuitBreaker(clock);
  const sent: number[] = [];
  let turn = 0;
  const ask = async (operation = 'sagemaker:DescribeModel'): Promise<unknown> => {
    turn += 1;
    const number = turn;
    return breaker.call(operation, async () => {
      sent.push(number);
      const answered = answer(sent.length);
      if (answered instanceof Error) throw answered;
      return answered;
    });
  };
  /** How each of so many calls ended, one after the other. */
  const askAll = async (count: number): Promise<readonly unknown[]> => {
    const ends: unknown[] = [];
    for (let call = 0; call < count; call += 1) ends.push(await ask().catch((error: unknown) => error));
    return ends;
  };
  return { ask, askAll, clock, sent };
}

describe('an operation that is refused each time', () => {
  it('is asked twenty times, and then the 40th, the 80th, the 160th …', async () => {
    const { askAll, sent } = breakerOver(() => refused);
    const ends = await askAll(10_000);
    const first = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(sent).toEqual([...first, 40, 80, 160, 320, 640, 1280, 2560, 5120]);
    expect(ends.every((end) => failureOf(end).code === 'AccessDeniedException')).toBe(true);
  });

  it('says of what was not sent that it was not, and why', async () => {
    const { askAll } = breakerOver(() => refused);
    const ends = await askAll(21);
    expect(ends[19]).toBe(refused);
    expect(failureOf(ends[20])).toEqual({
      code: 'AccessDeniedException',
      message: `not asked, since 20 calls in a row had failed, the last with: ${refused.message}`,
    });
  });

  it('says nothing about other operations', async () => {
    const { ask, askAll, sent } = breakerOver(() => refused);
    await askAll(21);
    await expect(ask('sagemaker:DescribeEndpoint')).rejects.toBe(refused);
    expect(sent).toHaveLength(21);
  });

  it('is asked again once one is answered: a permission may depend on the resource', async () => {
    const { askAll, sent } = breakerOver((number) => (number === 21 ? 'answer' : refused));
    await askAll(100);
    // The 40th is answered: 41 to 60 are sent, and the next try is the 80th, forty after the first of them.
    expect(sent.filter((number) => number > 20)).toEqual([40, ...Array.from({ length: 20 }, (_, index) => 41 + index), 80]);
  });

  it.each([
    ['an answer', 'answer'],
    ['a resource that is gone', named('ValidationException', 'Could not find model')],
  ])('%s in between counts as one', async (_name, between) => {
    const { askAll, sent } = breakerOver((number) => (number % 20 === 0 ? between : refused));
    await askAll(200);
    expect(sent).toHaveLength(200);
  });

  it('is nothing that happens to resources that are gone, however many', async () => {
    const { askAll, sent } = breakerOver(() => named('ValidationException', 'Could not find model'));
    await askAll(100);
    expect(sent).toHaveLength(100);
  });

  it('is still counted after an interruption', async () => {
    const { askAll, sent } = breakerOver((number) => (number === 10 ? named('AbortError') : refused));
    await askAll(30);
    expect(sent).toHaveLength(21);
  });
});

describe('an operation that nobody answers', () => {
  it.each([
    ['throttled', named('ThrottlingException')],
    ['broken', named('InternalFailure', 'x', { $fault: 'server' })],
    ['silent', named('TimeoutError')],
    ['reset', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['unreadable', new SyntaxError('Unexpected token <')],
  ])('%s: is asked for five minutes', async (_name, error) => {
    const { askAll, clock, sent } = breakerOver(() => error);
    await askAll(30);
    await clock.sleep(299_000, never);
    await askAll(30);
    expect(sent).toHaveLength(60);
    await clock.sleep(2_000, never);
    const ends = await askAll(60);
    // The first one after it is tried as the 61st; the next would be the 122nd.
    expect(sent).toHaveLength(61);
    expect(failureOf(ends.at(-1)).code).toBe(failureOf(error).code);
  });

  it('is not given up after few calls, however long they take', async () => {
    const { askAll, clock, sent } = breakerOver(() => named('TimeoutError'));
    await askAll(1);
    await clock.sleep(3_600_000, never);
    await askAll(19);
    expect(sent).toHaveLength(20);
  });

  it('and then refused, is counted anew', async () => {
    const { askAll, clock, sent } = breakerOver((number) => (number <= 19 ? named('TimeoutError') : refused));
    await askAll(19);
    await clock.sleep(3_600_000, never);
    await askAll(21);
    expect(sent).toHaveLength(39);
  });
});
