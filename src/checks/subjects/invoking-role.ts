import { ask } from '../../iam/ask.ts';
import type { OrganizationFacts } from '../../iam/organization-control.ts';
import { need, type Fact } from '../../inventory/fact.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Scope } from '../check.ts';
import type { ReadAnswer } from './access-verdict.ts';
import { principalSubjects } from './principal-subjects.ts';

type Facts = OrganizationFacts & { readonly accountAuthorization: Fact<readonly AuthorizationDetail[]>; readonly scope: Scope };

const actions = ['InvokeEndpoint', 'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream'] as const;

/** May a role invoke any endpoint of SageMaker in the account and Region? @throws MissingFact */
export function mayInvokeEndpoint(roleArn: string | undefined, facts: Facts): ReadAnswer {
  const { scope } = facts;
  if (roleArn === undefined) return { kind: 'unknown', reason: 'AWS named no role' };
  const subject = principalSubjects(need(facts.accountAuthorization), facts, scope).find(({ principal }) => principal.arn === roleArn);
  if (subject === undefined) return { kind: 'unknown', reason: `${roleArn} is no role of this account that could be read` };
  const resource = `arn:${scope.partition}:sagemaker:REGION:${scope.account}:endpoint/*`;
  const answers = actions.map((action) =>
    ask(
      subject.policies,
      subject.principal.caller,
      { action: `sagemaker:${action}`, resource, examples: [resource.replace('*', 'any')], demands: {} },
      { partition: scope.partition, regions: [scope.region] },
    ),
  );
  const [first] = answers;
  const doubt = answers.find(({ kind }) => kind === 'unknown');
  const { gap } = subject.control;
  const unknown = doubt === undefined || gap === undefined ? doubt : { ...doubt, gap };
  return answers.find(({ kind }) => kind === 'possible') ?? unknown ?? first ?? { kind: 'unknown', reason: 'nothing was asked' };
}
