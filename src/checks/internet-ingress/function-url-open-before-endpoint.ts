import type { Evidence } from '../../core/evidence.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import { reachableByAnybody } from '../../iam/reachable-by-anybody.ts';
import type { Answer } from '../../iam/solve.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { FunctionPolicy } from '../../inventory/sections/function-policies.ts';
import { defineCheck } from '../check.ts';
import { executionFacts } from '../subjects/execution-callers.ts';
import { mayInvokeEndpoint } from '../subjects/invoking-role.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const urlSource = 'lambda:ListFunctionUrlConfigs';

export default defineCheck({
  id: 'function-url-open-before-endpoint',
  title: 'URL of a function lets anybody use an endpoint of SageMaker',
  severity: 'high',
  family: 'internet-ingress',
  requirements: ['ING-5'],
  controls: [],
  description:
    'A function of Lambda whose role may invoke endpoints, and whose URL asks nobody who he is, is a door from the internet to a model that ' +
    'stands in a closed VPC: it can be copied by asking it, abused, and run up a bill. A URL is open where its AuthType is NONE and the policy of ' +
    'the function lets everybody call it; whether its role may invoke an endpoint is worked out from all its policies. What the function does ' +
    'with a request is not looked at.',
  remediation:
    'Can be changed in place: `aws lambda update-function-url-config --function-name … --auth-type AWS_IAM`, and `aws lambda remove-permission` for ' +
    'the statement that lets everybody in.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html',
  ],
  needs: ['functions'],
  consults: ['functionPolicies', ...executionFacts],
  *resources({ functions, scope }) {
    for (const row of functions) {
      const { FunctionName: name = '', FunctionArn: arn = '' } = row.summary;
      if (row.detail.known && row.detail.value.FunctionUrlConfigs.length === 0) continue;
      const { account, region } = scope;
      yield known({ resource: { type: 'AWS::Lambda::Function', name, arn, account, region }, about: row });
    }
  },
  evaluate({ summary, detail }, facts) {
    const { FunctionUrlConfigs: urls } = need(detail);
    const evidence = urls.map(({ FunctionArn = '', AuthType }): Evidence => ({
      source: urlSource,
      path: `${FunctionArn}: AuthType`,
      value: AuthType ?? null,
    }));
    const opened = urls.map(({ AuthType, FunctionArn = '' }) => {
      if (AuthType === 'AWS_IAM') return { kind: 'impossible', by: [], why: 'its URL asks for AWS_IAM' } as const;
      if (AuthType !== 'NONE') return { kind: 'unknown', reason: `this version does not know AuthType=${AuthType ?? 'absent'}` } as const;
      return openedBy(FunctionArn, facts.functionPolicies, facts.scope.region);
    });
    const role = { source: 'lambda:ListFunctions', path: 'Role', value: summary.Role ?? null };
    const open = opened.find(({ kind }) => kind === 'possible');
    const doubt = opened.find(({ kind }) => kind === 'unknown');
    if (open === undefined && doubt === undefined) return pass('no URL of the function is open to everybody', evidence);
    const invokes = mayInvokeEndpoint(summary.Role, facts);
    if (invokes.kind === 'impossible') return notApplicable(`its role may invoke no endpoint: ${invokes.why}`, [role, ...evidence]);
    if (invokes.kind === 'unknown')
      return unknown(
        `cannot tell whether its role may invoke an endpoint: ${invokes.reason}`,
        [role, ...evidence],
        [],
        invokes.gap === undefined ? [] : [invokes.gap],
      );
    if (open?.kind !== 'possible') {
      return unknown(`cannot tell whether its URL is open to everybody: ${doubt?.kind === 'unknown' ? doubt.reason : ''}`, [
        role,
        ...evidence,
      ]);
    }
    const [first, ...others] = evidence;
    return fail(`anybody can call the function by its URL, and its role may use ${invokes.example.action} on ${invokes.example.resource}`, [
      first ?? role,
      ...others,
      { source: 'lambda:GetPolicy', path: sayStatements(open.by), value: 'lets everybody call the URL' },
      role,
      { source: 'iam:GetAccountAuthorizationDetails', path: sayStatements(invokes.by), value: invokes.example.action },
    ]);
  },
});

/**
 * Does the policy of the function let everybody use the URL? Those made since October 2025 ask for two permissions.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function openedBy(arn: string, policies: Fact<readonly FunctionPolicy[]>, region: string): Answer {
  const row = indexBy(need(policies), functionArnOf).get(arn);
  if (row === undefined) return { kind: 'unknown', reason: 'its policy was not read' };
  const { Policy } = need(row.detail);
  if (Policy === null) return { kind: 'impossible', by: [], why: 'the function has no policy, which lets nobody in' };
  const document = readPolicy(Policy, 'resource');
  const policy = { name: arn.split(':').slice(6).join(':'), document };
  const url = reachableByAnybody(policy, {
    action: 'lambda:InvokeFunctionUrl',
    resource: arn,
    region,
    says: { 'lambda:functionurlauthtype': 'NONE' },
  });
  if (url.kind !== 'possible') return url;
  const invoke = reachableByAnybody(policy, {
    action: 'lambda:InvokeFunction',
    resource: arn,
    region,
    says: { 'lambda:invokedviafunctionurl': 'true' },
  });
  return invoke.kind === 'impossible'
    ? {
        kind: 'unknown',
        reason: 'its policy grants lambda:InvokeFunctionUrl alone, which is enough only for URLs made before October 2025',
      }
    : invoke.kind === 'unknown'
      ? invoke
      : url;
}

const functionArnOf = ({ summary }: FunctionPolicy): string => summary.FunctionArn;
