import { DeleteModelCommand, DescribeModelCommand, ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import { readOnly } from '../../src/aws/middleware.ts';
import { accountWith, model } from '../support/aws/build-account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import { startLoopback } from '../support/aws/loopback.ts';

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
});
