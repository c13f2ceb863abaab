import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SectionName } from '../../src/inventory/sections.ts';
import { unescapedPolicy } from '../../src/inventory/unescaped-policy.ts';
import type { AccountFixture, RegionFixture } from '../support/aws/account.ts';
import { accountOf, endpoint } from '../support/aws/build-account.ts';
import { collected } from '../support/collected.ts';

afterEach(() => vi.unstubAllEnvs());

const sections: readonly SectionName[] = [
  'functions',
  'functionPolicies',
  'restApis',
  'httpApis',
  'httpIntegrations',
  'restStages',
  'apiDomainNames',
];
const front = (calls: readonly string[]) => calls.filter((call) => /^(lambda|apigateway):/.test(call)).sort();
const arnOf = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"}]}';

const functionNamed = (FunctionName: string) => ({
  FunctionName,
  FunctionArn: arnOf(FunctionName),
  Role: 'arn:aws:iam::111122223333:role/front',
  Environment: { Variables: { TOKEN: 'not-a-secret' } },
});
const urlOf = (name: string, AuthType: 'NONE' | 'AWS_IAM', alias = '') => ({
  FunctionUrl: `https://${name}.lambda-url.eu-west-1.on.aws/`,
  FunctionArn: `${arnOf(name)}${alias}`,
  CreationTime: '2026-10-02T09:12:44.000Z',
  LastModifiedTime: '2026-10-02T09:12:44.000Z',
  AuthType,
});

const account = (given: RegionFixture): AccountFixture => accountOf({ 'eu-west-1': { Endpoints: [endpoint('e')], ...given } });

describe('what may stand before an endpoint', () => {
  it('is not asked about where there is no endpoint', async () => {
    const { calls, record } = await collected(accountOf({ 'eu-west-1': { Functions: [functionNamed('f')] } }), sections);
    expect(front(calls)).toEqual([]);
    for (const section of sections) expect(record(section).fact).toEqual({ known: true, value: [] });
  });

  it('is asked about where nobody could read the endpoints', async () => {
    const { rows } = await collected(account({ Functions: [functionNamed('f')] }), sections, {
      faults: [{ kind: 'access-denied', operation: 'sagemaker:ListEndpoints' }],
    });
    expect(rows('functions').map(({ summary }) => summary.FunctionName)).toEqual(['f']);
  });

  it('costs three calls where there is nothing', async () => {
    const { calls } = await collected(account({}), sections);
    expect(front(calls)).toEqual(['apigateway:GetApis', 'apigateway:GetRestApis', 'lambda:ListFunctions']);
  });
});

describe('functions', () => {
  it('have their URLs and roles, and nothing of their environment', async () => {
    const Functions = Array.from({ length: 51 }, (_, at) => functionNamed(`f-${at}`));
    const { rows, inputs } = await collected(account({ Functions, FunctionUrlConfigs: { 'f-50': [urlOf('f-50', 'AWS_IAM')] } }), sections);
    expect(rows('functions')).toHaveLength(51);
    expect(rows('functions')[50]).toEqual({
      summary: { FunctionName: 'f-50', FunctionArn: arnOf('f-50'), Role: 'arn:aws:iam::111122223333:role/front' },
      detail: {
        known: true,
        value: {
          FunctionUrlConfigs: [
            { FunctionUrl: 'https://f-50.lambda-url.eu-west-1.on.aws/', FunctionArn: arnOf('f-50'), AuthType: 'AWS_IAM' },
          ],
        },
      },
    });
    expect(inputs('lambda:ListFunctions').map(({ MaxItems }) => MaxItems)).toEqual([50, 50]);
  });

  it('whose URL asks nobody who he is have their policy, of the alias where the URL is the alias’s', async () => {
    const { rows, inputs } = await collected(
      account({
        Functions: [functionNamed('open'), functionNamed('shut'), functionNamed('bare')],
        FunctionUrlConfigs: {
          open: [urlOf('open', 'NONE', ':live')],
          shut: [urlOf('shut', 'AWS_IAM')],
          bare: [urlOf('bare', 'NONE')],
        },
        FunctionPolicies: { [`${arnOf('open')}:live`]: policy },
      }),
      sections,
    );
    expect(rows('functionPolicies')).toEqual([
      { summary: { FunctionArn: arnOf('bare') }, detail: { known: true, value: { Policy: null } } },
      { summary: { FunctionArn: `${arnOf('open')}:live` }, detail: { known: true, value: { Policy: policy } } },
    ]);
    expect(inputs('lambda:GetPolicy').map(({ Qualifier }) => Qualifier)).toEqual([undefined, 'live']);
  });

  it('of which the URLs could not be read may have an open one', async () => {
    const { fact } = await collected(account({ Functions: [functionNamed('f')] }), sections, {
      faults: [{ kind: 'access-denied', operation: 'lambda:ListFunctionUrlConfigs' }],
    });
    expect(fact('functionPolicies')).toMatchObject({ known: false, gap: { operation: 'lambda:ListFunctionUrlConfigs' } });
  });
});

