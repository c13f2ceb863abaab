import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SageMakerClient, ListModelsCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, model } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { failureOf, speakTo } from './speak.ts';

const first = accountOf({ 'eu-west-1': { Models: [model('one')] }, 'eu-central-1': { Models: [model('two')] } });
const second = accountOf({ 'eu-west-1': { Models: [model('three')] } }, '444455556666');

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback([first, second], { accessKeys: { AKIAOTHER: '444455556666' } });
});
afterAll(() => loopback.close());

async function modelsSeenBy(speaker: Parameters<typeof speakTo>[1]): Promise<unknown> {
  const { Models } = await speakTo(loopback, speaker)('sagemaker:ListModels');
  return (Models as { readonly ModelName: string }[]).map(({ ModelName }) => ModelName);
}

describe('the signature decides', () => {
  it.each([
    [{ region: 'eu-west-1' }, ['one']],
    [{ region: 'eu-central-1' }, ['two']],
    [{ region: 'us-east-1' }, []],
    [{ account: '444455556666' }, ['three']],
    [{ accessKeyId: 'AKIAOTHER' }, ['three']],
    [{ accessKeyId: 'ASIADEMO444455556666' }, ['three']],
  ])('whose and which Region’s models %j sees', async (speaker, expected) => {
    expect(await modelsSeenBy(speaker)).toEqual(expected);
  });

  it('who is asking', async () => {
    expect(await speakTo(loopback, { account: '444455556666' })('sts:GetCallerIdentity')).toMatchObject({
      Account: '444455556666',
      Arn: second.callerArn,
    });
  });

  it.each([
    ['sagemaker:ListModels', 'UnrecognizedClientException'],
    ['ec2:DescribeVpcs', 'AuthFailure'],
    ['sts:GetCallerIdentity', 'InvalidClientTokenId'],
  ])('that %s knows no stranger', async (operation, name) => {
    expect(await failureOf(speakTo(loopback, { accessKeyId: 'AKIASTRANGER' })(operation))).toMatchObject({ name });
  });

  it('who answers a request without one: nobody', async () => {
    const response = await fetch(loopback.url, { method: 'POST', headers: { 'x-amz-target': 'SageMaker.ListModels' }, body: '{}' });
    expect(response.status).toBe(403);
  });
});

describe('other processes', () => {
  it('are given what they need in their environment', () => {
    expect(loopback.environment('444455556666')).toEqual({
      AWS_ENDPOINT_URL: loopback.url,
      AWS_ACCESS_KEY_ID: 'AKIADEMO444455556666',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      AWS_REGION: 'eu-west-1',
    });
    expect(loopback.environment()['AWS_ACCESS_KEY_ID']).toBe('AKIADEMO111122223333');
    expect(loopback.environment('111122223333', 'us-east-1')['AWS_REGION']).toBe('us-east-1');
  });

  it('can be served from a process of its own', async () => {
    const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', path('test/support/aws/serve.ts'), path('fixtures/accounts/demo.json')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: process.env,
    });
    try {
      let printed = '';
      for await (const chunk of child.stdout) {
        printed += String(chunk);
        if (printed.includes('AWS_REGION')) break;
      }
      const variable = (name: string): string => new RegExp(`^export ${name}=(.*)$`, 'm').exec(printed)?.[1] ?? '';
      const client = new SageMakerClient({
        endpoint: variable('AWS_ENDPOINT_URL'),
        region: variable('AWS_REGION'),
        credentials: { accessKeyId: variable('AWS_ACCESS_KEY_ID'), secretAccessKey: variable('AWS_SECRET_ACCESS_KEY') },
        maxAttempts: 1,
      });
      expect((await client.send(new ListModelsCommand({}))).Models).toHaveLength(6);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
