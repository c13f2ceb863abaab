import { expect, test } from 'vitest';
import { codeRepositoryList } from '../../../src/inventory/folder/repository-source.ts';

const file = { path: 'eu-west-1/repositories.json', stem: 'repositories', script: () => ({ Sha256: '', Statements: 0, Fetches: [] }) };

test('a token in the URL of a repository is not stored, from a folder either', () => {
  const GitConfig = { RepositoryUrl: 'https://deploy:s3cret@github.com/a/b.git?x=s3cret', Branch: 'main', SecretArn: 'arn:secret' };
  const told = codeRepositoryList.read({ CodeRepositorySummaryList: [{ CodeRepositoryName: 'r', GitConfig }] }, file);
  expect(told?.map(({ value }) => value)).toEqual([
    { CodeRepositoryName: 'r', GitConfig: { RepositoryUrl: 'https://github.com/a/b.git', Branch: 'main' } },
  ]);
});
