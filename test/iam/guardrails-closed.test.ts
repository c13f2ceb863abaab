import { describe, expect, it } from 'vitest';
import { guardrailPolicies } from '../../src/cli/guardrail-policies.ts';
import { decide } from '../../src/iam/decide.ts';
import { escapesOf } from '../../src/iam/escapes.ts';
import { guardrailIds, violations, type GuardrailId } from '../../src/iam/guardrails.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import type { NamedPolicy } from '../../src/iam/policy-set.ts';
import { unknownRoles } from '../../src/iam/passed-role.ts';
import { principalsOf } from '../../src/iam/principals.ts';
import { many, one, type ContextValue } from '../../src/iam/request.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { allow, deny, organizationWith, roleWith, userWith } from '../support/principals.ts';
import { account, notebook } from '../support/rows.ts';

const place = { partition: 'aws', regions: ['eu-west-1'], roles: unknownRoles };

/** Accounts with gaps of several kinds. */
const accounts: readonly (readonly [name: string, given: Given])[] = [
  ['nothing is denied', { accountAuthorization: [roleWith('r', [allow(['sagemaker:*', 'iam:PassRole'])])] }],
  [
    'half is denied',
    {
      accountAuthorization: [
        roleWith('r', [
          allow(['sagemaker:*', 'iam:PassRole']),
          deny('sagemaker:CreateNotebookInstance', { StringEquals: { 'sagemaker:DirectInternetAccess': 'Enabled' } }),
        ]),
        userWith('ana', [
          allow(['sagemaker:Create*', 'iam:PassRole']),
          deny('sagemaker:CreateTrainingJob', { Null: { 'sagemaker:VpcSubnets': 'true', 'sagemaker:VpcSecurityGroupIds': 'true' } }),
        ]),
      ],
    },
  ],
  [
    'an organization denies some',
    {
      accountAuthorization: [roleWith('r', [allow(['sagemaker:*', 'iam:PassRole'])])],
      ...organizationWith([deny('sagemaker:CreateModel', { Null: { 'sagemaker:VpcSubnets': 'true' } })]),
    },
  ],
  ['an administrator', { accountAuthorization: [roleWith('boss', [allow('*')]), roleWith('r', [allow('sagemaker:CreateModel')])] }],
];

const everything = { name: 'all', document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: allow('*') }), 'identity') };

function organizationPolicies({ organizationPolicies: rows }: Given): readonly NamedPolicy[] {
  const list = (rows ?? []) as readonly { readonly detail: { readonly value: { readonly Content: string } } }[];
  return list.map(({ detail }) => ({ name: 'own', document: readPolicy(detail.value.Content, 'identity') }));
}

const found = (given: Given) => guardrailPolicies(inventory({ notebookInstances: [notebook()], ...given }));

describe('policies that close the gaps', () => {
  it.each(accounts)('nothing escapes the identity policies: %s', (_name, given) => {
    const policies = found(given).IdentityPolicies.map((policy, index) => ({
      name: `closing ${index}`,
      document: readPolicy(JSON.stringify(policy), 'identity'),
    }));
    const rows = given.accountAuthorization as Parameters<typeof principalsOf>[0];
    const scp = [[everything, ...organizationPolicies(given)]];
    for (const { name, caller, policies: own } of principalsOf(rows)) {
      if (name === 'boss') continue;
      for (const id of guardrailIds) {
        const escapes = escapesOf(id, { ...own, scp, identity: [...own.identity, ...policies] }, caller, place);
        expect(
          [...escapes.possible, ...escapes.unknown].map(({ violation }) => violation.action),
          `${name} ${id}`,
        ).toEqual([]);
      }
    }
  });

  it.each(accounts)('nothing escapes the service control policies: %s', (_name, given) => {
    const policies = found(given).ServiceControlPolicies.map((policy, index) => ({
      name: `closing ${index}`,
      document: readPolicy(JSON.stringify(policy), 'identity'),
    }));
    const own = organizationPolicies(given);
    const caller = {
      principal: { type: 'role', arn: `arn:aws:iam::${account}:role/x`, account },
      tags: new Map<string, string>(),
      sessionTags: false,
      organization: null,
    } as const;
    for (const id of guardrailIds) {
      const escapes = escapesOf(id, { identity: [everything], scp: [[everything, ...own, ...policies]] }, caller, place);
      expect(
        [...escapes.possible, ...escapes.unknown].map(({ violation }) => violation.action),
        id,
      ).toEqual([]);
    }
  });

  it('says nothing where nothing escapes', () => {
    const { IdentityPolicies } = found({ accountAuthorization: [roleWith('r', [allow('s3:*')])] });
    expect(IdentityPolicies).toEqual([]);
  });

  it('names only actions that escape', () => {
    const { IdentityPolicies } = found({ accountAuthorization: [roleWith('r', [allow('sagemaker:CreateModel')])] });
    const actions = IdentityPolicies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    expect(new Set(actions)).toEqual(new Set(['sagemaker:CreateModel']));
  });

  it('keeps each policy within its size', () => {
    const { IdentityPolicies, ServiceControlPolicies } = found({
      accountAuthorization: [roleWith('r', [allow(['sagemaker:*', 'iam:PassRole'])])],
    });
    for (const policy of IdentityPolicies) expect(JSON.stringify(policy).length).toBeLessThanOrEqual(6_144);
    for (const policy of ServiceControlPolicies) expect(JSON.stringify(policy).length).toBeLessThanOrEqual(5_120);
  });

  it('leaves a notebook instance that meets every requirement alone', () => {
    const policies = found({ accountAuthorization: [roleWith('r', [allow(['sagemaker:*', 'iam:PassRole'])])] }).IdentityPolicies;
    const context = new Map<string, ContextValue>([
      ['sagemaker:directinternetaccess', one('Disabled')],
      ['sagemaker:rootaccess', one('Disabled')],
      ['sagemaker:minimuminstancemetadataserviceversion', one('2')],
      ['sagemaker:vpcsubnets', many(...placed().subnets)],
      ['sagemaker:vpcsecuritygroupids', many(...placed().groups)],
    ]);
    const all = [{ Version: '2012-10-17', Statement: allow('*') }, ...policies];
    const decision = decide(
      { identity: all.map((policy, index) => ({ name: String(index), document: readPolicy(JSON.stringify(policy), 'identity') })) },
      {
        principal: { type: 'role', arn: 'r', account },
        action: 'sagemaker:CreateNotebookInstance',
        resource: 'arn:aws:sagemaker:eu-west-1:1:notebook-instance/n',
        context,
      },
    );
    expect(decision.kind).toBe('allowed');
  });
});

/** Where the notebook instance of these accounts is. */
function placed(): { readonly subnets: readonly string[]; readonly groups: readonly string[] } {
  const { detail } = notebook();
  if (!detail.known) throw new Error('the row is not known');
  return { subnets: [detail.value.SubnetId ?? ''], groups: detail.value.SecurityGroups ?? [] };
}

describe('what the guardrails ask', () => {
  // The lists of the service authorization reference, typed from its page.
  it.each<[GuardrailId, number]>([
    ['GRD-1', 19],
    ['GRD-2', 2],
    ['GRD-3', 2],
    ['GRD-4', 11],
    ['GRD-5', 2],
    ['GRD-6', 11],
    ['GRD-7', 4],
    ['GRD-8', 21],
  ])('%s: %d actions', (id, count) => {
    expect(new Set(violations[id].map(({ action }) => action)).size).toBe(count);
  });
});
