import type { AuthorizationDetail } from '../src/inventory/sections/account-authorization.ts';
import type { AnySectionRecord, Inventory } from '../src/inventory/inventory.ts';
import { known } from '../src/inventory/fact.ts';
import { sectionCatalogue, sectionNames } from '../src/inventory/sections.ts';

const account = '111122223333';

/** Statements as teams write them: some open, some guarded, some broken. */
const kinds: readonly ((team: string) => object)[] = [
  () => ({ Effect: 'Allow', Action: ['sagemaker:Describe*', 'sagemaker:List*', 'sagemaker:Search'], Resource: '*' }),
  (team) => ({ Effect: 'Allow', Action: 's3:*', Resource: [`arn:aws:s3:::${team}`, `arn:aws:s3:::${team}/*`] }),
  (team) => ({
    Effect: 'Allow',
    Action: 'sagemaker:Create*Job',
    Resource: '*',
    Condition: { StringEquals: { 'aws:RequestTag/team': team } },
  }),
  () => ({ Effect: 'Deny', Action: 'sagemaker:Create*', Resource: '*', Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } }),
  (team) => ({ Effect: 'Allow', Action: 'sagemaker:*NotebookInstance', Resource: `arn:aws:sagemaker:*:*:notebook-instance/${team}-*` }),
  () => ({
    Effect: 'Deny',
    Action: 'sagemaker:CreateNotebookInstance',
    Resource: '*',
    Condition: { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } },
  }),
  () => ({
    Effect: 'Allow',
    Action: 'sagemaker:CreatePresignedDomainUrl',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/25'] } },
  }),
  (team) => ({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:aws:iam::*:role/${team}-*`,
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  }),
  () => ({ Effect: 'Allow', Action: ['logs:*', 'cloudwatch:*', 'ecr:*'], Resource: '*' }),
  () => ({
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  }),
];

const policiesEach = 10;

/** An account of many roles, each with eight managed policies out of some that teams share and two policies of its own. */
export function syntheticPrincipals(count: number): Inventory {
  const teams = Array.from({ length: 40 }, (_, index) => `team${index}`);
  const managed = teams.flatMap((team, at) =>
    kinds.map((kind, index): AuthorizationDetail => ({
      Policy: {
        PolicyName: `p-${at}-${index}`,
        Arn: arnOf(at, index),
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document(kind(team)) }],
      },
    })),
  );
  const roles = Array.from({ length: count }, (_, index): AuthorizationDetail => {
    const at = index % teams.length;
    const name = `role-${index}`;
    return {
      Role: {
        RoleName: name,
        Arn: `arn:aws:iam::${account}:role/${name}`,
        Path: '/',
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { Service: 'sagemaker.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
        AttachedManagedPolicies: Array.from({ length: policiesEach - 2 }, (_none, policy) => ({
          PolicyArn: arnOf(at, (policy + index) % kinds.length),
        })),
        RolePolicyList: [
          { PolicyName: 'own', PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${name}/*` }) },
          {
            PolicyName: 'model',
            PolicyDocument: document({
              Effect: 'Allow',
              Action: 'sagemaker:CreateModel',
              Resource: `arn:aws:sagemaker:*:*:model/${name}-*`,
            }),
          },
        ],
        Tags: [{ Key: 'team', Value: teams[at] ?? '' }],
      },
    };
  });
  return inventoryWith([...roles, ...managed]);
}

function arnOf(team: number, policy: number): string {
  return `arn:aws:iam::${account}:policy/p-${team}-${policy}`;
}

function document(statement: object): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
}

function inventoryWith(accountAuthorization: readonly AuthorizationDetail[]): Inventory {
  const time = '2026-11-23T08:00:00.000Z';
  return {
    header: {
      accounts: [account],
      regions: ['eu-west-1'],
      partition: 'aws',
      startedAt: time,
      completedAt: time,
      since: null,
      interrupted: false,
    },
    sections: sectionNames.map((section) => {
      const region = sectionCatalogue[section].scope === 'account' ? 'aws-global' : 'eu-west-1';
      const rows: readonly unknown[] =
        section === 'accountAuthorization'
          ? accountAuthorization
          : section === 'callerIdentity'
            ? [{ Account: account, Arn: `arn:aws:iam::${account}:user/audit` }]
            : [];
      // The name of the section fixes the type of its rows, which a list over all names cannot say.
      return { account, region, section, fact: known(rows), ledger: [], notes: [] } as unknown as AnySectionRecord;
    }),
  };
}
