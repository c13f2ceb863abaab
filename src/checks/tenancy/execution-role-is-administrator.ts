import { defineCheck } from '../check.ts';
import { exampleEvidence } from '../subjects/access-verdict.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalFacts, principalSections, scpNote } from '../subjects/principal-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'execution-role-is-administrator',
  title: 'Execution role is an administrator',
  severity: 'critical',
  family: 'tenancy',
  requirements: ['TEN-16'],
  controls: [],
  description:
    'Code in a notebook, a job or a container acts with its execution role, and so does whoever gets code to run there: by a malicious package, a ' +
    'poisoned model or an open port. A role that may change its own policies may do everything in the account. Judged is the effect and not the name ' +
    'of a policy: whether the role may put, attach or rewrite a policy of its own, by all its policies with their conditions, its boundary and the ' +
    'policies of the organization. Looked at are the roles that SageMaker may take on, and those that something names as its role.',
  remediation:
    'Give the role what its work needs and nothing of `iam:*` but `iam:PassRole` on named roles, or put a permissions boundary on it that it cannot take ' +
    'off. Policies of a role can be changed in place; running sessions are bound at once.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate({ subject, users }) {
    const answer = subject.administrator();
    if (answer.kind === 'possible') {
      return fail(`may change its own policies, and so do everything${scpNote(subject)}`, [exampleEvidence(answer), ...users]);
    }
    if (answer.kind === 'unknown') return unknown(`cannot tell whether it may change its own policies: ${answer.reason}`);
    return pass('cannot change its own policies');
  },
});
