import check from '../../../src/checks/root-access/domain-docker-not-rootless.ts';
import type { DomainDetail } from '../../../src/inventory/sections/domains.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Docker = NonNullable<NonNullable<DomainDetail['DomainSettings']>['DockerSettings']>;
const withDocker = (DockerSettings: Docker) => inventory({ domains: [domain('d-1', { DomainSettings: { DockerSettings } })] });

testCheck(check, {
  fail: [
    ['as root', withDocker({ EnableDockerAccess: 'ENABLED', RootlessDocker: 'DISABLED' }), 'd-1', { requirements: ['ROOT-5'] }],
    [
      'not said: rootless has to be set as well',
      withDocker({ EnableDockerAccess: 'ENABLED' }),
      'd-1',
      { evidence: ['sagemaker:DescribeDomain DomainSettings.DockerSettings.RootlessDocker=null'] },
    ],
  ],
  pass: [['rootless', withDocker({ EnableDockerAccess: 'ENABLED', RootlessDocker: 'ENABLED' }), 'd-1']],
  unknown: [
    [
      'rootless in a way of tomorrow',
      withDocker({ EnableDockerAccess: 'ENABLED', RootlessDocker: 'SOMETIMES' as 'ENABLED' }),
      'd-1',
      { says: 'SOMETIMES', missing: [] },
    ],
    ['access of tomorrow', withDocker({ EnableDockerAccess: 'SOMETIMES' as 'ENABLED' }), 'd-1', { says: 'SOMETIMES' }],
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  'not-applicable': [
    ['no Docker', withDocker({ EnableDockerAccess: 'DISABLED', RootlessDocker: 'DISABLED' }), 'd-1'],
    ['no Docker unless somebody turns it on', inventory({ domains: [domain()] }), 'd-1'],
  ],
  silent: [['no domain', inventory()]],
});
