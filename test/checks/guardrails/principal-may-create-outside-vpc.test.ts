import check from '../../../src/checks/guardrails/principal-may-create-outside-vpc.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

/** The actions that AWS's own service control policy lists. */
const sixteen = [
  'sagemaker:CreateAutoMLJob',
  'sagemaker:CreateAutoMLJobV2',
  'sagemaker:CreateCluster',
  'sagemaker:CreateDataQualityJobDefinition',
  'sagemaker:CreateDomain',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateModel',
  'sagemaker:CreateModelBiasJobDefinition',
  'sagemaker:CreateModelExplainabilityJobDefinition',
  'sagemaker:CreateModelQualityJobDefinition',
  'sagemaker:CreateMonitoringSchedule',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateTrainingJob',
  'sagemaker:UpdateDomain',
  'sagemaker:UpdateMonitoringSchedule',
];

testGuardrail(check, {
  requirement: 'GRD-1',
  closed: [deny(['sagemaker:Create*', 'sagemaker:Update*'], { Null: { 'sagemaker:VpcSubnets': 'true' } })],
  says: 'may create an AutoML job without a VPC, and 14 more of the kind',
  fail: [
    // AWS's own service control policy lists sixteen of the nineteen actions.
    [
      'three actions left out',
      lone(roleWith('r', [allow(['sagemaker:*', 'iam:PassRole']), deny(sixteen, { Null: { 'sagemaker:VpcSubnets': 'true' } })])),
      'r',
      {
        says: 'may create an endpoint config without a VPC, and 2 more of the kind',
        evidence: [
          'iam:GetAccountAuthorizationDetails statement 1 of policy r/own="sagemaker:CreateJob on arn:aws:sagemaker:eu-west-1:111122223333:job/example/example without sagemaker:VpcSubnets, sagemaker:VpcSecurityGroupIds, passing arn:aws:iam::111122223333:role/r"',
        ],
      },
    ],
    [
      'two keys under one Null, as in several samples of AWS, and a group without a subnet is refused by the API: closed for those',
      lone(
        roleWith('r', [
          allow(['sagemaker:CreateTrainingJob', 'iam:PassRole']),
          deny('sagemaker:CreateTrainingJob', { Null: { 'sagemaker:VpcSubnets': 'true', 'sagemaker:NetworkIsolation': 'true' } }),
        ]),
      ),
      'r',
      { says: 'denies only where all the keys under its Null are missing at once' },
    ],
    [
      'ForAllValues without Null',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel', { Condition: { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': 'subnet-1' } } }),
        ]),
      ),
      'r',
      { says: 'ForAllValues needs Null false beside it' },
    ],
    [
      'a conditioned Allow beside a broader one',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel', { Condition: { Null: { 'sagemaker:VpcSubnets': 'false' } } }),
          allow('sagemaker:Create*'),
        ]),
      ),
      'r',
      { says: 'is void: statement 2 of r/own allows the same without its condition' },
    ],
    [
      'denied without network isolation, which is another thing',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel'),
          deny('sagemaker:CreateModel', { BoolIfExists: { 'sagemaker:NetworkIsolation': 'false' } }),
        ]),
      ),
      'r',
      { says: 'sagemaker:NetworkIsolation=true' },
    ],
  ],
  pass: [
    [
      'Allow with ForAllValues and Null',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel', {
            Condition: { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': 'subnet-1' }, Null: { 'sagemaker:VpcSubnets': 'false' } },
          }),
        ]),
      ),
      'r',
      { says: 'limited to other requests' },
    ],
    [
      // Direct internet access off without a subnet is refused by the API, on without one by the policy.
      'notebooks without direct internet access',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance', { Condition: { StringEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } } }),
        ]),
      ),
      'r',
    ],
  ],
});
