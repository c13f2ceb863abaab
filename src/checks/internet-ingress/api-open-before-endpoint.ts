import type { Evidence } from '../../core/evidence.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import { reachableByAnybody } from '../../iam/reachable-by-anybody.ts';
import type { Answer } from '../../iam/solve.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { LambdaFunction } from '../../inventory/sections/functions.ts';
import type { HttpApi } from '../../inventory/sections/http-apis.ts';
import type { HttpIntegrations } from '../../inventory/sections/http-integrations.ts';
import type { RestApi } from '../../inventory/sections/rest-apis.ts';
import type { ReadAnswer } from '../subjects/access-verdict.ts';
import { defineCheck, type Scope, type Subject } from '../check.ts';
import { backendOf, type Backend } from '../subjects/api-front.ts';
import { executionFacts } from '../subjects/execution-callers.ts';
import { mayInvokeEndpoint } from '../subjects/invoking-role.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

/** Enough to see what has to be changed. */
const shown = 5;

type Api = { readonly kind: 'rest'; readonly api: RestApi } | { readonly kind: 'http'; readonly api: HttpApi };

/** One way into an API. */
interface Entry {
  readonly evidence: Evidence;
  /** `GET /predict`. */
  readonly name: string;
  readonly backend: Backend;
}

export default defineCheck({
  id: 'api-open-before-endpoint',
  title: 'API without authorization leads to an endpoint of SageMaker',
  severity: 'high',
  family: 'internet-ingress',
  requirements: ['ING-5'],
  controls: [],
  description:
    'A method or route of API Gateway that asks for no authorization, and calls an endpoint with a role of its own or a function whose role may ' +
    'invoke endpoints, is a door from the internet to a model that stands in a closed VPC. Looked at: REST APIs that are not private, with their ' +
    'policies, HTTP and WebSocket APIs, and what their methods and routes lead to; whether the role may invoke an endpoint is worked out from ' +
    'all its policies. An API key is no authorization. Not looked at: what a function does with a request, and load balancers before functions.',
  remediation:
    'Change the method in place: `aws apigateway update-method --patch-operations op=replace,path=/authorizationType,value=AWS_IAM` and deploy ' +
    'the API again; for HTTP APIs `aws apigatewayv2 update-route --authorization-type AWS_IAM` (or `JWT`, `CUSTOM` with an authorizer).',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  ],
  needs: ['restApis', 'httpApis'],
  consults: ['httpIntegrations', 'functions', ...executionFacts],
  *resources({ restApis, httpApis, scope }): Generator<Fact<Subject<Api>>, void> {
    const { partition, account, region } = scope;
    for (const api of restApis) {
      const { id = '' } = api.summary;
      const arn = `arn:${partition}:apigateway:${region}::/restapis/${id}`;
      yield known({ resource: { type: 'AWS::ApiGateway::RestApi', name: id, arn, account, region }, about: { kind: 'rest', api } });
    }
    for (const api of httpApis) {
      const { ApiId = '' } = api.summary;
      const arn = `arn:${partition}:apigateway:${region}::/apis/${ApiId}`;
      yield known({ resource: { type: 'AWS::ApiGatewayV2::Api', name: ApiId, arn, account, region }, about: { kind: 'http', api } });
    }
  },
  evaluate(about, facts): Verdict {
    if (about.kind === 'rest') {
      const { endpointConfiguration: configuration } = about.api.summary;
      const types = configuration?.types ?? [];
      if (types.length > 0 && types.every((type) => type === 'PRIVATE')) {
        return notApplicable('the API is private', [
          { source: 'apigateway:GetRestApis', path: 'endpointConfiguration.types', value: [...types] },
        ]);
      }
    }
    const entries = about.kind === 'rest' ? restEntries(about.api) : httpEntries(about.api, facts.httpIntegrations);
    const judged = entries.map((entry) => ({ entry, invokes: invokesBy(entry.backend, facts) }));
    const doubts = judged.flatMap(({ entry, invokes }) => (invokes?.kind === 'unknown' ? [`${entry.name}: ${invokes.reason}`] : []));
    const gaps = judged.flatMap(({ invokes }) => (invokes?.gap === undefined ? [] : [invokes.gap]));
    const leading = judged.flatMap(({ entry, invokes }) => (invokes?.kind === 'possible' ? [{ entry, invokes }] : []));
    const entered = leading.map((each) => ({
      ...each,
      policy: about.kind === 'rest' ? policyFor(each.entry, about.api, facts.scope) : everybody,
    }));
    doubts.push(...entered.flatMap(({ entry, policy }) => (policy.kind === 'unknown' ? [`${entry.name}: ${policy.reason}`] : [])));
    const open = entered.filter(({ policy }) => policy.kind === 'possible');
    const [first] = open;
    if (first === undefined) {
      const [doubt] = doubts;
      if (doubt !== undefined) return unknown(`cannot tell whether an open method leads to an endpoint: ${doubt}`, [], [], gaps);
      const [kept] = entered.flatMap(({ policy }) => (policy.kind === 'impossible' ? [policy] : []));
      if (kept === undefined) return pass('no method or route without authorization leads to an endpoint of SageMaker');
      return pass(`the policy of the API keeps strangers out: ${kept.why}`, [
        { source: 'apigateway:GetRestApis', path: 'policy', value: kept.by.length === 0 ? kept.why : sayStatements(kept.by) },
      ]);
    }
    const off = about.kind === 'rest' ? about.api.summary.disableExecuteApiEndpoint : about.api.summary.DisableExecuteApiEndpoint;
    if (off === true) {
      return unknown('its default address is off, and whether it has a domain name of its own is not read', [first.entry.evidence]);
    }
    const names = open.map(({ entry }) => entry.name);
    const said = names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
    return fail(`anybody can call ${said}, which may use ${first.invokes.example.action} on ${first.invokes.example.resource}`, [
      first.entry.evidence,
      ...open.slice(1, shown).map(({ entry }) => entry.evidence),
      { source: 'iam:GetAccountAuthorizationDetails', path: sayStatements(first.invokes.by), value: first.invokes.example.action },
    ]);
  },
});

