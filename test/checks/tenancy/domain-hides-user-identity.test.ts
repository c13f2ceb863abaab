import check from '../../../src/checks/tenancy/domain-hides-user-identity.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withIdentity = (ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' | 'DISABLED') =>
  inventory({ domains: [domain('d-1', { DomainSettings: { ExecutionRoleIdentityConfig } })] });

testCheck(check, {
  fail: [
    ['off', withIdentity('DISABLED'), 'd-1', { requirements: ['TEN-10'] }],
    ['never turned on', inventory({ domains: [domain('d-1', { DomainSettings: {} })] }), 'd-1'],
    [
      'no settings at all',
      inventory({ domains: [domain()] }),
      'd-1',
      { evidence: ['sagemaker:DescribeDomain DomainSettings.ExecutionRoleIdentityConfig=null'] },
    ],
  ],
  pass: [['on', withIdentity('USER_PROFILE_NAME'), 'd-1']],
  unknown: [
    ['a value of tomorrow', withIdentity('USER_ID' as 'DISABLED'), 'd-1', { says: 'USER_ID' }],
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  silent: [['no domain', inventory()]],
});
