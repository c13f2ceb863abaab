import check from '../../../src/checks/root-access/principal-plants-notebook-scripts.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventoryOf } from '../../support/inventory.ts';
import { allow, deny, user } from '../../support/rows-iam.ts';
import { account, notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { notebookInstances: [notebook('nb-1')] };
const rewrite = 'sagemaker:UpdateNotebookInstanceLifecycleConfig';
const attach = ['Stop', 'Update', 'Start'].map((verb) => `sagemaker:${verb}NotebookInstance`);
const make = 'sagemaker:CreateNotebookInstanceLifecycleConfig';
const config = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:notebook-instance-lifecycle-config/${name}`;
const approved = { 'ForAnyValue:ArnNotLike': { 'sagemaker:NotebookInstanceLifecycleConfigArns': config('approved') } };
const any = accessScenarios(given, allow(rewrite), 'sagemaker:*');

testCheck(check, {
  fail: [
    [
      'rewrites a script',
      withAnn(given, allow(rewrite)),
      'ann',
      { says: 'may run scripts of its own as root on notebook instances', requirements: ['ROOT-2'] },
    ],
    [
      'stops, attaches and starts',
      withAnn(given, allow([...attach, make])),
      'ann',
      {
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 1 of policy ann/own="sagemaker:UpdateNotebookInstance on arn:aws:sagemaker:eu-west-1:${account}:notebook-instance/nb-1 with sagemaker:NotebookInstanceLifecycleConfigArns=[arn:aws:sagemaker:us-east-1:${account}:notebook-instance-lifecycle-config/zq7-of-somebody-else]"`,
        ],
      },
    ],
    // Without the key, StringEquals fails and ForAllValues holds; here the key is there.
    [
      'pinned by a condition on another key',
      withAnn(given, allow([...attach, make]), deny(attach, '*', { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } })),
      'ann',
    ],
    [
      'in the one of two Regions where there are notebooks',
      inventoryOf({ 'us-east-1': { accountAuthorization: [user('ann', [allow(rewrite, config('*'))])] }, 'eu-west-1': given }),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    ['no script of its own', withAnn(given, allow(attach)), 'ann', { says: 'cannot put scripts of its own' }],
    ['cannot start', withAnn(given, allow([...attach.slice(0, 2), make])), 'ann'],
    ['only approved scripts', withAnn(given, allow([...attach, make]), deny(attach, '*', approved)), 'ann'],
    [
      'only approved scripts, by Allow',
      withAnn(
        given,
        allow([attach[0] ?? '', attach[2] ?? '', make]),
        allow(attach[1] ?? '', '*', { 'ForAllValues:ArnEquals': { 'sagemaker:NotebookInstanceLifecycleConfigArns': config('approved') } }),
      ),
      'ann',
    ],
    [
      'only where there are no notebooks',
      inventoryOf({
        'us-east-1': { accountAuthorization: [user('ann', [allow(rewrite, config('*').replace('eu-west-1', 'us-east-1'))])] },
        'eu-west-1': given,
      }),
      'ann',
    ],
    ...any.pass,
  ],
  unknown: [
    [
      'notebooks could not be listed',
      withAnn({ notebookInstances: refused('sagemaker:ListNotebookInstances') }, allow(rewrite)),
      'ann',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [['no notebooks', withAnn({}, allow(rewrite))]],
});
