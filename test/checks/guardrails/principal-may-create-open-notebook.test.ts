import check from '../../../src/checks/guardrails/principal-may-create-open-notebook.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-3',
  closed: [
    deny('sagemaker:CreateNotebookInstance', { StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } }),
    deny(['sagemaker:CreateNotebookInstance'], { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } }),
    deny('sagemaker:UpdateNotebookInstance', { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } }),
  ],
  says: 'may create a notebook instance with direct internet access',
  fail: [
    [
      "AWS's LockDownCreateNotebookInstance, and updates beside it",
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance', {
            Condition: {
              StringEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
              Null: { 'sagemaker:VpcSubnets': 'false', 'sagemaker:VpcSecurityGroupIds': 'false' },
            },
          }),
          allow('sagemaker:UpdateNotebookInstance'),
        ]),
      ),
      'r',
      { says: 'may create root access on a notebook instance that is there' },
    ],
    [
      'both keys in one Deny: it applies only where both are wrong',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance'),
          deny('sagemaker:CreateNotebookInstance', {
            StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
          }),
        ]),
      ),
      'r',
    ],
  ],
  pass: [
    [
      "AWS's LockDownCreateNotebookInstance alone",
      lone(
        roleWith('r', [
          allow('sagemaker:CreateNotebookInstance', {
            Condition: {
              StringEquals: { 'sagemaker:DirectInternetAccess': 'Disabled', 'sagemaker:RootAccess': 'Disabled' },
              Null: { 'sagemaker:VpcSubnets': 'false', 'sagemaker:VpcSecurityGroupIds': 'false' },
            },
          }),
        ]),
      ),
      'r',
    ],
  ],
});
