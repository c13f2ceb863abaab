import check from '../../../src/checks/guardrails/principal-may-create-open-notebook.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { allow, deny, organizationWith, roleWith, type Written } from '../../support/principals.ts';
import { account, role } from '../../support/rows.ts';

const create = allow('sagemaker:CreateNotebookInstance');
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const passTo = (service: string, Resource = '*'): Written =>
  allow('iam:PassRole', { Resource, Condition: { StringEquals: { 'iam:PassedToService': service } } });
const passFor = (arn: string): Written => allow('iam:PassRole', { Condition: { ArnLike: { 'iam:AssociatedResourceArn': arn } } });
const lambdaTrust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const cannotPass = { says: 'cannot pass the role that the request needs' };
const passing = (name: string) => ({ says: `passing ${roleArn(name)}` });

testGuardrail(check, {
  requirement: 'GRD-3',
  closed: [
    deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } }),
    deny(['sagemaker:CreateNotebookInstance'], { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } }),
    deny('sagemaker:UpdateNotebookInstance', { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } }),
  ],
  says: 'may create a notebook instance with direct internet access',
  fail: [
    [
      'one role may be passed to SageMaker',
      lone(roleWith('r', [create, passTo('sagemaker.amazonaws.com', roleArn('r'))])),
      'r',
      passing('r'),
    ],
    [
      '… one that may be made tomorrow',
      lone(roleWith('r', [create, allow('iam:PassRole', { Resource: roleArn('later') })])),
      'r',
      passing('later'),
    ],
    [
      'any role, though most are for others',
      lone(roleWith('r', [create, allow('iam:Pass*')]), role('web', { AssumeRolePolicyDocument: lambdaTrust })),
      'r',
      passing('r'),
    ],
    [
      'nothing is said of passing roles, without which the API takes no notebook instance: that is no guardrail',
      lone(roleWith('r', [create])),
      'r',
      {
        says: 'may create a notebook instance with direct internet access, and 1 more of the kind, as soon as it may pass a role, which nothing allows it today: sagemaker:CreateNotebookInstance',
      },
    ],
    [
      '… and what can be done today is told first',
      lone(roleWith('r', [create, allow('sagemaker:UpdateNotebookInstance')])),
      'r',
      { says: 'may create root access on a notebook instance that is there, and 2 more of the kind: sagemaker:UpdateNotebookInstance' },
    ],
    ['root access can be turned on without a role', lone(roleWith('r', [allow('sagemaker:UpdateNotebookInstance')])), 'r'],
    [
      "AWS's LockDownCreateNotebookInstance, and updates beside it",
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance', {
            Condition: {
              StringEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
              Null: { 'sagemaker:VpcSubnets': 'false', 'sagemaker:VpcSecurityGroupIds': 'false' },
            },
          }),
          allow('sagemaker:UpdateNotebookInstance'),
        ]),
      ),
      'r',
      { says: 'may create root access on a notebook instance that is there' },
    ],
    [
      'both keys in one Deny: it applies only where both are wrong',
      lone(
        roleWith('r', [
          allow(['sagemaker:CreateNotebookInstance', 'iam:PassRole']),
          deny('sagemaker:CreateNotebookInstance', {
            StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
          }),
        ]),
      ),
      'r',
    ],
  ],
  pass: [
    [
      "AWS's LockDownCreateNotebookInstance alone",
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance', {
            Condition: {
              StringEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
              Null: { 'sagemaker:VpcSubnets': 'false', 'sagemaker:VpcSecurityGroupIds': 'false' },
            },
          }),
          allow('iam:PassRole'),
        ]),
      ),
      'r',
      { says: 'limited to other requests' },
    ],
    ['roles may be passed to another service alone', lone(roleWith('r', [create, passTo('lambda.amazonaws.com')])), 'r', cannotPass],
    [
      'the only role that it may pass is none that SageMaker may take on',
      lone(
        roleWith('r', [create, allow('iam:PassRole', { Resource: roleArn('web') })]),
        role('web', { AssumeRolePolicyDocument: lambdaTrust }),
      ),
      'r',
      cannotPass,
    ],
    [
      'the organization lets no role be passed to SageMaker',
      inventory({
        accountAuthorization: [roleWith('r', [create, allow('iam:PassRole')])],
        ...organizationWith([deny('iam:PassRole', { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } })]),
      }),
      'r',
      {
        says: 'iam:PassRole is denied for such requests',
        evidence: ['iam:GetAccountAuthorizationDetails statement 1 of policy guard="iam:PassRole"'],
      },
    ],
    [
      'roles may be passed to machines of EC2 alone',
      lone(roleWith('r', [create, passFor('arn:aws:ec2:*:111122223333:instance/*')])),
      'r',
      cannotPass,
    ],
  ],
  unknown: [
    [
      // AWS says that such a condition has no reliable results.
      'roles may be passed by their tags',
      lone(roleWith('r', [create, allow('iam:PassRole', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'ml' } } })])),
      'r',
      { says: 'no reliable results' },
    ],
    [
      'roles may be passed for what is of SageMaker: whether it says so is not documented',
      lone(roleWith('r', [create, passFor('arn:aws:sagemaker:*:111122223333:notebook-instance/*')])),
      'r',
      { says: 'iam:AssociatedResourceArn' },
    ],
  ],
});
