import check from '../../../src/checks/tenancy/efs-access-point-as-root.ts';
import { inventory } from '../../support/inventory.ts';
import { accessPoint } from '../../support/rows-efs.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const source = 'elasticfilesystem:DescribeAccessPoints';
const point = (given: Parameters<typeof accessPoint>[0]) => inventory({ accessPoints: [accessPoint(given)] });

testCheck(check, {
  fail: [
    [
      'root',
      point({ PosixUser: { Uid: 0, Gid: 1_001 } }),
      'fsap-1',
      { says: 'is root there', requirements: ['TEN-9'], evidence: [`${source} PosixUser.Uid=0`] },
    ],
    ['the group of root', point({ PosixUser: { Uid: 10_001, Gid: 0 } }), 'fsap-1', { evidence: [`${source} PosixUser.Gid=0`] }],
    ['the group of root among others', point({ PosixUser: { Uid: 10_001, Gid: 1_001, SecondaryGids: [5, 0] } }), 'fsap-1'],
    [
      'whoever he says he is',
      point({ PosixUser: undefined }),
      'fsap-1',
      { says: 'says himself who he is', evidence: [`${source} PosixUser=null`] },
    ],
  ],
  pass: [['a user of its own', point({}), 'fsap-1', { says: 'user 10001', requirements: ['TEN-9'] }]],
  unknown: [
    ['a user without an id', point({ PosixUser: { Uid: undefined, Gid: 1 } }), 'fsap-1', { missing: [] }],
    ['refused', inventory({ accessPoints: refused(source) }), '111122223333', { missing: [source] }],
  ],
});
