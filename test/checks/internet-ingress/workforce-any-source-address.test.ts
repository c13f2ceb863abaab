import check from '../../../src/checks/internet-ingress/workforce-any-source-address.ts';
import { inventory } from '../../support/inventory.ts';
import { workforce } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const from = (...Cidrs: string[]) => inventory({ workforces: [workforce({ SourceIpConfig: { Cidrs } })] });
const name = 'private';

testCheck(check, {
  fail: [
    ['no list, a VPC or not', inventory({ workforces: [workforce({ SourceIpConfig: undefined })] }), name, { requirements: ['ING-7'] }],
    ['an empty list', from(), name],
    ['everybody', from('0.0.0.0/0'), name, { says: 'as many as the internet has' }],
    ['everybody, in halves', from('0.0.0.0/1', '128.0.0.0/1'), name],
    ['everybody by IPv6, beside an office', from('203.0.113.0/24', '::/0'), name],
    ['everybody, beside a block that cannot be read', from('0.0.0.0/0', 'office'), name],
  ],
  pass: [
    ['an office', from('203.0.113.0/24'), name],
    ['a private network, however large', from('10.0.0.0/8'), name],
  ],
  unknown: [
    ['a block that cannot be read', from('203.0.113.0/24', 'office'), name, { missing: [] }],
    [
      'list refused',
      inventory({ workforces: refused('sagemaker:ListWorkforces') }),
      '111122223333',
      { missing: ['sagemaker:ListWorkforces'] },
    ],
  ],
  silent: [['no workforce', inventory()]],
});
