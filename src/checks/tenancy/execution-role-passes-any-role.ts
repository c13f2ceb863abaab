import { ask } from '../../iam/ask.ts';
import { roleTags } from '../../iam/passed-role.ts';
import { defineCheck } from '../check.ts';
import { accessVerdict } from '../subjects/access-verdict.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';

export default defineCheck({
  id: 'execution-role-passes-any-role',
  title: 'Execution role may pass every role of the account',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-16'],
  controls: [],
  description:
    'Whoever may pass a role starts a job, a notebook or a function with it and has its rights. A role that may pass every other is as strong as the ' +
    'strongest that the service in question may take on, and no boundary between teams holds. Judged is the effect: whether `iam:PassRole` is allowed for ' +
    'a role that no policy singles out, to any service; a condition on `iam:PassedToService` limits the service and not the role. Looked at are the ' +
    `roles that SageMaker may take on, and those that something names as its role. ${principalMethod}`,
  remediation:
    'Name the roles that may be passed in the policy, most often the role itself alone, and add the condition `iam:PassedToService` = ' +
    '`sagemaker.amazonaws.com`. Policies of a role can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate({ subject }, { scope, estate }) {
    const { caller } = subject.principal;
    // A role that no policy can have meant.
    const resource = `arn:${scope.partition}:iam::${scope.account}:role/zq7-of-somebody-else`;
    const regions = estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
    return accessVerdict(
      subject,
      scope,
      (policies) => {
        const service = { kind: 'free', type: 'text', optional: false, natural: ['sagemaker.amazonaws.com'] } as const;
        const demands = { ...roleTags(policies), 'iam:passedtoservice': service };
        return ask(
          policies,
          caller,
          { action: 'iam:PassRole', resource, examples: [resource], demands },
          { partition: scope.partition, regions },
        );
      },
      { what: 'pass roles that nobody named to it', held: 'cannot pass roles that nobody named to it' },
    );
  },
});
