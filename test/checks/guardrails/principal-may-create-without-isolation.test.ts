import check from '../../../src/checks/guardrails/principal-may-create-without-isolation.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-4',
  closed: [deny(['sagemaker:Create*', 'sagemaker:Update*'], { BoolIfExists: { 'sagemaker:NetworkIsolation': 'false' } })],
  says: 'may create a data quality job definition without network isolation',
  unknown: [
    [
      'Bool without IfExists',
      lone(
        roleWith('r', [allow('sagemaker:CreateModel'), deny('sagemaker:CreateModel', { Bool: { 'sagemaker:NetworkIsolation': 'false' } })]),
      ),
      'r',
      { says: 'sagemaker:NetworkIsolation where the request leaves the parameter out' },
    ],
  ],
});
