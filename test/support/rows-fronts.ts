import type { Gap } from '../../src/core/gap.ts';
import { known, missing, type Fact } from '../../src/inventory/fact.ts';
import type { FunctionPolicy } from '../../src/inventory/sections/function-policies.ts';
import type { LambdaFunction } from '../../src/inventory/sections/functions.ts';
import type { HttpApi } from '../../src/inventory/sections/http-apis.ts';
import type { HttpIntegrations } from '../../src/inventory/sections/http-integrations.ts';
import type { ApiDomainName } from '../../src/inventory/sections/api-domain-names.ts';
import type { DeployedMethod, RestStages } from '../../src/inventory/sections/rest-stages.ts';
import type { RestApi, RestMethod } from '../../src/inventory/sections/rest-apis.ts';
import { account, region } from './rows.ts';

export function functionArn(name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

type Urls = Extract<LambdaFunction['detail'], { readonly known: true }>['value']['FunctionUrlConfigs'];

/** A function that runs as the role `predict`, with a URL of this AuthType, or none. */
export function lambdaFunction(name: string, url: 'NONE' | 'AWS_IAM' | 'no URL' | Gap): LambdaFunction {
  const summary = { FunctionName: name, FunctionArn: functionArn(name), Role: `arn:aws:iam::${account}:role/predict` };
  if (typeof url === 'object') return { summary, detail: missing(url) };
  const urls: Urls =
    url === 'no URL'
      ? []
      : [{ FunctionUrl: `https://${name}.lambda-url.${region}.on.aws/`, FunctionArn: functionArn(name), AuthType: url }];
  return { summary, detail: known({ FunctionUrlConfigs: urls }) };
}

/** The policy of a function: these statements, or none. */
export function functionPolicy(name: string, policy: readonly object[] | null | Gap): FunctionPolicy {
  const summary = { FunctionArn: functionArn(name) };
  if (policy === null) return { summary, detail: known({ Policy: null }) };
  if ('operation' in policy) return { summary, detail: missing(policy) };
  return { summary, detail: known({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) }) };
}

/** A regional REST API called `api` with these methods. */
export function restApi(methods: readonly RestMethod[] | Gap, given: Partial<RestApi['summary']> = {}): RestApi {
  const detail: Fact<{ readonly Methods: readonly RestMethod[] }> = 'operation' in methods ? missing(methods) : known({ Methods: methods });
  return { summary: { id: 'api', name: 'models', endpointConfiguration: { types: ['REGIONAL'] }, ...given }, detail };
}

/** What is deployed of the REST API called `api`: on each stage, these methods. */
export function restStages(stages: { readonly [stage: string]: readonly DeployedMethod[] | 'not told' }, gap?: Gap): RestStages {
  const told = Object.entries(stages).flatMap(([stage, Methods]) => (Methods === 'not told' ? [] : [{ id: `d-${stage}`, Methods }]));
  const Stages = Object.keys(stages).map((stageName) => ({ stageName, deploymentId: `d-${stageName}` }));
  return { summary: { restApiId: 'api', Stages }, detail: gap === undefined ? known({ Deployments: told }) : missing(gap) };
}

/** A domain name that leads to these stages of APIs. */
export function apiDomainName(
  mappings: readonly (readonly [api: string, stage: string])[] | Gap,
  given: Partial<ApiDomainName['summary']> = {},
): ApiDomainName {
  const summary = { DomainName: 'api.example.com', RoutingMode: 'API_MAPPING_ONLY' as const, ...given };
  if ('operation' in mappings) return { summary, detail: missing(mappings) };
  return { summary, detail: known({ ApiMappings: mappings.map(([ApiId, Stage]) => ({ ApiId, Stage })) }) };
}

type Routes = Extract<HttpApi['detail'], { readonly known: true }>['value']['Routes'];
type Integrations = Extract<HttpIntegrations['detail'], { readonly known: true }>['value']['Integrations'];

/** An HTTP API called `http` with these routes. */
export function httpApi(routes: Routes, given: Partial<HttpApi['summary']> = {}): HttpApi {
  return { summary: { ApiId: 'http', Name: 'models', ProtocolType: 'HTTP', ...given }, detail: known({ Routes: routes }) };
}

/** The integrations of the HTTP API called `http`. */
export function httpIntegrations(integrations: Integrations): HttpIntegrations {
  return { summary: { ApiId: 'http' }, detail: known({ Integrations: integrations }) };
}
