import { roleTags } from '../../iam/passed-role.ts';
import { defineCheck } from '../check.ts';
import { accessVerdict } from '../subjects/access-verdict.ts';
import { chainAnswer, type Chain } from '../subjects/chain-answer.ts';
import { passStrangersRole, sagemakerAsk } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';

export default defineCheck({
  id: 'principal-swaps-execution-role',
  title: 'Principal may put any role on Studio users or notebooks',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-2'],
  controls: [],
  description:
    'A role for each user bounds nobody who may change which role it is: `sagemaker:UpdateUserProfile`, `sagemaker:UpdateDomain` or ' +
    '`sagemaker:UpdateNotebookInstance`, together with `iam:PassRole`, put the strongest role that SageMaker may take on into the own hands. Asked is for any of ' +
    'the three together with passing SageMaker a role that no policy singles out. Whoever may pass named roles alone may choose among these, and ' +
    `passes. Whether the account has domains or notebooks is not asked: the verdict is about those to come as well. ${principalMethod}`,
  remediation:
    'Name the roles in the statement that allows `iam:PassRole`, and leave `sagemaker:UpdateUserProfile` and `sagemaker:UpdateDomain` to administrators. Policies ' +
    'can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateUserProfile.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  *resources({ accountAuthorization, scope, ...facts }) {
    yield* principalsAbout(accountAuthorization, facts, scope, undefined);
  },
  evaluate({ subject }, { scope, estate }) {
    const regions = estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
    return accessVerdict(
      subject,
      scope,
      (policies) => {
        const role = { ...passStrangersRole(scope) };
        const pass = { ...role, demands: { ...roleTags(policies), ...role.demands } };
        const chains: readonly Chain[] = [
          [sagemakerAsk(scope, 'UpdateUserProfile', 'user-profile/?*/?*'), pass],
          [sagemakerAsk(scope, 'UpdateDomain', 'domain/?*'), pass],
          [sagemakerAsk(scope, 'UpdateNotebookInstance', 'notebook-instance/?*'), pass],
        ];
        return chainAnswer(chains, policies, subject.principal.caller, { partition: scope.partition, regions });
      },
      {
        what: 'put roles that nobody named to it on Studio users or notebooks',
        held: 'cannot put roles that nobody named to it on Studio users or notebooks',
      },
    );
  },
});
