import type { SectionName } from '../src/inventory/sections.ts';
import type { RegionFixture } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { names, pages, type Counted } from './fewest.ts';

/** What is in a Region with one endpoint, without which nothing is asked: two calls, for its list and its description. */
const before = (given: RegionFixture): RegionFixture => ({ Endpoints: [build.endpoint('e')], ...given });
const arnOf = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const at = '2026-10-02T09:12:44.000Z';

/** So many functions, each with a URL that asks nobody who he is. */
const functions = (count: number): RegionFixture =>
  before({
    Functions: names(count, 'f').map((FunctionName) => ({ FunctionName, FunctionArn: arnOf(FunctionName) })),
    FunctionUrlConfigs: Object.fromEntries(
      names(count, 'f').map((name) => [
        name,
        [
          {
            FunctionUrl: `https://${name}.lambda-url.eu-west-1.on.aws/`,
            FunctionArn: arnOf(name),
            AuthType: 'NONE' as const,
            CreationTime: at,
            LastModifiedTime: at,
          },
        ],
      ]),
    ),
  });

const httpApis = (count: number): RegionFixture =>
  before({
    HttpApis: names(count, 'api').map((ApiId) => ({
      ApiId,
      Name: ApiId,
      ProtocolType: 'HTTP' as const,
      RouteSelectionExpression: '$request.path',
    })),
  });

/** REST APIs that call a function, each with one stage. */
const restApis = (count: number): RegionFixture =>
  before({
    RestApis: names(count, 'api').map((id) => ({ id, name: id })),
    RestApiResources: Object.fromEntries(
      names(count, 'api').map((id) => [
        id,
        [{ id: 'r', path: '/', resourceMethods: { POST: { httpMethod: 'POST', methodIntegration: { uri: arnOf('f') } } } }],
      ]),
    ),
    RestApiStages: Object.fromEntries(names(count, 'api').map((id) => [id, [{ stageName: 'prod', deploymentId: 'd' }]])),
    RestApiDeployments: Object.fromEntries(names(count, 'api').map((id) => [id, [{ id: 'd', apiSummary: {} }]])),
  });

const domainNames = (count: number): RegionFixture =>
  before({
    HttpApis: [
      {
        ApiId: 'api',
        Name: 'api',
        ProtocolType: 'HTTP' as const,
        RouteSelectionExpression: '$request.path',
        DisableExecuteApiEndpoint: true,
      },
    ],
    ApiDomainNames: names(count, 'n').map((name) => ({ DomainName: `${name}.example.com` })),
  });

export const countedFronts: { readonly [K in SectionName]?: Counted } = {
  functions: {
    fill: functions,
    fewest: (count) => 2 + pages(count, 50) + count,
    why: 'the endpoint; a list of 50; there is no list of all URLs',
  },
  functionPolicies: {
    fill: functions,
    fewest: (count) => 2 + pages(count, 50) + 2 * count,
    why: 'as above, and one call for each open URL',
  },
  restApis: {
    fill: (count) => before({ RestApis: names(count, 'api').map((id) => ({ id, name: id })) }),
    fewest: (count) => 2 + pages(count, 500) + count,
    why: 'the endpoint; a list of 500; the methods of each with one call',
  },
  httpApis: { fill: httpApis, fewest: (count) => 2 + pages(count, 100) + count, why: 'the endpoint; a list; the routes of each' },
  httpIntegrations: {
    fill: httpApis,
    fewest: (count) => 2 + pages(count, 100) + 2 * count,
    why: 'as above, and what the routes of each lead to',
  },
  restStages: {
    fill: restApis,
    fewest: (count) => 2 + pages(count, 500) + 3 * count,
    why: 'as the APIs, and for each that may lead to an endpoint its stages and what is deployed',
  },
  apiDomainNames: {
    fill: domainNames,
    fewest: (count) => 2 + 3 + pages(count, 100) + count,
    why: 'only where an API has its default address off: a list, and the mappings of each name',
  },
};