/** Methods that ask for no authorization. https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
function restEntries({ detail }: RestApi): readonly Entry[] {
  return need(detail).Methods.flatMap(({ path, httpMethod = '', authorizationType, methodIntegration }): readonly Entry[] => {
    if (authorizationType !== undefined && authorizationType !== 'NONE') return [];
    const name = `${httpMethod} ${path}`;
    return [
      {
        name,
        evidence: { source: 'apigateway:GetResources', path: `${name}: authorizationType`, value: authorizationType ?? null },
        backend: backendOf(methodIntegration?.uri, methodIntegration?.credentials),
      },
    ];
  });
}

/** Routes that ask for no authorization; of a WebSocket API all hang on who may connect. */
function httpEntries({ summary, detail }: HttpApi, integrations: Fact<readonly HttpIntegrations[]>): readonly Entry[] {
  const { Routes } = need(detail);
  const isOpen = ({ AuthorizationType }: (typeof Routes)[number]): boolean =>
    AuthorizationType === undefined || AuthorizationType === 'NONE';
  const connect = Routes.find(({ RouteKey }) => RouteKey === '$connect');
  const socket = summary.ProtocolType === 'WEBSOCKET';
  if (socket && connect !== undefined && !isOpen(connect)) return [];
  const open = socket ? Routes : Routes.filter(isOpen);
  if (open.length === 0) return [];
  const row = need(integrations).find(({ summary: { ApiId } }) => ApiId === summary.ApiId);
  const byId = new Map((row === undefined ? [] : need(row.detail).Integrations).map((each) => [each.IntegrationId, each]));
  return open.map(({ RouteKey = '', AuthorizationType, Target = '' }) => {
    const integration = byId.get(Target.replace(/^integrations\//, ''));
    return {
      name: RouteKey,
      evidence: { source: 'apigateway:GetRoutes', path: `${RouteKey}: AuthorizationType`, value: AuthorizationType ?? null },
      backend: backendOf(integration?.IntegrationUri, integration?.CredentialsArn),
    };
  });
}

type Facts = Parameters<typeof mayInvokeEndpoint>[1] & { readonly functions: Fact<readonly LambdaFunction[]> };

/** May what stands behind an entry invoke an endpoint? Undefined where it has nothing to do with any. */
function invokesBy(backend: Backend, facts: Facts): ReadAnswer | undefined {
  switch (backend.kind) {
    case 'endpoint':
      return mayInvokeEndpoint(backend.roleArn, facts);
    case 'function': {
      const [, , , region, account] = backend.arn.split(':');
      if (account !== facts.scope.account || region !== facts.scope.region)
        return { kind: 'unknown', reason: `${backend.arn} is in another account or Region` };
      const found = indexBy(need(facts.functions), ({ summary }: LambdaFunction) => summary.FunctionArn).get(backend.arn);
      // What it calls is gone, and so does nothing.
      return found === undefined ? undefined : mayInvokeEndpoint(found.summary.Role, facts);
    }
    case 'unknown':
      return { kind: 'unknown', reason: backend.reason };
    case 'other':
    default:
      return undefined;
  }
}

/** Without a policy an API lets in everybody. */
const everybody = { kind: 'possible' } as const;

/**
 * Does the policy of a REST API let anybody in to one of its methods?
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
function policyFor(
  { name }: Entry,
  { summary: { id = '', policy } }: RestApi,
  { partition, account, region }: Scope,
): Answer | typeof everybody {
  if (policy === undefined || policy === '') return everybody;
  const base = `arn:${partition}:execute-api:${region}:${account}:${id}/`;
  // People write it short, and API Gateway reads it so.
  const document = readPolicy(policy.replaceAll('"execute-api:/', `"${base}`), 'resource');
  const [method = '', path = ''] = name.split(' ');
  // A method ANY takes every one, and a parameter in the path any text.
  const resource = `${base}*/${method === 'ANY' ? '*' : method}${path.replaceAll(/\{[^}]*\}/g, '*')}`;
  return reachableByAnybody({ name: id, document }, { action: 'execute-api:Invoke', resource, region });
}
