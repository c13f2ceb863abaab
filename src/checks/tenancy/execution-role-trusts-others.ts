import { accountOf } from '../../iam/assumers.ts';
import { defineCheck } from '../check.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { trustVerdict } from '../subjects/trust-verdict.ts';

export default defineCheck({
  id: 'execution-role-trusts-others',
  title: 'Execution role may be taken on by others than SageMaker',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-15'],
  controls: [],
  description:
    'A role that a user of the account, another role or another service of AWS may take on as well is used past SageMaker: without its network, its logs ' +
    'and its limits, and with whatever rights the workloads need. Judged is the effect: whether anybody whom an Allow of the trust policy names, beside ' +
    'SageMaker and within the account, can meet its conditions. Whom outside of the account it trusts is a check of its own. Looked at are the roles ' +
    'that SageMaker may take on, and those that something names as its role.',
  remediation:
    'Leave `"Service": "sagemaker.amazonaws.com"` as the only principal of the trust policy, and make a role for each other service and for people. A trust ' +
    'policy can be changed in place: `aws iam update-assume-role-policy`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate(role, { scope: { partition, account } }) {
    return trustVerdict(
      role,
      partition,
      ({ kind, name }) =>
        kind === 'anybody' ||
        (kind === 'service' && name !== 'sagemaker.amazonaws.com') ||
        (kind === 'account' && [account, undefined].includes(accountOf(name))),
      {
        who: 'others of the account, or another service',
        none: 'within the account only SageMaker may take it on',
        // Everybody is everybody of the account, too.
        asked: (one) => (one.kind === 'anybody' ? { kind: 'account', name: account } : one),
      },
    );
  },
});
