import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/aws/clock.ts';
import { Pacer } from '../../src/aws/pacer.ts';
import { callsUnderWay, quotaOf } from '../../src/aws/quotas.ts';
import { publishedRate, quotaKey, TokenBuckets } from '../support/aws/quota.ts';
import { fakeClock } from '../support/fake-clock.ts';

const never = new AbortController().signal;

/** When each of many calls that all want to go at once may go, in milliseconds. */
async function turns(calls: number, operation: string): Promise<readonly number[]> {
  const clock = fakeClock();
  const pacer = new Pacer(clock);
  const at: number[] = [];
  await Promise.all(
    Array.from({ length: calls }, async () => {
      await pacer.turn('1', 'eu-west-1', operation, never);
      at.push(clock.now());
    }),
  );
  return at;
}

/** The most calls in any second. */
function busiestSecond(at: readonly number[]): number {
  return Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + 1000).length));
}

describe('pacer', () => {
  it.each([
    ['sagemaker:ListModels', 2],
    ['sagemaker:ListTrainingJobs', 2],
    ['sagemaker:DescribeModel', 5],
    ['sagemaker:DescribeTrainingJob', 5],
    ['sagemaker:DescribeNotebookInstance', 5],
    ['route53:ListHostedZonesByVPC', 5],
    ['route53resolver:ListFirewallRules', 5],
  ])('%s stays within %i calls in any second', async (operation, quota) => {
    const at = await turns(60, operation);
    expect(busiestSecond(at)).toBeLessThanOrEqual(quota);
    // And not so careful that it wastes the quota.
    expect(at.at(-1)).toBeLessThan((60 / quota) * 1000 * 1.2);
  });

  it('lets EC2 calls go until half of its bucket is spent', async () => {
    const at = await turns(50, 'ec2:DescribeVpcs');
    expect(at.every((time) => time === 0)).toBe(true);
    expect(quotaOf('ec2:DescribeVpcs').perSecond).toBeLessThan(20);
  });

  it('lets calls of load balancers go until half of their bucket is spent', async () => {
    const at = await turns(20, 'elasticloadbalancing:DescribeTargetHealth');
    expect(at.every((time) => time === 0)).toBe(true);
    expect(quotaOf('elasticloadbalancing:DescribeTargetHealth').perSecond).toBeLessThan(10);
  });

  it.each([
    ['route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets'],
    ['route53resolver:ListFirewallRules', 'route53resolver:ListFirewallDomains'],
  ])('%s and %s draw on one quota', async (one, other) => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const at: number[] = [];
    for (let call = 0; call < 20; call += 1) {
      await pacer.turn('1', 'us-east-1', call % 2 === 0 ? one : other, never);
      at.push(clock.now());
    }
    expect(busiestSecond(at)).toBeLessThanOrEqual(5);
  });

  it('gives each account, Region and operation its own pace', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    await pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', never);
    await pacer.turn('2', 'eu-west-1', 'sagemaker:ListModels', never);
    await pacer.turn('1', 'us-east-1', 'sagemaker:ListModels', never);
    await pacer.turn('1', 'eu-west-1', 'sagemaker:ListEndpoints', never);
    expect(clock.now()).toBe(0);
    await pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', never);
    expect(clock.now()).toBeGreaterThan(500);
  });

  it('does not save up turns that nobody took', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    await clock.sleep(60_000, never);
    const start = clock.now();
    for (let i = 0; i < 4; i += 1) await pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', never);
    expect(clock.now() - start).toBeGreaterThan(1500);
  });
});

/** An AWS that throttles, as far as the pacer sees it. */
function awsOn(clock: Clock) {
  const buckets = new TokenBuckets(() => clock.now());
  return (operation: string): boolean => buckets.take(quotaKey(operation), publishedRate(operation, true));
}

const operations = ['sagemaker:ListModels', 'sagemaker:DescribeModel', 'ec2:DescribeVpcs', 'route53:ListHostedZonesByVPC'];
operations.push('route53:ListResourceRecordSets', 'elasticloadbalancing:DescribeListeners', 'sagemaker:ListMlflowApps');