describe('REST APIs', () => {
  const api = { id: 'a1b2c3d4e5', name: 'quotes', endpointConfiguration: { types: ['REGIONAL' as const] }, policy };
  const method = {
    httpMethod: 'POST',
    authorizationType: 'NONE',
    apiKeyRequired: false,
    methodIntegration: {
      type: 'AWS' as const,
      uri: 'arn:aws:apigateway:eu-west-1:runtime.sagemaker:path//endpoints/e/invocations',
      credentials: 'arn:r',
    },
  };

  it('have the methods of all their paths, with what these lead to, and their policy as JSON', async () => {
    const resources = Array.from({ length: 501 }, (_, at) => ({ id: `r${at}`, path: `/p${at}`, resourceMethods: { POST: method } }));
    const { rows, inputs } = await collected(account({ RestApis: [api], RestApiResources: { [api.id]: resources } }), sections);
    const [row] = rows('restApis');
    expect(row?.summary).toEqual(api);
    const methods = rows('restApis').flatMap(({ detail }) => (detail.known ? detail.value.Methods : []));
    expect(methods).toHaveLength(501);
    expect(methods[0]).toEqual({ path: '/p0', ...method });
    expect(inputs('apigateway:GetResources').map(({ embed, limit }) => [embed, limit])).toEqual([
      [['methods'], 500],
      [['methods'], 500],
    ]);
  });

  it('that may lead to an endpoint have what is deployed of them, canaries too', async () => {
    const apiSummary = { '/p': { POST: { authorizationType: 'NONE', apiKeyRequired: false } } };
    const RestApiResources = { [api.id]: [{ id: 'r', path: '/p', resourceMethods: { POST: method } }] };
    const { rows, inputs } = await collected(
      account({
        RestApis: [api, { ...api, id: 'f6g7h8i9j0' }],
        RestApiResources,
        RestApiStages: {
          [api.id]: [
            {
              stageName: 'prod',
              deploymentId: 'd1',
              canarySettings: { deploymentId: 'd2', percentTraffic: 5 },
              variables: { key: 'secret' },
            },
            { stageName: 'dev', deploymentId: 'd1' },
          ],
        },
        RestApiDeployments: { [api.id]: [{ id: 'd1', apiSummary }, { id: 'd2' }] },
      }),
      sections,
    );
    expect(rows('restStages')).toEqual([
      {
        summary: {
          restApiId: api.id,
          Stages: [
            { stageName: 'prod', deploymentId: 'd1', canarySettings: { deploymentId: 'd2' } },
            { stageName: 'dev', deploymentId: 'd1' },
          ],
        },
        detail: {
          known: true,
          value: {
            Deployments: [
              { id: 'd1', Methods: [{ path: '/p', httpMethod: 'POST', authorizationType: 'NONE', apiKeyRequired: false }] },
              { id: 'd2', Methods: [] },
            ],
          },
        },
      },
    ]);
    expect(inputs('apigateway:GetDeployment').map(({ embed }) => embed)).toEqual([['apisummary'], ['apisummary']]);
  });

  it('that are private, or lead elsewhere, are not asked for stages', async () => {
    const uri = 'arn:aws:apigateway:eu-west-1:s3:path/bucket/key';
    const elsewhere = { ...method, methodIntegration: { ...method.methodIntegration, uri } };
    const { calls } = await collected(
      account({
        RestApis: [
          { ...api, endpointConfiguration: { types: ['PRIVATE'] } },
          { ...api, id: 'f6g7h8i9j0' },
        ],
        RestApiResources: {
          [api.id]: [{ id: 'r', path: '/', resourceMethods: { POST: method } }],
          f6g7h8i9j0: [{ id: 'r', path: '/', resourceMethods: { POST: elsewhere } }],
        },
      }),
      sections,
    );
    expect(calls).not.toContain('apigateway:GetStages');
  });

  it('without the permission are a gap by the name that IAM has for it', async () => {
    const { fact } = await collected(account({ RestApis: [api] }), sections, {
      faults: [{ kind: 'access-denied', operation: 'apigateway:GetRestApis' }],
    });
    expect(fact('restApis')).toMatchObject({ known: false, gap: { operation: 'apigateway:GetRestApis', permission: 'apigateway:GET' } });
  });

  it.each([
    [String.raw`{\"Version\":\"2012-10-17\"}`, '{"Version":"2012-10-17"}'],
    ['{"Version":"2012-10-17"}', '{"Version":"2012-10-17"}'],
    [String.raw`{\"Version\":`, '{"Version":'],
    [String.raw`{\"a" b`, String.raw`{\"a" b`],
    ['', ''],
  ])('policy %s', (sent, plain) => expect(unescapedPolicy(sent)).toBe(plain));
});

