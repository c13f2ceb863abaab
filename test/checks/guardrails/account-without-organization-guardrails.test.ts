import check from '../../../src/checks/guardrails/account-without-organization-guardrails.ts';
import { inventory } from '../../support/inventory.ts';
import { deny, organizationUnread, organizationWith } from '../../support/principals.ts';
import { account, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

/** A Deny by IfExists denies every action that lacks the key: it has to name those that have it. */
const jobs = [
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateProcessingJob',
  'sagemaker:Create*JobDefinition',
  'sagemaker:*MonitoringSchedule',
];

/** Each requirement, denied for whatever action bears its key. */
const all = [
  deny(
    [
      'sagemaker:CreateAutoMLJob*',
      'sagemaker:*Cluster',
      'sagemaker:Create*Definition',
      'sagemaker:*Domain',
      'sagemaker:CreateEndpointConfig',
      'sagemaker:Create*Job',
      'sagemaker:CreateModel',
      'sagemaker:*MonitoringSchedule',
      'sagemaker:CreateNotebookInstance',
    ],
    { Null: { 'sagemaker:VpcSubnets': 'true' } },
  ),
  deny('sagemaker:*Domain', { StringNotEqualsIfExists: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' } }),
  deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } }),
  deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } }),
  deny('sagemaker:UpdateNotebookInstance', { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } }),
  deny([...jobs, 'sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig'], { BoolIfExists: { 'sagemaker:NetworkIsolation': 'false' } }),
  deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '2' } }),
  deny('sagemaker:UpdateNotebookInstance', { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' } }),
  deny([...jobs, 'sagemaker:CreateAutoMLJob*'], { BoolIfExists: { 'sagemaker:InterContainerTrafficEncryption': 'false' } }),
  deny('sagemaker:*', { Bool: { 'sagemaker:EnableRemoteDebug': 'true' } }),
  deny('sagemaker:*', { StringEquals: { 'sagemaker:RemoteAccess': 'ENABLED' } }),
];

testCheck(check, {
  fail: [
    ['no organization', inventory({ organization: [] }), account, { says: 'in no organization', requirements: ['GRD-9'] }],
    ['the management account', inventory(organizationWith(all, account)), account, { says: 'management account' }],
    ['bills alone', inventory({ organization: [{ Id: 'o-1', FeatureSet: 'CONSOLIDATED_BILLING', MasterAccountId: '1' }] }), account],
    [
      'policies of this type switched off',
      inventory({ ...organizationWith(all), organizationRoots: [{ Id: 'r-1', PolicyTypes: [] }] }),
      account,
      { says: 'not enabled' },
    ],
    ['nothing denied', inventory(organizationWith([deny('s3:DeleteBucket')])), account, { says: 'GRD-1 (19 of 19)' }],
    [
      'all but one',
      inventory(organizationWith(all.slice(0, -1))),
      account,
      { says: 'leave open what guardrails should stop: GRD-7 (2 of 4)' },
    ],
    [
      "AWS's own policy lets go whoever has a tag, but who has none is bound",
      inventory(
        organizationWith([
          ...all.slice(0, -1),
          deny('sagemaker:*', { StringEquals: { 'sagemaker:RemoteAccess': 'ENABLED', 'aws:PrincipalTag/exempt': 'no' } }),
        ]),
      ),
      account,
      { says: 'GRD-7' },
    ],
  ],
  pass: [
    ['all denied', inventory(organizationWith(all)), account, { says: 'impossible' }],
    ['SageMaker denied as a whole', inventory(organizationWith([deny('sagemaker:*')])), account],
  ],
  unknown: [
    [
      'the policies may not be read, as in most member accounts',
      inventory(organizationUnread(refused)),
      account,
      { missing: ['organizations:ListRoots'] },
    ],
    ['the organization may not be read', inventory({ organization: refused('organizations:DescribeOrganization') }), account],
    [
      'a Deny that misses what is left out',
      inventory(
        organizationWith([
          ...all.filter((statement) => !JSON.stringify(statement).includes('NetworkIsolation')),
          deny([...jobs, 'sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig'], { Bool: { 'sagemaker:NetworkIsolation': 'false' } }),
        ]),
      ),
      account,
      { says: 'not documented', missing: [] },
    ],
  ],
});
