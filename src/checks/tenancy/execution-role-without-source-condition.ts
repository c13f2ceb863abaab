import { mayAssumeForOthers } from '../../iam/assumers.ts';
import { defineCheck } from '../check.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { trustOf } from '../subjects/trust-verdict.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'iam:GetAccountAuthorizationDetails';

export default defineCheck({
  id: 'execution-role-without-source-condition',
  title: 'SageMaker may take the role on for any account',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-15'],
  controls: [],
  description:
    'SageMaker takes an execution role on for whoever asked it to. A trust policy without a condition on `aws:SourceAccount` or `aws:SourceArn` leaves it ' +
    'to SageMaker alone that nobody in another account makes it act with your role (the confused deputy). AWS shows the condition for Studio, ' +
    'training, processing, transform, compilation and packaging jobs, inference, pipelines, images and Marketplace; not for notebook instances, ' +
    'HyperPod and labeling jobs. Judged is the effect: whether SageMaker may take the role on for something in an account that no condition names.',
  remediation:
    'Add to the trust policy `"StringEquals": {"aws:SourceAccount": "ACCOUNT"}` or `"ArnLike": {"aws:SourceArn": "arn:aws:sagemaker:*:ACCOUNT:*"}`, and try it ' +
    'with a role of a kind that AWS gives no example for before you rely on it. It can be changed in place: `aws iam update-assume-role-policy`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate(role, { scope: { partition } }) {
    const trust = trustOf(role);
    if (trust.document.kind === 'unreadable') return unknown(`its trust policy ${trust.document.reason}`);
    const answer = mayAssumeForOthers(trust, 'sagemaker.amazonaws.com', partition);
    if (answer.kind === 'possible') {
      return fail('SageMaker may take it on for something in any account', [
        { source, path: 'AssumeRolePolicyDocument', value: sayStatements(answer.by) },
        ...role.users,
      ]);
    }
    if (answer.kind === 'unknown') return unknown(`cannot tell for whom SageMaker may take it on: ${answer.reason}`);
    const by = answer.by.length === 0 ? [] : [{ source, path: 'AssumeRolePolicyDocument', value: sayStatements(answer.by) }];
    return pass('SageMaker may take it on for named accounts alone', by);
  },
});
