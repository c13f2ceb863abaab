import check from '../../../src/checks/internet-egress/domain-docker-past-vpc.ts';
import type { DomainDetail } from '../../../src/inventory/sections/domains.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Docker = NonNullable<NonNullable<DomainDetail['DomainSettings']>['DockerSettings']>;
const withDocker = (DockerSettings: Docker, given: Partial<DomainDetail> = {}) =>
  inventory({ domains: [domain('d-1', { DomainSettings: { DockerSettings }, ...given })] });
const on = 'ENABLED';
const off = 'DISABLED';

testCheck(check, {
  fail: [
    [
      'VpcOnly, not rootless: past the VPC',
      withDocker({ EnableDockerAccess: on, RootlessDocker: off }),
      'd-1',
      { says: 'registries of its own account', requirements: ['EGR-11'] },
    ],
    ['VpcOnly, rootless not said: it has to be set', withDocker({ EnableDockerAccess: on }), 'd-1', { says: 'by a network of SageMaker' }],
    [
      'trusted accounts do not bring it into the VPC',
      withDocker({ EnableDockerAccess: on, RootlessDocker: off, VpcOnlyTrustedAccounts: ['444455556666', '777788889999'] }),
      'd-1',
      { says: '2 trusted accounts' },
    ],
    [
      'on the internet, rootless or not',
      withDocker({ EnableDockerAccess: on, RootlessDocker: on }, { AppNetworkAccessType: 'PublicInternetOnly' }),
      'd-1',
      { says: 'any registry on the internet' },
    ],
    ['on the internet by default', withDocker({ EnableDockerAccess: on }, { AppNetworkAccessType: undefined }), 'd-1'],
  ],
  pass: [
    [
      'no settings: off by default',
      inventory({ domains: [domain()] }),
      'd-1',
      { evidence: ['sagemaker:DescribeDomain DomainSettings.DockerSettings.EnableDockerAccess=null'] },
    ],
    ['off', withDocker({ EnableDockerAccess: off }), 'd-1'],
    ['rootless in a VpcOnly domain', withDocker({ EnableDockerAccess: on, RootlessDocker: on }), 'd-1', { says: 'uses its VPC' }],
  ],
  unknown: [
    [
      'rootless in a way of tomorrow',
      withDocker({ EnableDockerAccess: on, RootlessDocker: 'SOMETIMES' as 'ENABLED' }),
      'd-1',
      { says: 'SOMETIMES', missing: [] },
    ],
    ['a value of tomorrow', withDocker({ EnableDockerAccess: 'SOMETIMES' as 'ENABLED' }), 'd-1', { says: 'SOMETIMES' }],
    [
      'a network of tomorrow',
      withDocker({ EnableDockerAccess: on, RootlessDocker: off }, { AppNetworkAccessType: 'MeshOnly' as 'VpcOnly' }),
      'd-1',
      { says: 'MeshOnly' },
    ],
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  silent: [['no domain', inventory()]],
});
