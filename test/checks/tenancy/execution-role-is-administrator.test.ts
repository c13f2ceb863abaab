import check from '../../../src/checks/tenancy/execution-role-is-administrator.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, controlledBy, deny, user, written, type Written } from '../../support/rows-iam.ts';
import { account, notebook, refused, role } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const ml = (...statements: readonly Written[]) => ({ accountAuthorization: [actingRole('ml', statements)] });
const trust = (service: string) => ({
  AssumeRolePolicyDocument: written({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }),
});
const managed = {
  Policy: {
    Arn: `arn:aws:iam::${account}:policy/ml`,
    PolicyName: 'ml',
    PolicyVersionList: [{ IsDefaultVersion: true, Document: written(allow('s3:*')) }],
  },
};

testCheck(check, {
  fail: [
    [
      'by AdministratorAccess in all but name',
      inventory({ ...ml(allow('*')), notebookInstances: [notebook('nb', { RoleArn: roleArn('ml') })] }),
      'ml',
      {
        says: 'may change its own policies',
        requirements: ['TEN-16'],
        evidence: [`sagemaker:DescribeNotebookInstance nb: RoleArn="${roleArn('ml')}"`],
      },
    ],
    ['by writing a policy of its own', inventory(ml(allow('iam:PutRolePolicy', roleArn('ml')))), 'ml'],
    ['by attaching one', inventory(ml(allow('iam:Attach*'))), 'ml'],
    [
      'by a new version of a policy that it has',
      inventory({
        accountAuthorization: [
          actingRole('ml', [allow('iam:CreatePolicyVersion')], {
            AttachedManagedPolicies: [{ PolicyArn: managed.Policy.Arn, PolicyName: 'ml' }],
          }),
          managed,
        ],
      }),
      'ml',
    ],
    [
      'not named by its trust, but in use',
      inventory({
        accountAuthorization: [
          role('ml', { ...trust('ec2.amazonaws.com'), RolePolicyList: [{ PolicyName: 'own', PolicyDocument: written(allow('*')) }] }),
        ],
        notebookInstances: [notebook('nb', { RoleArn: roleArn('ml') })],
      }),
      'ml',
    ],
  ],
  pass: [
    ['everything in SageMaker', inventory(ml(allow('sagemaker:*'))), 'ml', { says: 'cannot change its own policies' }],
    ['policies of others', inventory(ml(allow('iam:PutRolePolicy', roleArn('other')))), 'ml'],
    ['all but IAM', inventory(ml({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })), 'ml'],
    ['a Deny', inventory(ml(allow('*'), deny('iam:*'))), 'ml'],
    ['the organization forbids it', inventory({ ...ml(allow('*')), ...controlledBy(deny('iam:*')) }), 'ml'],
    ['only a policy that is not a policy of its own', inventory(ml(allow('iam:CreatePolicyVersion'))), 'ml'],
  ],
  unknown: [
    [
      'it hangs on the hour',
      inventory(ml(allow('iam:*', '*', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }))),
      'ml',
      { says: 'cannot tell' },
    ],
    [
      'a policy that was not handed over',
      inventory({ accountAuthorization: [actingRole('ml', [], { AttachedManagedPolicies: [{ PolicyArn: managed.Policy.Arn }] })] }),
      'ml',
    ],
    [
      'IAM could not be read',
      inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
  silent: [
    ['a user', inventory({ accountAuthorization: [user('ann', [allow('*')])] })],
    ['a role of another service', inventory({ accountAuthorization: [role('ec2', trust('ec2.amazonaws.com'))] })],
  ],
});
