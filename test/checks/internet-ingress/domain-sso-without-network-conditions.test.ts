import check from '../../../src/checks/internet-ingress/domain-sso-without-network-conditions.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const signIn = (AuthMode: 'IAM' | 'SSO' | undefined) => inventory({ domains: [domain('d-1', { AuthMode })] });

testCheck(check, {
  fail: [['Identity Center', signIn('SSO'), 'd-1', { requirements: ['ING-4'] }]],
  pass: [['IAM', signIn('IAM'), 'd-1']],
  unknown: [
    ['not said', signIn(undefined), 'd-1', { missing: [] }],
    ['a mode of tomorrow', signIn('PASSKEY' as 'IAM'), 'd-1', { says: 'PASSKEY' }],
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  silent: [['no domain', inventory()]],
});