describe('the published quotas', () => {
  it('are kept in every window, whenever calls come', async () => {
    const arrival = fc.record({ at: fc.integer({ min: 0, max: 20_000 }), operation: fc.constantFrom(...operations) });
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { maxLength: 150 }), async (arrivals) => {
        const clock = fakeClock();
        const pacer = new Pacer(clock);
        const takes = awsOn(clock);
        let throttles = 0;
        const call = async ({ at, operation }: (typeof arrivals)[number]): Promise<void> => {
          await clock.sleep(at, never);
          const turn = await pacer.turn('1', 'eu-west-1', operation, never);
          if (!takes(operation)) throttles += 1;
          turn.answered();
        };
        await Promise.all(arrivals.map(call));
        expect(throttles).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('of Organizations are those of each operation', () => {
    expect(quotaOf('organizations:ListAccounts')).toMatchObject({ burst: 6, perSecond: 0.9 * 8 });
    expect(quotaOf('organizations:DescribePolicy')).toMatchObject({ burst: 1, perSecond: 0.9 * 2 });
  });
});

/** Takes turns one after the other, each answered, and says when each came. */
async function answeredTurns(count: number, operation: string, pacer: Pacer, clock: Clock): Promise<readonly number[]> {
  const at: number[] = [];
  for (let call = 0; call < count; call += 1) {
    (await pacer.turn('1', 'eu-west-1', operation, never)).answered();
    at.push(clock.now());
  }
  return at;
}

/** Milliseconds between one turn and the next. */
const gaps = (at: readonly number[]): readonly number[] => at.slice(1).map((time, index) => time - (at[index] ?? 0));

describe('a throttle', () => {
  const describeModel = 'sagemaker:DescribeModel';

  it('halves the pace, and answers win it back', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    (await pacer.turn('1', 'eu-west-1', describeModel, never)).throttled();
    const spaces = gaps([clock.now(), ...(await answeredTurns(120, describeModel, pacer, clock))]);
    // Half of 4.5 a second, and in the end all of it.
    expect(spaces[0]).toBeCloseTo(1000 / 2.25, 3);
    expect(spaces.at(-1)).toBeCloseTo(1000 / 4.5, 3);
    for (const [index, space] of spaces.entries()) if (index > 0) expect(space).toBeLessThan((spaces[index - 1] ?? 0) + 0.001);
    // 4.5 / 20 are won back a second: the half in ten.
    const slow = spaces.filter((space) => space > 1000 / 4.5 + 0.001);
    const recovery = slow.reduce((sum, space) => sum + space, 0);
    expect(recovery).toBeGreaterThan(9_000);
    expect(recovery).toBeLessThan(11_000);
  });

  it('of many calls that were under way together is one', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const turns = await Promise.all(Array.from({ length: 8 }, () => pacer.turn('1', 'eu-west-1', 'ec2:DescribeVpcs', never)));
    expect(clock.now()).toBe(0);
    for (const turn of turns) turn.throttled();
    const [space] = gaps([clock.now(), ...(await answeredTurns(1, 'ec2:DescribeVpcs', pacer, clock))]);
    // 42 turns were left of the 50 that may follow each other; AWS has shown that they are worth nothing.
    expect(space).toBeCloseTo(1000 / 9, 3);
  });

  it('after a throttle slows further, though never to a standstill', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const at: number[] = [];
    for (let call = 0; call < 12; call += 1) {
      (await pacer.turn('1', 'eu-west-1', describeModel, never)).throttled();
      at.push(clock.now());
    }
    const seconds = gaps(at).map((space) => space / 1000);
    expect(seconds[0]).toBeCloseTo(2 / 4.5, 6);
    expect(seconds[1]).toBeCloseTo(4 / 4.5, 6);
    expect(seconds.slice(2).every((space) => Math.abs(space - 8 / 4.5) < 1e-6)).toBe(true);
  });

  it('slows those that wait already', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const first = await pacer.turn('1', 'eu-west-1', describeModel, never);
    const waiting = [1, 2, 3].map(async () => {
      await pacer.turn('1', 'eu-west-1', describeModel, never);
      return clock.now();
    });
    first.throttled();
    const [one = 0, two = 0, three = 0] = await Promise.all(waiting);
    expect(one).toBeGreaterThanOrEqual(1000 / 2.25 - 0.001);
    expect(two - one).toBeCloseTo(1000 / 2.25, 3);
    expect(three - two).toBeCloseTo(1000 / 2.25, 3);
  });

  it('of one operation slows no other, and no other account or Region', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    (await pacer.turn('1', 'eu-west-1', describeModel, never)).throttled();
    for (const [account, region, operation] of [
      ['1', 'eu-west-1', 'sagemaker:DescribeEndpoint'],
      ['1', 'us-east-1', describeModel],
      ['2', 'eu-west-1', describeModel],
    ] as const) {
      const from = clock.now();
      await pacer.turn(account, region, operation, never);
      await pacer.turn(account, region, operation, never);
      expect(clock.now() - from).toBeCloseTo(1000 / 4.5, 3);
    }
  });
});

