import { expect, it } from 'vitest';
import { deployTemplates } from '../../scripts/deploy-templates.ts';

type Statement = { readonly Action: string | readonly string[]; readonly Resource: unknown; readonly Effect: string };
type Role = {
  readonly Properties: { readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[] };
};

const actions = ['sagemaker:ListModels', 'ec2:DescribeVpcs'];
const template = (path: string) =>
  JSON.parse(deployTemplates(actions, 'echo').get(path) ?? '') as { readonly Resources: { readonly [id: string]: Role } };
const allowed = (role: Role | undefined): readonly string[] =>
  (role?.Properties.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action)).toSorted();

it('an audited account lets its auditor read what the collectors declare, and nothing else', () => {
  expect(allowed(template('deploy/member-role.template.json').Resources['AuditRole'])).toEqual(actions.toSorted());
});

it('the worker may read, enter, list and keep what it read', () => {
  expect(allowed(template('deploy/scan.template.json').Resources['WorkerRole'])).toEqual(
    [
      ...actions,
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'organizations:ListAccounts',
      'organizations:ListAccountsForParent',
      'organizations:ListOrganizationalUnitsForParent',
      's3:GetObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'sts:AssumeRole',
    ].toSorted(),
  );
});

it('a policy that no role would take ends the making of it', () => {
  const many = Array.from({ length: 500 }, (_, index) => `sagemaker:DescribeSomething${index}`);
  expect(() => deployTemplates(many, '')).toThrow('and a role takes 10240');
});
