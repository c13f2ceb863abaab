import check from '../../../src/checks/internet-egress/code-repository-on-internet.ts';
import { inventory } from '../../support/inventory.ts';
import { codeRepository } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const at = (url: string | undefined) => inventory({ codeRepositories: [codeRepository('repo', url)] });

testCheck(check, {
  fail: [
    ['GitHub', at('https://github.com/a/b.git'), 'repo', { says: 'github.com', requirements: ['EGR-14'] }],
    ['by SSH', at('ssh://gitlab.com/a/b.git'), 'repo'],
    ['a name that only begins like CodeCommit', at('https://git-codecommit.eu-west-1.amazonaws.com.example.com/a'), 'repo'],
  ],
  pass: [
    ['CodeCommit', at('https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a'), 'repo'],
    ['a private address', at('https://10.1.2.3:8443/a.git'), 'repo'],
  ],
  unknown: [
    ['a URL that could not be read', at(undefined), 'repo', { missing: [] }],
    [
      'list refused',
      inventory({ codeRepositories: refused('sagemaker:ListCodeRepositories') }),
      '111122223333',
      { missing: ['sagemaker:ListCodeRepositories'] },
    ],
  ],
  silent: [['no repository', inventory()]],
});
