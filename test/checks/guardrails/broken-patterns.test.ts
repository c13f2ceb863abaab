import { describe, expect, it } from 'vitest';
import type { AnyCheck } from '../../../src/checks/check.ts';
import organization from '../../../src/checks/guardrails/account-without-organization-guardrails.ts';
import remoteShell from '../../../src/checks/guardrails/principal-may-open-remote-shell.ts';
import imds from '../../../src/checks/guardrails/principal-may-create-notebook-with-imds-v1.ts';
import openNotebook from '../../../src/checks/guardrails/principal-may-create-open-notebook.ts';
import outsideVpc from '../../../src/checks/guardrails/principal-may-create-outside-vpc.ts';
import publicDomain from '../../../src/checks/guardrails/principal-may-create-public-domain.ts';
import unencrypted from '../../../src/checks/guardrails/principal-may-create-unencrypted-container-traffic.ts';
import unisolated from '../../../src/checks/guardrails/principal-may-create-without-isolation.ts';
import { audit } from '../../../src/engine/audit.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { inventory } from '../../support/inventory.ts';
import { lone } from '../../support/guardrail-scenarios.ts';
import { allow, deny, managedPolicy, organizationWith, policyArn, roleWith, type Written } from '../../support/principals.ts';

const pass = allow('iam:PassRole');
const subnets = 'sagemaker:VpcSubnets';
const groups = 'sagemaker:VpcSecurityGroupIds';
const own = (...statements: readonly Written[]): Inventory => lone(roleWith('r', [pass, ...statements]));

type Case = readonly [name: string, check: AnyCheck, account: Inventory, status: 'fail' | 'unknown', says: string];

