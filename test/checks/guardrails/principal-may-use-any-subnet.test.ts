import check from '../../../src/checks/guardrails/principal-may-use-any-subnet.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

const approved = { 'sagemaker:VpcSubnets': ['subnet-1'], 'sagemaker:VpcSecurityGroupIds': ['sg-1'] };

testGuardrail(check, {
  requirement: 'GRD-8',
  closed: [
    deny('sagemaker:*', { 'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSubnets': ['subnet-1'] } }),
    deny('sagemaker:*', { 'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSecurityGroupIds': ['sg-1'] } }),
  ],
  says: "may create an AutoML job in a subnet of anybody's choice",
  fail: [
    [
      'groups forgotten',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel'),
          deny('sagemaker:*', { 'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSubnets': ['subnet-1'] } }),
        ]),
      ),
      'r',
      { says: "a model with a security group of anybody's choice" },
    ],
    [
      'any name that begins like a subnet',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel'),
          deny('sagemaker:*', {
            'ForAnyValue:StringNotLike': { 'sagemaker:VpcSubnets': ['subnet-*'], 'sagemaker:VpcSecurityGroupIds': ['sg-1'] },
          }),
        ]),
      ),
      'r',
    ],
    [
      'one approved subnet beside one that is not: a Deny by ForAllValues needs all of them to be wrong',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel'),
          deny('sagemaker:CreateModel', { 'ForAllValues:StringNotEquals': { 'sagemaker:VpcSubnets': ['subnet-1'] } }),
          deny('sagemaker:CreateModel', { 'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSecurityGroupIds': ['sg-1'] } }),
        ]),
      ),
      'r',
      {
        says: 'sagemaker:VpcSubnets=[subnet-0f1e2d3c4b5a69788, subnet-1], sagemaker:VpcSecurityGroupIds=[sg-1]; statement 2 of policy r/own denies only where no value of sagemaker:VpcSubnets is approved',
      },
    ],
    [
      '… and an Allow by ForAnyValue one that is right',
      lone(roleWith('r', [allow('sagemaker:CreateModel', { Condition: { 'ForAnyValue:StringEquals': approved } })])),
      'r',
      { says: 'statement 1 of policy r/own holds where one value of sagemaker:VpcSubnets is approved' },
    ],
  ],
  pass: [
    [
      'an Allow of approved ones by ForAllValues, with Null',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateModel', {
            Condition: {
              'ForAllValues:StringEquals': approved,
              Null: { 'sagemaker:VpcSubnets': 'false', 'sagemaker:VpcSecurityGroupIds': 'false' },
            },
          }),
        ]),
      ),
      'r',
      { says: 'limited to other requests' },
    ],
    [
      'requests that name no group: the API takes subnets and groups together only',
      lone(roleWith('r', [allow('sagemaker:CreateModel', { Condition: { Null: { 'sagemaker:VpcSecurityGroupIds': 'true' } } })])),
      'r',
      { says: 'limited to other requests' },
    ],
  ],
  unknown: [
    [
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
      'an operator for one value, of which AWS does not say what it makes of several',
      lone(roleWith('r', [allow('sagemaker:CreateModel', { Condition: { StringEquals: approved } })])),
      'r',
      { says: 'several values of sagemaker:VpcSubnets is not documented' },
    ],
  ],
});
