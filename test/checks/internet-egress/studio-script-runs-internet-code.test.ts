import check from '../../../src/checks/internet-egress/studio-script-runs-internet-code.ts';
import type { Fetch } from '../../../src/inventory/script.ts';
import { inventory } from '../../support/inventory.ts';
import { fetch, script, studioLifecycleConfig } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const fetching = (...fetches: Partial<Fetch>[]) =>
  inventory({ studioLifecycleConfigs: [studioLifecycleConfig('lcc', script(fetches.map(fetch)))] });

testCheck(check, {
  fail: [
    [
      'what it fetches it runs',
      fetching({}),
      'lcc',
      {
        says: 'fetches code from get.example.com and runs it',
        requirements: ['EGR-14'],
        evidence: [
          'sagemaker:DescribeStudioLifecycleConfig StudioLifecycleConfigContent line 2: curl="runs what it fetches: get.example.com"',
        ],
      },
    ],
    ['packages', fetching({ Command: 'pip', How: 'install', Host: 'pypi.org' }), 'lcc', { says: 'installs packages from pypi.org' }],
    ['a repository', fetching({ Command: 'git', How: 'clone', Host: 'github.com' }), 'lcc', { says: 'takes a repository from github.com' }],
    [
      'the worst is said',
      fetching({ How: 'install', Host: 'pypi.org' }, { Host: 'a.example' }),
      'lcc',
      { says: 'from a.example and runs it' },
    ],
    ['a public address', fetching({ Host: '8.8.8.8' }), 'lcc'],
    ['beside a place that nobody knows', fetching({ Host: null }, {}), 'lcc'],
    ['a bucket of anybody', fetching({ Host: 'bucket.s3.eu-west-1.amazonaws.com' }), 'lcc'],
  ],
  pass: [
    ['nothing', fetching(), 'lcc', { says: 'no code from elsewhere' }],
    ['data that is not started', fetching({ How: 'download' }), 'lcc'],
    ['CodeCommit', fetching({ How: 'clone', Host: 'git-codecommit.eu-west-1.amazonaws.com' }), 'lcc', { says: 'your own places' }],
    ['CodeArtifact', fetching({ How: 'install', Host: 'corp-111122223333.d.codeartifact.eu-west-1.amazonaws.com' }), 'lcc'],
    ['a private address', fetching({ Host: '10.0.0.7' }), 'lcc'],
    ['a private name', fetching({ Host: 'git.corp.internal' }), 'lcc'],
  ],
  unknown: [
    ['a place in a variable', fetching({ Host: null }), 'lcc', { says: 'does not name itself', missing: [] }],
    [
      'a script that could not be decoded',
      inventory({ studioLifecycleConfigs: [studioLifecycleConfig('lcc', script(null))] }),
      'lcc',
      { says: 'could not be decoded', missing: [] },
    ],
    [
      'describe refused',
      inventory({ studioLifecycleConfigs: [studioLifecycleConfig('lcc', refused('sagemaker:DescribeStudioLifecycleConfig'))] }),
      'lcc',
      { missing: ['sagemaker:DescribeStudioLifecycleConfig'] },
    ],
  ],
  silent: [['no configuration', inventory()]],
});
