import type { Evidence } from '../../core/evidence.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import { reachableByAnybody } from '../../iam/reachable-by-anybody.ts';
import type { Answer } from '../../iam/solve.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { mayLeadToEndpoint } from '../../inventory/may-lead-to-endpoint.ts';
import type { LambdaFunction } from '../../inventory/sections/functions.ts';
import type { HttpApi } from '../../inventory/sections/http-apis.ts';
import type { HttpIntegrations } from '../../inventory/sections/http-integrations.ts';
import type { RestApi } from '../../inventory/sections/rest-apis.ts';
import type { RestStages } from '../../inventory/sections/rest-stages.ts';
import type { ReadAnswer } from '../subjects/access-verdict.ts';
import { defineCheck, type Scope, type Subject } from '../check.ts';
import { apiAddresses } from '../subjects/api-addresses.ts';
import { backendOf, type Backend } from '../subjects/api-front.ts';
import { isAuthorized, liveMethods } from '../subjects/deployed-methods.ts';
import { executionFacts } from '../subjects/execution-callers.ts';
import { mayInvokeEndpoint } from '../subjects/invoking-role.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

/** Enough to see what has to be changed. */
const shown = 5;

type Api = { readonly kind: 'rest'; readonly api: RestApi } | { readonly kind: 'http'; readonly api: HttpApi };

/** One way into an API. */
interface Entry {
  /** Of a REST API, where it is known. */
  readonly stage?: string | undefined;
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
    'all its policies. An API key is no authorization. Methods count as they are deployed on a stage; what has none, or has its default address ' +
    'off and no domain name but such as ask for a certificate, nobody can call. Not looked at: what a function does with a request, and load ' +
    'balancers before functions.',
  remediation:
    'Change the method in place: `aws apigateway update-method --patch-operations op=replace,path=/authorizationType,value=AWS_IAM` and deploy ' +
    'the API again; for HTTP APIs `aws apigatewayv2 update-route --authorization-type AWS_IAM` (or `JWT`, `CUSTOM` with an authorizer).',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  ],
  needs: ['restApis', 'httpApis'],
  consults: ['httpIntegrations', 'restStages', 'apiDomainNames', 'functions', ...executionFacts],
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
    const entries = about.kind === 'rest' ? restEntries(about.api, facts) : httpEntries(about.api, facts.httpIntegrations);
    if (entries === undefined) {
      return pass('the API has no stage: nothing of it can be called', [{ source: 'apigateway:GetStages', path: 'item', value: null }]);
    }
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
    if (open.length === 0) {
      const [doubt] = doubts;
      if (doubt !== undefined) return unknown(`cannot tell whether an open method leads to an endpoint: ${doubt}`, [], [], gaps);
      const [kept] = entered.flatMap(({ policy }) => (policy.kind === 'impossible' ? [policy] : []));
      if (kept === undefined) return pass('no method or route without authorization leads to an endpoint of SageMaker');
      return pass(`the policy of the API keeps strangers out: ${kept.why}`, [
        { source: 'apigateway:GetRestApis', path: 'policy', value: kept.by.length === 0 ? kept.why : sayStatements(kept.by) },
      ]);
    }
    const addresses = isOff(about) ? apiAddresses(idOf(about), facts.apiDomainNames) : undefined;
    if (addresses?.kind === 'unknown') {
      return unknown(
        `its default address is off, and ${addresses.reason}`,
        open.map(({ entry }) => entry.evidence),
      );
    }
    if (addresses?.kind === 'closed') return closedVerdict(addresses.certified);
    const met = open.filter(({ entry: { stage } }) => stage === undefined || addresses === undefined || addresses.stages.has(stage));
    const [first] = met;
    if (first === undefined) {
      return pass('its default address is off, and its domain names lead to no stage on which a method is open', [
        { source: 'apigateway:GetApiMappings', path: 'Stage', value: [...(addresses?.stages ?? [])] },
      ]);
    }
    const by = addresses === undefined ? '' : ` by ${addresses.names.slice(0, 2).join(' and ')}`;
    const names = [...new Set(met.map(({ entry }) => entry.name))];
    const said = names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
    return fail(`anybody can call ${said}${by}, which may use ${first.invokes.example.action} on ${first.invokes.example.resource}`, [
      first.entry.evidence,
      ...met.slice(1, shown).map(({ entry }) => entry.evidence),
      { source: 'iam:GetAccountAuthorizationDetails', path: sayStatements(first.invokes.by), value: first.invokes.example.action },
    ]);
  },
});

/** An API whose default address is off, without another that anybody can use. */
function closedVerdict(certified: readonly string[]): Verdict {
  if (certified.length === 0) {
    return pass('its default address is off, and no domain name leads to it', [
      { source: 'apigateway:GetApiMappings', path: 'ApiId', value: null },
    ]);
  }
  return pass('its default address is off, and its domain names ask for a certificate of the caller', [
    { source: 'apigateway:GetDomainNames', path: 'MutualTlsAuthentication', value: [...certified] },
  ]);
}

/** Is the address that every API has switched off? https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html */
function isOff({ kind, api }: Api): boolean {
  return kind === 'rest' ? api.summary.disableExecuteApiEndpoint === true : api.summary.DisableExecuteApiEndpoint === true;
}

function idOf({ kind, api }: Api): string {
  return (kind === 'rest' ? api.summary.id : api.summary.ApiId) ?? '';
}

/** Methods that ask for no authorization, as they are deployed; undefined where nothing is. */
function restEntries(api: RestApi, { restStages }: { readonly restStages: Fact<readonly RestStages[]> }): readonly Entry[] | undefined {
  const { Methods } = need(api.detail);
  if (!mayLeadToEndpoint(api)) return [];
  const live = liveMethods(api.summary.id ?? '', Methods, restStages);
  if (live.kind === 'nowhere') return undefined;
  return live.methods.flatMap((found): readonly Entry[] => {
    if (isAuthorized(found)) return [];
    const { method, authorizationType, deployed } = found;
    const name = `${method.httpMethod ?? ''} ${method.path}`;
    const value = authorizationType ?? null;
    return [
      {
        name,
        stage: deployed?.stage,
        evidence:
          deployed === undefined
            ? { source: 'apigateway:GetResources', path: `${name}: authorizationType`, value }
            : { source: 'apigateway:GetDeployment', path: `${deployed.stage}, ${deployed.deployment}: ${name}: authorizationType`, value },
        backend: backendOf(method.methodIntegration?.uri, method.methodIntegration?.credentials),
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
