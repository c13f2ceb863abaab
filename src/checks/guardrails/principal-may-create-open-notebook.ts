import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-open-notebook',
  title: 'Principal may create a notebook with internet or root access',
  severity: 'medium',
  guardrail: 'GRD-3',
  danger:
    'A notebook instance has direct internet access and root access unless its maker says otherwise, and root access can be turned on later. AWS ' +
    'answers with policies that lock both down; one action or one default that they leave out undoes them.',
  remedy:
    'Deny `sagemaker:CreateNotebookInstance` unless `sagemaker:DirectInternetAccess` and `sagemaker:RootAccess` are `Disabled` (two statements, by ' +
    '`StringNotEquals`), and `sagemaker:UpdateNotebookInstance` where `sagemaker:RootAccess` is `Enabled`.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
});
