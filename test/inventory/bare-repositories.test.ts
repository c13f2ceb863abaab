import { expect, it } from 'vitest';
import { bareRepositories } from '../../src/inventory/bare-repositories.ts';

const secret = 'https://anna:s3cret@git.example/a.git?token=t0ken';

it('takes off the URLs of repositories what may be secret, wherever in the settings', () => {
  const settings = (RepositoryUrl: string | undefined) => ({
    DomainId: 'd-1',
    CreationTime: new Date(0),
    DefaultUserSettings: { JupyterLabAppSettings: { CodeRepositories: [{ RepositoryUrl }, { RepositoryUrl: 'ssh://h/b' }] } },
  });
  expect(bareRepositories(settings(secret))).toEqual(settings('https://git.example/a.git'));
});

it('leaves out a URL that cannot be read, rather than to keep it', () => {
  expect(bareRepositories({ CodeRepositories: [{ RepositoryUrl: 'anna s3cret' }] })).toEqual({
    CodeRepositories: [{ RepositoryUrl: undefined }],
  });
});

it('tells a name of a code repository from a URL', () => {
  expect(bareRepositories({ DefaultCodeRepository: secret, AdditionalCodeRepositories: ['my-repo', secret, 'anna s3cret'] })).toEqual({
    DefaultCodeRepository: 'https://git.example/a.git',
    AdditionalCodeRepositories: ['my-repo', 'https://git.example/a.git'],
  });
  expect(bareRepositories({ DefaultCodeRepository: 'my-repo' })).toEqual({ DefaultCodeRepository: 'my-repo' });
});

it('lets everything else be', () => {
  const answer = { Url: secret, List: [1, null, 'x'], When: new Date(0), Nothing: undefined };
  expect(bareRepositories(answer)).toEqual(answer);
});
