import check from '../../../src/checks/internet-egress/code-repository-on-internet.ts';
import { inventory } from '../../support/inventory.ts';
import { codeRepository } from '../../support/rows-studio.ts';
import { domain, notebook, refused, space, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const at = (url: string | undefined) => inventory({ codeRepositories: [codeRepository('repo', url)] });

const github = 'https://github.com/a/b.git';
const own = 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a';
const offering = (...urls: (string | undefined)[]) => ({ CodeRepositories: urls.map((RepositoryUrl) => ({ RepositoryUrl })) });

testCheck(check, {
  fail: [
    ['GitHub', at('https://github.com/a/b.git'), 'repo', { says: 'github.com', requirements: ['EGR-14'] }],
    [
      'a notebook instance that is given a URL itself',
      inventory({ notebookInstances: [notebook('nb-1', { DefaultCodeRepository: github })] }),
      'nb-1',
      { requirements: ['EGR-14'], evidence: [`sagemaker:DescribeNotebookInstance DefaultCodeRepository="${github}"`] },
    ],
    [
      'a notebook instance with another beside its own',
      inventory({ notebookInstances: [notebook('nb-1', { DefaultCodeRepository: own, AdditionalCodeRepositories: ['repo', github] })] }),
      'nb-1',
      { evidence: [`sagemaker:DescribeNotebookInstance AdditionalCodeRepositories[1]="${github}"`] },
    ],
    [
      'in the settings of a domain',
      inventory({ domains: [domain('d-1', { DefaultUserSettings: { JupyterLabAppSettings: offering(own, github) } })] }),
      'd-1',
      {
        requirements: ['EGR-14'],
        evidence: [`sagemaker:DescribeDomain DefaultUserSettings.JupyterLabAppSettings.CodeRepositories[1].RepositoryUrl="${github}"`],
      },
    ],
    [
      'in the settings for shared spaces',
      inventory({ domains: [domain('d-1', { DefaultSpaceSettings: { JupyterServerAppSettings: offering(github) } })] }),
      'd-1',
    ],
    [
      'in those of a user profile, twice',
      inventory({
        userProfiles: [userProfile('alice', { UserSettings: { JupyterServerAppSettings: offering(github, 'ssh://gitlab.com/a') } })],
      }),
      'd-1/alice',
      { says: 'github.com, and 1 more' },
    ],
    [
      'in those of a space',
      inventory({ spaces: [space('lab', {}, { SpaceSettings: { JupyterLabAppSettings: offering(github) } })] }),
      'd-1/lab',
      { evidence: [`sagemaker:DescribeSpace SpaceSettings.JupyterLabAppSettings.CodeRepositories[0].RepositoryUrl="${github}"`] },
    ],
    [
      'beside a URL that could not be read',
      inventory({ domains: [domain('d-1', { DefaultUserSettings: { JupyterLabAppSettings: offering(undefined, github) } })] }),
      'd-1',
    ],
    ['by SSH', at('ssh://gitlab.com/a/b.git'), 'repo'],
    ['a name that only begins like CodeCommit', at('https://git-codecommit.eu-west-1.amazonaws.com.example.com/a'), 'repo'],
  ],
  pass: [
    ['CodeCommit', at('https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a'), 'repo'],
    [
      'a space with a repository of your own',
      inventory({ spaces: [space('lab', {}, { SpaceSettings: { JupyterLabAppSettings: offering(own) } })] }),
      'd-1/lab',
    ],
    ['a private address', at('https://10.1.2.3:8443/a.git'), 'repo'],
  ],
  unknown: [
    ['a URL that could not be read', at(undefined), 'repo', { missing: [] }],
    [
      'a space that offers what could not be read',
      inventory({ spaces: [space('lab', {}, { SpaceSettings: { JupyterLabAppSettings: offering(own, undefined) } })] }),
      'd-1/lab',
      { missing: [] },
    ],
    [
      'a space that could not be described',
      inventory({ spaces: [space('lab', {}, refused('sagemaker:DescribeSpace'))] }),
      'd-1/lab',
      { missing: ['sagemaker:DescribeSpace'] },
    ],
    [
      'a domain that could not be described',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'list refused',
      inventory({ codeRepositories: refused('sagemaker:ListCodeRepositories') }),
      '111122223333',
      { missing: ['sagemaker:ListCodeRepositories'] },
    ],
  ],
  silent: [
    [
      'a notebook instance that names a code repository, which is judged itself',
      inventory({ notebookInstances: [notebook('nb-1', { DefaultCodeRepository: 'repo' })] }),
    ],
    ['no repository', inventory()],
    ['a Studio that names none', inventory({ domains: [domain()], userProfiles: [userProfile()], spaces: [space()] })],
  ],
});
