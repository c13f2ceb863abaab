import { isRecord } from '../expectation.ts';
import { eachKnown, need } from '../fact.ts';
import { apiDomainNameShape, apiMappingShape, type ApiDomainName } from '../sections/api-domain-names.ts';
import { functionUrlShape } from '../sections/functions.ts';
import { httpApiShape, httpRouteShape, type HttpApi } from '../sections/http-apis.ts';
import { httpIntegrationShape } from '../sections/http-integrations.ts';
import { restApiShape, restMethodShape, type RestApi } from '../sections/rest-apis.ts';
import { restSnapshotShape, restStageShape, type RestStages } from '../sections/rest-stages.ts';
import { unescapedPolicy } from '../unescaped-policy.ts';
import { objectsIn } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import type { Explain, NamedRow, Unit } from './section-reader.ts';
import { joinedPages, firstPart } from './settle.ts';
import { keep, type FileContext, type ListSource, type Source } from './source.ts';
import { placeBy, type Told } from './told.ts';

/** What stands before an endpoint: functions with URLs, and APIs. */

/** The answer to list-function-url-configs, which names the function in each URL, and nowhere where there is none. */
const functionUrls: Source = {
  keys: ['FunctionUrlConfigs'],
  fileName: 'the name of the function, where it has no URL',
  read(answer, file) {
    const urls = objectsIn(answer, 'FunctionUrlConfigs');
    if (urls === undefined) return undefined;
    const FunctionName = textOf(urls[0] ?? {}, 'FunctionArn')?.split(':')[6] ?? file.stem;
    const value = { FunctionUrlConfigs: urls.map((url) => keep(url, functionUrlShape)) };
    return [{ id: FunctionName, value, summary: { FunctionName }, place: placeBy(FunctionName) }];
  },
};

export const urlsOfFunction: Explain = {
  operation: 'lambda:ListFunctionUrlConfigs',
  details: [functionUrls],
  settle: joinedPages('FunctionUrlConfigs'),
  by: ['FunctionName'],
};

/** The answer to lambda get-policy: what a function's policy is about is that function. */
const functionPolicyAnswer: Source = {
  keys: ['Policy', 'RevisionId'],
  read(answer) {
    const Policy = textOf(answer, 'Policy');
    const id = /"Resource":\s*"(arn:[a-z0-9-]+:lambda:[^"]+)"/.exec(Policy ?? '')?.[1];
    if (id === undefined || textOf(answer, 'RevisionId') === undefined) return undefined;
    return [{ id, value: { Policy }, summary: { FunctionArn: id }, place: placeBy(id) }];
  },
};

export const policyOfFunction: Explain = {
  operation: 'lambda:GetPolicy',
  details: [functionPolicyAnswer],
  settle: firstPart,
  by: ['FunctionArn'],
  names: openFunctions,
};

function openFunctions({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('functions')).map(({ detail }) => detail))];
  return details.flatMap(({ FunctionUrlConfigs }) =>
    FunctionUrlConfigs.flatMap(({ AuthType, FunctionArn = '' }) =>
      AuthType === 'AWS_IAM' ? [] : [{ id: FunctionArn, summary: { FunctionArn } }],
    ),
  );
}

/** Rows under a key that many answers have, told apart by what the rows hold. */
function rowsWith(answer: JsonObject, key: string, members: readonly string[]): readonly JsonObject[] | undefined {
  const rows = objectsIn(answer, key);
  const fits = (row: JsonObject) => members.every((member) => textOf(row, member) !== undefined);
  return rows === undefined || rows.length === 0 || !rows.every(fits) ? undefined : rows;
}

/** The answer to get-rest-apis. */
export const restApiList: ListSource & { readonly row?: RestApi['summary'] } = {
  keys: ['items'],
  ids: ['id'],
  shape: restApiShape,
  read: (answer) =>
    rowsWith(answer, 'items', ['id', 'name'])?.flatMap((api) => {
      if (!isRecord(api['endpointConfiguration'])) return [];
      const policy = textOf(api, 'policy');
      const value = keep(policy === undefined ? api : { ...api, policy: unescapedPolicy(policy) }, restApiShape);
      return [{ id: textOf(api, 'id') ?? '', value, place: placeBy(textOf(api, 'id') ?? '') }];
    }),
};

/** The answer to get-resources with embedded methods, which does not say which API it is of. */
const restResources: Source = {
  keys: ['items'],
  fileName: 'a1b2c3d4e5',
  read: (answer, file) => {
    const resources = rowsWith(answer, 'items', ['id', 'path']);
    return resources === undefined ? undefined : ofApi(file, 'id', { Methods: resources.flatMap(methodsIn) });
  },
};

function methodsIn(resource: JsonObject): readonly object[] {
  const methods = isRecord(resource['resourceMethods']) ? Object.entries(resource['resourceMethods']) : [];
  const path = textOf(resource, 'path') ?? '';
  return methods.map(([httpMethod, method]) => ({
    path,
    ...keep({ httpMethod, ...(isRecord(method) ? method : {}) }, restMethodShape),
  }));
}

export const methodsOfRestApi: Explain = {
  operation: 'apigateway:GetResources',
  details: [restResources],
  settle: joinedPages('Methods'),
  by: ['id'],
  arn: (id, { partition, region }) => `arn:${partition}:apigateway:${region}::/restapis/${id}`,
};

