import { AwsError } from './aws-error.ts';
import { cutList, type ListParts } from './cut-list.ts';
import { text, type Answer, type Call, type Handler } from './handler.ts';

const regionOf = (call: Call) => call.account.regions[call.region] ?? {};
const markers = { asked: 'Marker', given: 'NextMarker' };
const positions = { asked: 'position', given: 'position' };
const tokens = { asked: 'NextToken', given: 'NextToken' };

/** Fifty at most, whatever is asked for. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const functionParts = (member: string): ListParts => ({ member, size: { name: 'MaxItems', min: 1, max: 50, usual: 50 }, token: markers });
/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html */
const restParts: ListParts = { member: 'items', size: { name: 'limit', min: 1, max: 500, usual: 25 }, token: positions };
const httpParts: ListParts = { member: 'Items', size: { name: 'MaxResults', min: 1, max: 500, usual: 100 }, token: tokens };

function functionUrls(call: Call): Answer {
  const name = text(call.input, 'FunctionName') ?? '';
  const { Functions = [], FunctionUrlConfigs = {} } = regionOf(call);
  if (!Functions.some(({ FunctionName }) => FunctionName === name))
    throw new AwsError('ResourceNotFoundException', `Function not found: ${name}`, 404);
  return cutList(call, FunctionUrlConfigs[name] ?? [], functionParts('FunctionUrlConfigs'));
}

/** A function without a policy is answered for like one that is not there. */
function functionPolicy(call: Call): Answer {
  const Policy = regionOf(call).FunctionPolicies?.[text(call.input, 'FunctionName') ?? ''];
  if (Policy === undefined) throw new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
  return { Policy, RevisionId: '5b2f0c1e-0d7a-4a53-9a55-0a1b2c3d4e5f' };
}

/** A policy comes as a JSON string without its quotation marks. */
function restApis(call: Call): Answer {
  const apis = (regionOf(call).RestApis ?? []).map((api) =>
    api.policy === undefined ? api : { ...api, policy: JSON.stringify(api.policy).slice(1, -1) },
  );
  return cutList(call, apis, restParts);
}

/** Without `embed` a resource names its methods and says nothing of them. */
function restResources(call: Call): Answer {
  const id = text(call.input, 'restApiId') ?? '';
  const { RestApis = [], RestApiResources = {} } = regionOf(call);
  if (!RestApis.some((api) => api.id === id)) throw new AwsError('NotFoundException', 'Invalid API identifier specified', 404);
  const embedded = Array.isArray(call.input['embed']) && call.input['embed'].includes('methods');
  const resources = (RestApiResources[id] ?? []).map((resource) =>
    embedded || resource.resourceMethods === undefined
      ? resource
      : { ...resource, resourceMethods: Object.fromEntries(Object.keys(resource.resourceMethods).map((method) => [method, {}])) },
  );
  return cutList(call, resources, restParts);
}

function known(call: Call): string {
  const id = text(call.input, 'restApiId') ?? '';
  if (!(regionOf(call).RestApis ?? []).some((api) => api.id === id))
    throw new AwsError('NotFoundException', 'Invalid API identifier specified', 404);
  return id;
}

/** Without `embed` a deployment says nothing of the API that it is of. */
function restDeployment(call: Call): Answer {
  const found = (regionOf(call).RestApiDeployments?.[known(call)] ?? []).find(({ id }) => id === text(call.input, 'deploymentId'));
  if (found === undefined) throw new AwsError('NotFoundException', 'Invalid Deployment identifier specified', 404);
  const { apiSummary, ...rest } = found;
  const embedded = Array.isArray(call.input['embed']) && call.input['embed'].includes('apisummary');
  return { ...rest, ...(embedded && apiSummary !== undefined ? { apiSummary } : {}) };
}

function ofHttpApi(member: 'HttpApiRoutes' | 'HttpApiIntegrations'): Handler {
  return (call) => {
    const id = text(call.input, 'ApiId') ?? '';
    if (!(regionOf(call).HttpApis ?? []).some(({ ApiId }) => ApiId === id))
      throw new AwsError('NotFoundException', 'Invalid API identifier specified', 404);
    return cutList(call, regionOf(call)[member]?.[id] ?? [], httpParts);
  };
}

/** The operations of Lambda and API Gateway that an audit asks for. */
export const frontOperations: Readonly<Record<string, Handler>> = {
  'lambda:ListFunctions': (call) => cutList(call, regionOf(call).Functions ?? [], functionParts('Functions')),
  'lambda:ListFunctionUrlConfigs': functionUrls,
  'lambda:GetPolicy': functionPolicy,
  'apigateway:GetRestApis': restApis,
  'apigateway:GetResources': restResources,
  'apigateway:GetStages': (call) => ({ item: regionOf(call).RestApiStages?.[known(call)] ?? [] }),
  'apigateway:GetDeployment': restDeployment,
  'apigatewayv2:GetDomainNames': (call) => cutList(call, regionOf(call).ApiDomainNames ?? [], httpParts),
  'apigatewayv2:GetApiMappings': (call) =>
    cutList(call, regionOf(call).ApiMappings?.[text(call.input, 'DomainName') ?? ''] ?? [], httpParts),
  'apigatewayv2:GetApis': (call) => cutList(call, regionOf(call).HttpApis ?? [], httpParts),
  'apigatewayv2:GetRoutes': ofHttpApi('HttpApiRoutes'),
  'apigatewayv2:GetIntegrations': ofHttpApi('HttpApiIntegrations'),
};
