import { describe, expect, it } from 'vitest';
import { bucketsNamed, foreignBuckets } from '../../src/iam/bucket-patterns.ts';
import { readPolicy, type Statement } from '../../src/iam/policy-document.ts';

function statements(...Resource: readonly string[]): readonly Statement[] {
  const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource } }));
  if (policy.kind === 'unreadable') throw new Error(policy.reason);
  return policy.statements;
}

describe('names of buckets in policies', () => {
  it.each([
    ['*sagemaker*', 'somebodys-sagemaker'],
    ['acme-ml-*', 'acme-ml-somebodys'],
    ['acme*', 'acme-somebodys'],
    ['acme*prod', 'acme-somebodys-prod'],
    ['acme.*.data', 'acme.somebodys.data'],
    ['team-?', 'team-x'],
    ['*', 'somebodys'],
  ])('%s takes %s', (pattern, name) => {
    expect(foreignBuckets(statements(`arn:aws:s3:::${pattern}/*`), 'aws')).toContain(`arn:aws:s3:::${name}/data.tar.gz`);
  });

  it('makes up none for a name in full, for what is no bucket, and for variables', () => {
    const written = ['arn:aws:s3:::acme/*', 'arn:aws:sqs:*:*:queue', '*', 'arn:aws:s3:::${aws:PrincipalTag/team}-data/*'];
    expect(foreignBuckets(statements(...written), 'aws')).toEqual(['arn:aws:s3:::somebodys-bucket/data.tar.gz']);
  });

  it('knows the names in full, each once', () => {
    const written = ['arn:aws:s3:::acme', 'arn:aws:s3:::acme/*', 'arn:aws:s3:::acme-*', 'arn:aws:s3:::*', 'arn:aws:s3:::${aws:username}/*'];
    expect(bucketsNamed(statements(...written), 'aws')).toEqual(['arn:aws:s3:::acme/*']);
  });
});
