import { accountOf } from '../../iam/assumers.ts';
import { defineCheck } from '../check.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { trustVerdict } from '../subjects/trust-verdict.ts';

export default defineCheck({
  id: 'execution-role-trusts-strangers',
  title: 'Execution role may be taken on from outside of the account',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-15'],
  controls: [],
  description:
    'The trust policy of an execution role should name SageMaker and nobody else. One that names everybody, another account or an identity provider ' +
    'lets people read the data and act with the rights of a workload without ever touching it. Judged is the effect: whether anybody whom an Allow ' +
    'names can meet its conditions, and no Deny stops them; an external id may be guessed and is no bar. Looked at are the roles that SageMaker may ' +
    'take on, and those that something names as its role.',
  remediation:
    'Leave `"Service": "sagemaker.amazonaws.com"` as the only principal of the trust policy, and make another role for people and for other accounts. A ' +
    'trust policy can be changed in place: `aws iam update-assume-role-policy`; sessions that run go on until they end.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
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
        kind === 'anybody' || kind === 'federated' || (kind === 'account' && ![account, undefined].includes(accountOf(name))),
      { who: 'somebody outside of the account', none: 'nobody outside of the account may take it on' },
    );
  },
});
