import check from '../../../src/checks/tenancy/notebook-shared-execution-role.ts';
import { inventory, inventoryOf } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const team = { RoleArn: 'arn:aws:iam::111122223333:role/team' };
const unread = refused('sagemaker:DescribeNotebookInstance');

testCheck(check, {
  fail: [
    [
      'two notebooks, one role',
      inventory({ notebookInstances: [notebook('nb-1', team), notebook('nb-2', team)] }),
      'nb-1',
      {
        says: 'shares team with another notebook',
        requirements: ['TEN-1'],
        evidence: [`sagemaker:DescribeNotebookInstance RoleArn="${team.RoleArn}"`],
      },
    ],
    [
      'the other notebook is in another Region',
      inventoryOf({
        'eu-west-1': { notebookInstances: [notebook('nb-1', team)] },
        'us-east-1': { notebookInstances: [notebook('nb-2', team, 'us-east-1')] },
      }),
      'nb-2',
      { says: 'shares team with another notebook', evidence: [`sagemaker:DescribeNotebookInstance nb-1: RoleArn="${team.RoleArn}"`] },
    ],
    [
      'same name in two Regions',
      inventoryOf({
        'eu-west-1': { notebookInstances: [notebook('nb-1', team)] },
        'us-east-1': { notebookInstances: [notebook('nb-1', team, 'us-east-1'), notebook('nb-3', team, 'us-east-1')] },
      }),
      'nb-3',
      { says: 'shares team with 2 other notebooks' },
    ],
    [
      'two share, a third could not be read',
      inventory({ notebookInstances: [notebook('nb-1', team), notebook('nb-2', team), notebook('nb-3', unread)] }),
      'nb-1',
    ],
  ],
  pass: [
    ['each its own', inventory({ notebookInstances: [notebook('nb-1'), notebook('nb-2')] }), 'nb-1'],
    ['alone', inventory({ notebookInstances: [notebook()] }), 'nb-1', { says: 'no other notebook has nb-1' }],
  ],
  unknown: [
    [
      'one that could not be read may have the same role',
      inventory({ notebookInstances: [notebook('nb-1'), notebook('nb-2', unread)] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'notebooks of another Region could not be listed',
      inventoryOf({
        'eu-west-1': { notebookInstances: [notebook('nb-1')] },
        'us-east-1': { notebookInstances: refused('sagemaker:ListNotebookInstances', null, 'us-east-1') },
      }),
      'nb-1',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  silent: [['no notebook instances', inventory()]],
});
