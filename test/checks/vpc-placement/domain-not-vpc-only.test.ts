import check from '../../../src/checks/vpc-placement/domain-not-vpc-only.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const publicly = { AppNetworkAccessType: 'PublicInternetOnly' } as const;

testCheck(check, {
  fail: [
    [
      'PublicInternetOnly (Prowler and Security Hub: no check)',
      inventory({ domains: [domain('d-1', publicly)] }),
      'd-1',
      {
        requirements: ['VPC-2'],
        controls: ['Config/sagemaker-domain-in-vpc'],
        evidence: ['sagemaker:DescribeDomain AppNetworkAccessType="PublicInternetOnly"'],
      },
    ],
    [
      'absent: PublicInternetOnly is the documented default',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: undefined })] }),
      'd-1',
      { evidence: ['sagemaker:DescribeDomain AppNetworkAccessType=null'] },
    ],
    [
      'it has a VPC id, as every domain has (bptools: passes)',
      inventory({ domains: [domain('d-1', { ...publicly, VpcId: 'vpc-1' })] }),
      'd-1',
    ],
  ],
  pass: [
    ['VpcOnly', inventory({ domains: [domain()] }), 'd-1'],
    ['VpcOnly beside one that is not', inventory({ domains: [domain(), domain('d-2', publicly)] }), 'd-1'],
    ['VpcOnly without security groups: another question', inventory({ domains: [domain('d-1', { DefaultUserSettings: {} })] }), 'd-1'],
  ],
  unknown: [
    [
      'a mode nobody has heard of',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'VpcPreferred' as 'VpcOnly' })] }),
      'd-1',
      { says: 'VpcPreferred', missing: [] },
    ],
    [
      'describe refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'list refused (sample-aiml: no domains, not applicable)',
      inventory({ domains: refused('sagemaker:ListDomains') }),
      '111122223333',
      { missing: ['sagemaker:ListDomains'] },
    ],
  ],
  silent: [['no domains', inventory()]],
});
