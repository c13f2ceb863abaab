import check from '../../../src/checks/guardrails/principal-may-use-any-subnet.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

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
  ],
});
