import { describe, expect, it } from 'vitest';
import { accountOf, model, vpc } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { publishedRate } from '../support/aws/quota.ts';
import { failureOf, speakTo, type Speak } from './speak.ts';

const region = { Models: [model('a')], Vpcs: [vpc()] };
const accounts = [accountOf({ 'eu-west-1': region, 'eu-central-1': region }), accountOf({ 'eu-west-1': region }, '444455556666')];

/** A loopback AWS whose time only passes when it is told to. */
async function withQuota(body: (loopback: Loopback, pass: (ms: number) => void) => Promise<void>): Promise<void> {
  let now = 0;
  const loopback = await startLoopback(accounts, { quota: true, clock: () => now });
  try {
    await body(loopback, (ms) => (now += ms));
  } finally {
    await loopback.close();
  }
}

/** How many calls in a row are answered before the first is throttled. */
async function burst(speak: Speak, operation: string, input?: object): Promise<number> {
  for (let calls = 0; calls < 200; calls += 1) {
    try {
      await speak(operation, input);
    } catch {
      return calls;
    }
  }
  return 200;
}

const list = 'sagemaker:ListModels';

describe('quotas', () => {
  it('two lists a second, five describes', () =>
    withQuota(async (loopback) => {
      const speak = speakTo(loopback);
      expect(await burst(speak, list)).toBe(2);
      expect(await burst(speak, 'sagemaker:DescribeModel', { ModelName: 'a' })).toBe(5);
      expect(await failureOf(speak(list))).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } });
      expect(loopback.calls.at(-1)).toMatchObject({ status: 400, error: 'ThrottlingException' });
    }));

  it('are refilled as time passes, but never beyond the bucket', () =>
    withQuota(async (loopback, pass) => {
      const speak = speakTo(loopback);
      expect(await burst(speak, list)).toBe(2);
      pass(499);
      expect(await burst(speak, list)).toBe(0);
      pass(1);
      expect(await burst(speak, list)).toBe(1);
      pass(60_000);
      expect(await burst(speak, list)).toBe(2);
    }));

  it('one hundred EC2 calls, fifty of the dear ones without a page size, and then twenty or ten a second', () =>
    withQuota(async (loopback, pass) => {
      const speak = speakTo(loopback);
      expect(await burst(speak, 'ec2:DescribeVpcs')).toBe(100);
      expect(await failureOf(speak('ec2:DescribeVpcs'))).toMatchObject({
        name: 'RequestLimitExceeded',
        $metadata: { httpStatusCode: 503 },
      });
      pass(1000);
      expect(await burst(speak, 'ec2:DescribeVpcs')).toBe(20);
      expect(await burst(speak, 'ec2:DescribeSecurityGroups')).toBe(50);
      pass(1000);
      expect(await burst(speak, 'ec2:DescribeSecurityGroups')).toBe(10);
    }));

  it('are counted per account, Region and operation', () =>
    withQuota(async (loopback) => {
      expect(await burst(speakTo(loopback), list)).toBe(2);
      expect(await burst(speakTo(loopback), 'sagemaker:ListEndpoints')).toBe(2);
      expect(await burst(speakTo(loopback, { region: 'eu-central-1' }), list)).toBe(2);
      expect(await burst(speakTo(loopback, { account: '444455556666' }), list)).toBe(2);
    }));

  it('are not enforced unless asked for', async () => {
    const loopback = await startLoopback(accounts);
    try {
      expect(await burst(speakTo(loopback), list)).toBe(200);
    } finally {
      await loopback.close();
    }
  });

  it('follow the published table', () => {
    expect(publishedRate('sagemaker:ListMlflowApps', false)).toEqual({ bucket: 1, perSecond: 1 });
    expect(publishedRate('sagemaker:Search', false)).toEqual({ bucket: 5, perSecond: 5 });
    expect(publishedRate('ec2:DescribeSecurityGroups', true)).toEqual({ bucket: 100, perSecond: 20 });
    expect(publishedRate('ec2:DescribeStaleSecurityGroups', true)).toEqual({ bucket: 20, perSecond: 5 });
    expect(publishedRate('sts:GetCallerIdentity', false)).toEqual({ bucket: 600, perSecond: 600 });
  });
});