/** The answer to apigatewayv2 get-apis. */
export const httpApiList: ListSource & { readonly row?: HttpApi['summary'] } = {
  keys: ['Items'],
  ids: ['ApiId'],
  shape: httpApiShape,
  read: (answer) =>
    rowsWith(answer, 'Items', ['ApiId', 'ProtocolType'])?.map((api) => {
      const id = textOf(api, 'ApiId') ?? '';
      return { id, value: keep(api, httpApiShape), place: placeBy(id) };
    }),
};

const httpRoutes: Source = {
  keys: ['Items'],
  fileName: 'a1b2c3d4e5',
  read: (answer, file) => {
    const routes = rowsWith(answer, 'Items', ['RouteId', 'RouteKey']);
    return routes === undefined ? undefined : ofApi(file, 'ApiId', { Routes: routes.map((route) => keep(route, httpRouteShape)) });
  },
};

export const routesOfHttpApi: Explain = {
  operation: 'apigateway:GetRoutes',
  details: [httpRoutes],
  settle: joinedPages('Routes'),
  by: ['ApiId'],
  arn: (id, { partition, region }) => `arn:${partition}:apigateway:${region}::/apis/${id}`,
};

const httpIntegrations: Source = {
  keys: ['Items'],
  fileName: 'a1b2c3d4e5',
  read: (answer, file) => {
    const integrations = rowsWith(answer, 'Items', ['IntegrationId', 'IntegrationType']);
    if (integrations === undefined) return undefined;
    return ofApi(file, 'ApiId', { Integrations: integrations.map((integration) => keep(integration, httpIntegrationShape)) });
  },
};

export const integrationsOfHttpApi: Explain = {
  operation: 'apigateway:GetIntegrations',
  details: [httpIntegrations],
  settle: joinedPages('Integrations'),
  by: ['ApiId'],
  arn: (id, { partition, region }) => `arn:${partition}:apigateway:${region}::/apis/${id}`,
  names: ({ fact }) => need(fact('httpApis')).map(({ summary: { ApiId = '' } }) => ({ id: ApiId, summary: { ApiId } })),
};

/** The answer to get-stages, which does not say which API it is of. */
export const restStageList: ListSource & { readonly row?: RestStages['summary'] } = {
  keys: ['item'],
  ids: ['restApiId'],
  shape: restStageShape,
  fileName: 'a1b2c3d4e5',
  read: (answer, file) => {
    const stages = rowsWith(answer, 'item', ['stageName']);
    const id = stages === undefined ? undefined : apiIn(file);
    if (stages === undefined || id === undefined) return undefined;
    return [{ id, value: { restApiId: id, Stages: stages.map((stage) => keep(stage, restStageShape)) }, place: placeBy(id) }];
  },
};

/** The answer to get-deployment with an embedded summary. */
const restDeployment: Source = {
  keys: ['id', 'apiSummary'],
  fileName: 'a1b2c3d4e5',
  read: (answer, file) => {
    const [id, apiSummary] = [textOf(answer, 'id'), answer['apiSummary']];
    if (id === undefined || !isRecord(apiSummary)) return undefined;
    const Methods = Object.entries(apiSummary).flatMap(([path, methods]) =>
      Object.entries(isRecord(methods) ? methods : {}).map(([httpMethod, method]) => ({
        path,
        httpMethod,
        ...keep(isRecord(method) ? method : {}, restSnapshotShape),
      })),
    );
    return ofApi(file, 'restApiId', { Deployments: [{ id, Methods }] });
  },
};

export const deploymentsOfRestApi: Explain = {
  operation: 'apigateway:GetDeployment',
  details: [restDeployment],
  settle: joinedPages('Deployments'),
  by: ['restApiId'],
  arn: (id, { partition, region }) => `arn:${partition}:apigateway:${region}::/restapis/${id}`,
};

/** The answer to apigatewayv2 get-domain-names. */
export const domainNameList: ListSource & { readonly row?: ApiDomainName['summary'] } = {
  keys: ['Items'],
  ids: ['DomainName'],
  shape: apiDomainNameShape,
  read: (answer) =>
    rowsWith(answer, 'Items', ['DomainName'])?.map((name) => {
      const id = textOf(name, 'DomainName') ?? '';
      return { id, value: keep(name, apiDomainNameShape), place: placeBy(id) };
    }),
};

/** The answer to get-api-mappings, which does not say which domain name it is of. */
const apiMappings: Source = {
  keys: ['Items'],
  fileName: 'api.example.com',
  read: (answer, { stem }) => {
    const mappings = rowsWith(answer, 'Items', ['ApiMappingId', 'Stage']);
    const id = /[a-z0-9*-]+(\.[a-z0-9-]+)+/.exec(stem)?.[0];
    if (mappings === undefined || id === undefined) return undefined;
    const value = { ApiMappings: mappings.map((mapping) => keep(mapping, apiMappingShape)) };
    return [{ id, value, summary: { DomainName: id }, place: placeBy(id) }];
  },
};

export const mappingsOfDomainName: Explain = {
  operation: 'apigateway:GetApiMappings',
  details: [apiMappings],
  settle: joinedPages('ApiMappings'),
  by: ['DomainName'],
  arn: (id, { partition, region }) => `arn:${partition}:apigateway:${region}::/domainnames/${id}`,
};

/** Only the file's name tells the API; where it does not, the file is of no use. */
function ofApi(file: FileContext, member: string, value: object): readonly Told[] | undefined {
  const id = apiIn(file);
  return id === undefined ? undefined : [{ id, value, summary: { [member]: id }, place: placeBy(id) }];
}

function apiIn({ stem }: FileContext): string | undefined {
  return /(?<![a-z0-9])[a-z0-9]{10}(?![a-z0-9])/.exec(stem)?.[0];
}
