import check from '../../../src/checks/tenancy/principal-opens-notebooks-of-others.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow } from '../../support/rows-iam.ts';
import { account, notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { notebookInstances: [notebook('ann-1'), notebook('bob-1')] };
const mint = 'sagemaker:CreatePresignedNotebookInstanceUrl';
const arn = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:notebook-instance/${name}`;
const owner = (value: string) => ({ StringEquals: { 'aws:ResourceTag/owner': value } });
const any = accessScenarios(given, allow(mint), 'sagemaker:*');

testCheck(check, {
  fail: [
    ['all', withAnn(given, allow(mint)), 'ann', { says: 'may open notebook instances of others', requirements: ['TEN-5'] }],
    ['by a prefix of a team', withAnn(given, allow(mint, arn('team-*'))), 'ann'],
    ['hers beside all', withAnn(given, allow(mint, arn('${aws:username}-*')), allow(mint, '*')), 'ann'],
    ['the role of one notebook opens others', inventory({ ...given, accountAuthorization: [actingRole('ann-1', [allow(mint)])] }), 'ann-1'],
    ...any.fail,
  ],
  pass: [
    ['written out', withAnn(given, allow(mint, [arn('ann-1'), arn('ann-2')])), 'ann', { says: 'cannot open notebook instances of others' }],
    ['by her name', withAnn(given, allow(mint, arn('${aws:username}-*'))), 'ann'],
    ['by her tag', withAnn(given, allow(mint, '*', owner('${aws:username}'))), 'ann'],
    [
      'the role of a notebook opens that one',
      inventory({ ...given, accountAuthorization: [actingRole('ann-1', [allow(mint, arn('ann-1'))])] }),
      'ann-1',
    ],
    ...any.pass,
  ],
  unknown: [
    [
      'by a tag that is written out',
      withAnn(given, allow(mint, '*', owner('ann'))),
      'ann',
      { says: 'tags of notebook instances were not read' },
    ],
    [
      'notebooks could not be listed',
      withAnn({ notebookInstances: refused('sagemaker:ListNotebookInstances') }, allow(mint)),
      'ann',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [['one notebook alone', withAnn({ notebookInstances: [notebook()] }, allow(mint))]],
});