describe('HTTP APIs', () => {
  const api = { ApiId: 'a1b2c3d4e5', Name: 'inspect', ProtocolType: 'HTTP' as const, RouteSelectionExpression: '$request.method' };
  const route = { RouteId: 'r1', RouteKey: 'POST /', AuthorizationType: 'NONE' as const, Target: 'integrations/i1' };
  const integration = { IntegrationId: 'i1', IntegrationType: 'AWS_PROXY' as const, IntegrationUri: arnOf('f') };

  it('have their routes and what these lead to, to the last page', async () => {
    const routes = Array.from({ length: 101 }, (_, at) => ({ ...route, RouteId: `r${at}` }));
    const { rows } = await collected(
      account({ HttpApis: [api], HttpApiRoutes: { [api.ApiId]: routes }, HttpApiIntegrations: { [api.ApiId]: [integration] } }),
      sections,
    );
    expect(rows('httpApis')).toEqual([
      {
        summary: { ApiId: 'a1b2c3d4e5', Name: 'inspect', ProtocolType: 'HTTP' },
        detail: { known: true, value: { Routes: routes } },
      },
    ]);
    expect(rows('httpIntegrations')).toEqual([
      { summary: { ApiId: 'a1b2c3d4e5' }, detail: { known: true, value: { Integrations: [integration] } } },
    ]);
  });

  it.each(['apigateway:GetRoutes', 'apigateway:GetIntegrations'])('%s refused leaves the rest', async (operation) => {
    const { rows } = await collected(account({ HttpApis: [api] }), sections, { faults: [{ kind: 'access-denied', operation }] });
    const [routes, integrations] = [rows('httpApis')[0]?.detail.known, rows('httpIntegrations')[0]?.detail.known];
    expect([routes, integrations]).toEqual(operation.endsWith('Routes') ? [false, true] : [true, false]);
  });
});

describe('domain names', () => {
  const api = { ApiId: 'a1b2c3d4e5', Name: 'inspect', ProtocolType: 'HTTP' as const, RouteSelectionExpression: '$request.method' };
  const name = { DomainName: 'api.example.com', RoutingMode: 'API_MAPPING_ONLY' as const };
  const mapping = { ApiId: 'a1b2c3d4e5', ApiMappingId: 'm1', ApiMappingKey: 'v1', Stage: '$default' };

  it('and what they lead to are told where an API has its default address off', async () => {
    const { rows } = await collected(
      account({
        HttpApis: [{ ...api, DisableExecuteApiEndpoint: true }],
        ApiDomainNames: [name],
        ApiMappings: { [name.DomainName]: Array.from({ length: 101 }, (_, at) => ({ ...mapping, ApiMappingId: `m${at}` })) },
      }),
      sections,
    );
    expect(rows('apiDomainNames').map(({ summary }) => summary)).toEqual([name]);
    const mappings = rows('apiDomainNames').flatMap(({ detail }) => (detail.known ? detail.value.ApiMappings : []));
    expect(mappings).toHaveLength(101);
    expect(mappings[1]).toEqual(mapping);
  });

  it('are not asked for where none has', async () => {
    const { calls } = await collected(account({ HttpApis: [api], ApiDomainNames: [name] }), sections);
    expect(front(calls)).not.toContain('apigatewayv2:GetDomainNames');
    expect(front(calls)).not.toContain('apigateway:GetDomainNames');
  });
});

describe('what a portal says', () => {
  it.each([
    ['functions', 'lambda:ListFunctions'],
    ['restApis', 'apigateway:GetRestApis'],
    ['httpApis', 'apigateway:GetApis'],
  ] as const)('in the place of %s is a gap', async (section, operation) => {
    const { fact } = await collected(account({}), sections, { faults: [{ kind: 'html', operation, status: 200 }] });
    expect(fact(section)).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer' } });
  });
});