// Wrote as people write them; each is met in public repositories.
const cases: readonly Case[] = [
  [
    'ForAllValues without Null: an Allow for processing jobs in approved subnets',
    outsideVpc,
    own(
      allow('sagemaker:CreateProcessingJob', { Condition: { 'ForAllValues:StringLike': { [subnets]: 'subnet-0*', [groups]: 'sg-0*' } } }),
    ),
    'fail',
    'statement 2 of policy r/own holds where sagemaker:VpcSubnets is missing: ForAllValues needs Null false beside it',
  ],
  [
    '… whose Null companion is for the other key',
    outsideVpc,
    own(
      allow('sagemaker:CreateTrainingJob', {
        Condition: { 'ForAllValues:StringEquals': { [subnets]: 'subnet-1' }, Null: { 'sagemaker:OutputKmsKeyArn': 'false' } },
      }),
    ),
    'fail',
    'holds where sagemaker:VpcSubnets is missing: ForAllValues needs Null false beside it',
  ],
  [
    'several keys under one Null: a key of KMS beside the subnets',
    outsideVpc,
    own(
      allow('sagemaker:CreateProcessingJob'),
      deny('sagemaker:CreateProcessingJob', { Null: { [subnets]: 'true', 'sagemaker:VolumeKmsKeyArn': 'true' } }),
    ),
    'fail',
    'statement 3 of policy r/own denies only where all the keys under its Null are missing at once',
  ],
  [
    '… in the boundary',
    outsideVpc,
    lone(
      managedPolicy('edge', [allow('*'), deny('sagemaker:Create*', { Null: { [subnets]: [true], 'sagemaker:NetworkIsolation': [true] } })]),
      roleWith('r', [pass, allow('sagemaker:CreateTrainingJob')], { PermissionsBoundary: { PermissionsBoundaryArn: policyArn('edge') } }),
    ),
    'fail',
    `statement 2 of policy ${policyArn('edge')} denies only where all the keys under its Null are missing at once`,
  ],
  [
    'a Deny on an action that lacks the key: what creation alone carries, of updates',
    openNotebook,
    own(
      allow('sagemaker:UpdateNotebookInstance'),
      deny('sagemaker:*NotebookInstance', { StringEquals: { 'sagemaker:DirectInternetAccess': 'Enabled' } }),
    ),
    'fail',
    'statement 3 of policy r/own asks for sagemaker:DirectInternetAccess, which sagemaker:UpdateNotebookInstance never carries',
  ],
  [
    '… and on no action that has it',
    outsideVpc,
    own(
      allow('sagemaker:CreateModel'),
      deny(['sagemaker:CreateCompilationJob', 'sagemaker:CreateTransformJob', 'sagemaker:CreateLabelingJob'], {
        Null: { [subnets]: 'true' },
      }),
    ),
    'fail',
    'statement 3 of policy r/own asks for sagemaker:VpcSubnets of actions that never carry it',
  ],
  [
    '… for the isolation of AutoML, which has no such key',
    unisolated,
    own(
      allow('sagemaker:CreateTrainingJob'),
      deny(['sagemaker:CreateAutoMLJob*'], { BoolIfExists: { 'sagemaker:NetworkIsolation': 'false' } }),
    ),
    'fail',
    'statement 3 of policy r/own asks for sagemaker:NetworkIsolation of actions that never carry it',
  ],
  [
    'a conditioned Allow beside a broader Allow: of another policy',
    publicDomain,
    lone(
      managedPolicy('domains', [
        allow('sagemaker:CreateDomain', { Condition: { StringEquals: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' } } }),
      ]),
      roleWith('r', [allow('sagemaker:Create*')], {
        AttachedManagedPolicies: [{ PolicyArn: policyArn('domains'), PolicyName: 'domains' }],
      }),
    ),
    'fail',
    `statement 1 of policy ${policyArn('domains')} is void: statement 1 of r/own allows the same without its condition`,
  ],
  [
    '… by NotAction',
    remoteShell,
    own(allow('sagemaker:CreateSpace', { Condition: { StringEquals: { 'sagemaker:RemoteAccess': 'DISABLED' } } }), {
      Effect: 'Allow',
      NotAction: ['iam:*', 'sagemaker:*TrainingJob'],
      Resource: '*',
    }),
    'fail',
    'statement 2 of policy r/own is void: statement 3 of r/own allows the same without its condition',
  ],
  [
    'StringEquals that misses the absent key: root access',
    openNotebook,
    own(
      allow('sagemaker:CreateNotebookInstance'),
      deny('sagemaker:CreateNotebookInstance', { StringNotEqualsIfExists: { 'sagemaker:RootAccess': 'Disabled' } }),
      deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } }),
      deny('sagemaker:CreateNotebookInstance', { StringEquals: { 'sagemaker:DirectInternetAccess': 'Enabled' } }),
    ),
    'unknown',
    'statement 5 of policy r/own does not meet a request that leaves sagemaker:DirectInternetAccess out (StringEquals without IfExists)',
  ],
  [
    '… beside another gap',
    openNotebook,
    own(
      allow(['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance']),
      deny('sagemaker:CreateNotebookInstance', { StringLike: { 'sagemaker:DirectInternetAccess': 'En*' } }),
    ),
    'fail',
    'leaves sagemaker:DirectInternetAccess out (StringLike without IfExists)',
  ],
  [
    '… Bool, of encryption between containers',
    unencrypted,
    own(allow('sagemaker:CreateTrainingJob'), deny('sagemaker:*', { Bool: { 'sagemaker:InterContainerTrafficEncryption': 'false' } })),
    'unknown',
    'leaves sagemaker:InterContainerTrafficEncryption out (Bool without IfExists)',
  ],
  [
    '… and an Allow that spares it by IfExists',
    imds,
    own(
      allow('sagemaker:CreateNotebookInstance', {
        Condition: { StringEqualsIfExists: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '2' } },
      }),
    ),
    'unknown',
    'statement 2 of policy r/own holds where sagemaker:MinimumInstanceMetadataServiceVersion is missing (StringEqualsIfExists)',
  ],
  [
    'in a service control policy',
    organization,
    inventory({
      accountAuthorization: [],
      ...organizationWith([deny('sagemaker:Create*', { Null: { [subnets]: 'true', 'sagemaker:InstanceTypes': 'true' } })]),
    }),
    'fail',
    'statement 1 of policy guard denies only where all the keys under its Null are missing at once',
  ],
];

describe('known broken patterns are named when met', () => {
  it.each(cases)('%s', (_name, check, account, status, says) => {
    const [finding] = [...audit(account, [check], '0.0.0').findings];
    expect(finding?.status, finding?.message).toBe(status);
    expect(finding?.message).toContain(says);
  });

  it('a sound guard beside an open door is not called broken', () => {
    const account = own(
      allow(['sagemaker:CreateModel', 'sagemaker:CreateTrainingJob']),
      deny('sagemaker:CreateTrainingJob', { Null: { [subnets]: 'true' } }),
      deny('sagemaker:CreateNotebookInstance', { StringEquals: { 'sagemaker:DirectInternetAccess': 'Enabled' } }),
    );
    const [finding] = [...audit(account, [outsideVpc], '0.0.0').findings];
    expect(finding?.status).toBe('fail');
    expect(finding?.message).not.toContain('; statement');
  });
});
