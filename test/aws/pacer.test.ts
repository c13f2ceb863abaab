import { describe, expect, it } from 'vitest';
import { Pacer } from '../../src/aws/pacer.ts';
import { quotaOf } from '../../src/aws/quotas.ts';
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
