import { ask } from '../../iam/ask.ts';
import { defineCheck } from '../check.ts';
import { accessVerdict } from '../subjects/access-verdict.ts';
import { everyAnswer } from '../subjects/every-answer.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { sagemakerTargets } from '../subjects/sagemaker-targets.ts';
import { strangerTags } from '../subjects/stranger-tags.ts';

/** A name that no policy can have meant. */
const name = 'zq7-of-somebody-else';

/** What nobody needs on the work of others: to take over, to replace and to delete. */
const takeovers = [
  ['CreatePresignedNotebookInstanceUrl', `notebook-instance/${name}`],
  ['UpdateNotebookInstance', `notebook-instance/${name}`],
  ['DeleteNotebookInstance', `notebook-instance/${name}`],
  ['UpdateEndpoint', `endpoint/${name}`],
  ['DeleteEndpoint', `endpoint/${name}`],
  ['DeleteModel', `model/${name}`],
  ['StopTrainingJob', `training-job/${name}`],
  ['DeletePipeline', `pipeline/${name}`],
] as const;

export default defineCheck({
  id: 'execution-role-manages-all-sagemaker',
  title: 'Execution role may manage everything in SageMaker',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-16'],
  controls: [],
  description:
    'A role with the effect of AmazonSageMakerFullAccess opens the notebooks of others, replaces what their endpoints serve and deletes their models: ' +
    'whoever gets code to run with it has all of SageMaker in the account. Judged is the effect and not the name of a policy: whether the role may ' +
    'open, change and delete notebooks, and change, stop or delete endpoints, models, jobs and pipelines, each with a name that no policy singles out and ' +
    `without tags. Looked at are the roles that SageMaker may take on, and those that something names as its role. ${principalMethod}`,
  remediation:
    'Replace AmazonSageMakerFullAccess by a policy that names what the role works with, by prefix of the name or by tag; SageMaker Role Manager writes ' +
    'such roles for data scientists and for compute. Policies of a role can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/role-manager.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate({ subject }, { scope, estate }) {
    const { caller } = subject.principal;
    const targets = sagemakerTargets({ estate, scope }, takeovers);
    return accessVerdict(
      subject,
      scope,
      (policies) => {
        const demands = strangerTags(policies);
        return everyAnswer(
          targets.map(({ question, regions }) => ask(policies, caller, { ...question, demands }, { partition: scope.partition, regions })),
        );
      },
      { what: 'open, change and delete whatever there is in SageMaker', held: 'cannot manage everything in SageMaker' },
    );
  },
});