describe('Search, whose quota nobody publishes', () => {
  const search = 'sagemaker:Search';

  it('begins at two a second and rises to ten, and no further', async () => {
    const clock = fakeClock();
    const spaces = gaps(await answeredTurns(1000, search, new Pacer(clock), clock));
    expect(spaces[0]).toBeGreaterThan(450);
    expect(spaces[0]).toBeLessThanOrEqual(500);
    expect(spaces.at(-1)).toBeCloseTo(100, 3);
    expect(Math.min(...spaces)).toBeGreaterThan(99.9);
    // A tenth of a call a second is added each second: from two to ten in eighty.
    const rising = spaces.filter((space) => space > 100.001).reduce((sum, space) => sum + space, 0);
    expect(rising / 1000).toBeGreaterThan(75);
    expect(rising / 1000).toBeLessThan(85);
  });

  it('finds the quota, and loses no call to it', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const takes = awsOn(clock);
    const answered: number[] = [];
    const throttled: number[] = [];
    const call = async (): Promise<void> => {
      for (;;) {
        const turn = await pacer.turn('1', 'eu-west-1', search, never);
        await clock.sleep(60, never);
        if (takes(search)) {
          turn.answered();
          answered.push(clock.now());
          return;
        }
        turn.throttled();
        throttled.push(clock.now());
      }
    };
    const caller = async (): Promise<void> => {
      for (let page = 0; page < 250; page += 1) await call();
    };
    await Promise.all([caller(), caller(), caller(), caller()]);
    expect(answered).toHaveLength(1000);
    // The loopback AWS allows five a second. The pace swings between a half of that and a little more than it: 3.75 on the whole.
    const half = answered[500] ?? 0;
    const rate = 500 / ((answered.at(-1) ?? 0) - half) / 0.001;
    expect(rate).toBeGreaterThan(3.3);
    expect(rate).toBeLessThan(5);
    // One swing takes 25 seconds and some ninety calls.
    const late = throttled.filter((time) => time > half);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(500 / 40);
  });
});

describe('those who wait', () => {
  it('go in the order in which they came, however many ask for more', async () => {
    const pacer = new Pacer(fakeClock());
    const order: string[] = [];
    const taker = async (name: string): Promise<void> => {
      for (let call = 0; call < 20; call += 1) {
        await pacer.turn('1', 'eu-west-1', 'sagemaker:DescribeModel', never);
        order.push(name);
      }
    };
    await Promise.all(['many', 'many', 'many', 'alone', 'many', 'many', 'many', 'many'].map(taker));
    // One of eight: before each of its turns there are never more than the seven others.
    const turns = order.flatMap((name, index) => (name === 'alone' ? [index] : []));
    expect(turns).toHaveLength(20);
    expect(Math.max(...gaps([-1, ...turns]))).toBeLessThanOrEqual(8);
  });

  it('leave when the scan ends, and hold up nobody', async () => {
    const clock = fakeClock();
    const pacer = new Pacer(clock);
    const stopped = new AbortController();
    await pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', never);
    stopped.abort(new Error('enough'));
    const leaving = pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', stopped.signal);
    const staying = pacer.turn('1', 'eu-west-1', 'sagemaker:ListModels', never);
    await expect(leaving).rejects.toThrow('enough');
    await staying;
    expect(clock.now()).toBeCloseTo(1000 / 1.8, 3);
  });
});

describe('calls under way', () => {
  it.each([
    ['sagemaker:DescribeModel', 4.5],
    ['ec2:SearchTransitGatewayRoutes', 18],
    ['route53:ListResourceRecordSets', 4.5],
  ])('%s: enough for its pace, where an answer takes a second', (operation, perSecond) => {
    expect(callsUnderWay(operation)).toBeGreaterThanOrEqual(perSecond);
  });
});
