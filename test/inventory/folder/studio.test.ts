import { expect, it } from 'vitest';
import { inventoryOf, rowsOf } from '../../support/folder.ts';

const at = 'eu-west-1:111122223333';
const arn = (resource: string) => `arn:aws:sagemaker:${at}:${resource}`;
const secret = 'https://anna:s3cret@git.example/a.git?t=s3cret';
const apps = { JupyterLabAppSettings: { CodeRepositories: [{ RepositoryUrl: secret }] } };
const domain = { DomainId: 'd-1', DomainArn: arn('domain/d-1'), DefaultUserSettings: apps, DefaultSpaceSettings: apps };

it('apps of the same name are told apart by whose they are', () => {
  const Apps = [
    { DomainId: 'd-1', UserProfileName: 'anna', AppType: 'JupyterServer', AppName: 'default' },
    { DomainId: 'd-1', UserProfileName: 'bjorn', AppType: 'JupyterServer', AppName: 'default' },
    { DomainId: 'd-1', SpaceName: 'lab', AppType: 'JupyterServer', AppName: 'default' },
  ];
  expect(rowsOf({ 'eu-west-1/apps.json': { Apps }, 'eu-west-1/domain.json': domain }, 'apps')).toEqual(Apps);
});

it('a token in the URL of a repository is not stored, wherever it stands', () => {
  const text = JSON.stringify(
    inventoryOf({
      'eu-west-1/domain.json': domain,
      'eu-west-1/profile.json': {
        DomainId: 'd-1',
        UserProfileName: 'anna',
        UserProfileArn: arn('user-profile/d-1/anna'),
        UserSettings: apps,
      },
      'eu-west-1/space.json': { DomainId: 'd-1', SpaceName: 'lab', SpaceArn: arn('space/d-1/lab'), SpaceSettings: apps },
      'eu-west-1/notebook.json': {
        NotebookInstanceName: 'nb',
        NotebookInstanceArn: arn('notebook-instance/nb'),
        DefaultCodeRepository: secret,
        AdditionalCodeRepositories: ['my-repo', secret],
      },
    }),
  );
  expect(text).not.toContain('s3cret');
  // Two settings of the domain, the profile, the space, and two of the notebook instance.
  expect(text.match(/https:\/\/git\.example\/a\.git/g)).toHaveLength(6);
  expect(text).toContain('my-repo');
});
