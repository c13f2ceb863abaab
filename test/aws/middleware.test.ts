import { DeleteModelCommand, DescribeModelCommand, ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { paced, readOnly } from '../../src/aws/middleware.ts';
import { Pacer } from '../../src/aws/pacer.ts';
import { accountWith, model } from '../support/aws/build-account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { fakeClock } from '../support/fake-clock.ts';

describe('the client layer', () => {
  it('sends what is declared and reads, and nothing else', async () => {
    const aws = await startLoopback(accountWith({ Models: [model('m')] }));
    const client = new SageMakerClient({
      region: 'eu-west-1',
      endpoint: aws.url,
      credentials: credentialsOf('111122223333'),
      maxAttempts: 1,
    });
    // Deleting stays refused even where somebody has declared it.
    client.middlewareStack.use(readOnly('sagemaker', new Set(['sagemaker:ListModels', 'sagemaker:DeleteModel'])));
    try {
      await expect(client.send(new ListModelsCommand({}))).resolves.toMatchObject({ Models: [{ ModelName: 'm' }] });
      await expect(client.send(new DescribeModelCommand({ ModelName: 'm' }))).rejects.toThrow(
        'sagemaker:DescribeModel is not among the declared reads',
      );
      await expect(client.send(new DeleteModelCommand({ ModelName: 'm' }))).rejects.toThrow(
        'sagemaker:DeleteModel is not among the declared reads',
      );
      expect(aws.calls.map(({ operation }) => operation)).toEqual(['ListModels']);
    } finally {
      await aws.close();
    }
  });

  it('calls half as often after a throttle, and a little more often after each answer', async () => {
    const aws = await startLoopback(accountWith({ Models: [model('m')] }), { faults: [{ kind: 'throttle', times: 1 }] });
    const client = new SageMakerClient({
      region: 'eu-west-1',
      endpoint: aws.url,
      credentials: credentialsOf('111122223333'),
      maxAttempts: 1,
    });
    const clock = fakeClock();
    const counts = { calls: 0, throttles: 0 };
    const where = { account: '111122223333', region: 'eu-west-1' };
    client.middlewareStack.use(
      paced('sagemaker', where, { pacer: new Pacer(clock), counts, signal: new AbortController().signal }) as never,
    );
    try {
      await expect(client.send(new DescribeModelCommand({ ModelName: 'm' }))).rejects.toThrow('Rate exceeded');
      const at = [clock.now()];
      for (let call = 0; call < 3; call += 1) {
        await client.send(new DescribeModelCommand({ ModelName: 'm' }));
        at.push(clock.now());
      }
      const [first = 0, second = 0, third = 0] = at.slice(1).map((time, index) => time - (at[index] ?? 0));
      expect(first).toBeCloseTo(1000 / 2.25, 3);
      // A twentieth of 4.5 a second is won back each second, so a tenth of a call after the first.
      expect(second).toBeCloseTo(1000 / 2.35, 3);
      expect(third).toBeLessThan(second);
      expect(counts).toEqual({ calls: 4, throttles: 1 });
    } finally {
      await aws.close();
    }
  });
});

describe('the one call that does not read', () => {
  it('enters another account where that is declared; nothing else of its service is sent', async () => {
    const aws = await startLoopback([
      accountWith({}),
      { ...accountWith({}), account: '222233334444', audited: { roleName: 'mlsec-audit' } },
    ]);
    const clientWith = (...actions: readonly string[]): STSClient => {
      const client = new STSClient({ region: 'eu-west-1', endpoint: aws.url, credentials: credentialsOf('111122223333'), maxAttempts: 1 });
      client.middlewareStack.use(readOnly('sts', new Set(actions)));
      return client;
    };
    const input = { RoleArn: 'arn:aws:iam::222233334444:role/mlsec-audit', RoleSessionName: 'mlsec' };
    try {
      await expect(clientWith('sts:AssumeRole').send(new AssumeRoleCommand(input))).resolves.toMatchObject({
        AssumedRoleUser: { Arn: 'arn:aws:sts::222233334444:assumed-role/mlsec-audit/mlsec' },
      });
      await expect(clientWith().send(new AssumeRoleCommand(input))).rejects.toThrow('sts:AssumeRole is not among the declared reads');
      const token = new AssumeRoleWithWebIdentityCommand({ ...input, WebIdentityToken: 'token' });
      await expect(clientWith('sts:AssumeRoleWithWebIdentity').send(token)).rejects.toThrow('is not among the declared reads');
      expect(aws.calls.map(({ operation }) => operation)).toEqual(['AssumeRole']);
    } finally {
      await aws.close();
    }
  });
});
