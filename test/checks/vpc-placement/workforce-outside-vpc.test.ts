import check from '../../../src/checks/vpc-placement/workforce-outside-vpc.ts';
import type { Workforce } from '../../../src/inventory/sections/workforces.ts';
import { inventory } from '../../support/inventory.ts';
import { workforce } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const outside = (SourceIpConfig?: Workforce['SourceIpConfig']) =>
  inventory({ workforces: [workforce({ WorkforceVpcConfig: undefined, SourceIpConfig })] });

testCheck(check, {
  fail: [
    ['no VPC, no addresses', outside(), 'private', { requirements: ['VPC-12'] }],
    ['no VPC, and all addresses', outside({ Cidrs: ['0.0.0.0/0'] }), 'private'],
  ],
  pass: [
    ['a VPC alone', inventory({ workforces: [workforce({ SourceIpConfig: undefined })] }), 'private', { says: 'vpc-1' }],
    ['narrow addresses alone', outside({ Cidrs: ['203.0.113.0/24'] }), 'private'],
  ],
  unknown: [
    ['no VPC, and addresses that cannot be read', outside({ Cidrs: ['office'] }), 'private', { missing: [] }],
    [
      'list refused',
      inventory({ workforces: refused('sagemaker:ListWorkforces') }),
      '111122223333',
      { missing: ['sagemaker:ListWorkforces'] },
    ],
  ],
  silent: [['no workforce', inventory()]],
});
