import { actionsWithRole, passRoleAsk, rolesToPass } from '../../iam/passed-role.ts';
import { principalsOf } from '../../iam/principals.ts';
import { sagemakerActionResources } from '../../iam/sagemaker-actions.ts';
import { defineCheck } from '../check.ts';
import type { AccessTarget } from '../subjects/access-target.ts';
import { anywhereVerdict } from '../subjects/anywhere-verdict.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { sagemakerTargets } from '../subjects/sagemaker-targets.ts';

/** Actions that bring code of the caller's to run with an execution role. */
const starts = [
  'CreateTrainingJob',
  'CreateProcessingJob',
  'CreateNotebookInstance',
  'CreateHyperParameterTuningJob',
  'CreateModel',
  'CreateApp',
  'CreateSpace',
  'CreateMonitoringSchedule',
  'CreateCluster',
  'StartPipelineExecution',
].map((action) => [action, (sagemakerActionResources[action] ?? '*').replaceAll('*', '?*')] as const);

export default defineCheck({
  id: 'principal-starts-workloads-from-anywhere',
  title: 'Principal may start workloads from any network',
  severity: 'low',
  family: 'internet-ingress',
  requirements: ['ING-3'],
  controls: [],
  description:
    'The API of SageMaker is public: an interface endpoint in a VPC is one more way in, not the only one. Whoever holds credentials that may start a ' +
    'job, a notebook, an app or a pipeline can do so from anywhere, with code of their own that runs with an execution role. A condition on ' +
    '`aws:SourceVpc`, `aws:SourceVpce` or `aws:SourceIp` makes stolen keys worthless outside of your network. Asked is for the actions that bring code ' +
    `to run, from an address that no policy singles out, and, where the API takes none without a role, for passing one with it. ${principalMethod}`,
  remediation:
    'Deny the actions of SageMaker where the request comes neither from your network nor from a service of AWS on your behalf: `aws:SourceVpc` or ' +
    '`aws:SourceIp`, with `aws:ViaAWSService` and `aws:PrincipalIsAWSService` set to `false`. Policies can be changed in place, best in a service control policy.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inter-network-privacy.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const roles = rolesToPass(principalsOf(accountAuthorization));
    const targets = sagemakerTargets({ estate, scope }, starts).map((target): AccessTarget => {
      if (!actionsWithRole.has(target.question.action.replace('sagemaker:', ''))) return target;
      return { ...target, also: (policies, caller) => passRoleAsk(policies, caller, scope, roles) };
    });
    yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    return anywhereVerdict(subject, scope, targets, { what: 'start workloads from any address of the internet' });
  },
});
