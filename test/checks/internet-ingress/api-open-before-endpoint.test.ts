import check from '../../../src/checks/internet-ingress/api-open-before-endpoint.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { apiDomainName, functionArn, httpApi, httpIntegrations, lambdaFunction, restApi, restStages } from '../../support/rows-fronts.ts';
import { actingRole, allow } from '../../support/rows-iam.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const runtime = 'arn:aws:apigateway:eu-west-1:runtime.sagemaker:path//endpoints/prod/invocations';
const role = 'arn:aws:iam::111122223333:role/predict';
const direct = { type: 'AWS' as const, uri: runtime, credentials: role };
const calling = (name: string) => ({
  type: 'AWS_PROXY' as const,
  uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`,
});
const method = { path: '/predict', httpMethod: 'POST', authorizationType: 'NONE', methodIntegration: direct };
const accountAuthorization = [actingRole('predict', [allow('sagemaker:InvokeEndpoint')])];
const idle = [actingRole('predict', [allow('logs:*')])];
const functions = [lambdaFunction('front', 'no URL')];

const rest = (api: ReturnType<typeof restApi>, given: Given = {}) =>
  inventory({ restApis: [api], accountAuthorization, functions, ...given });
const http = (api: ReturnType<typeof httpApi>, uri: string, given: Given = {}) =>
  inventory({
    httpApis: [api],
    httpIntegrations: [httpIntegrations([{ IntegrationId: 'i1', IntegrationType: 'AWS_PROXY', IntegrationUri: uri }])],
    accountAuthorization,
    functions,
    ...given,
  });
const route = { RouteKey: 'POST /predict', AuthorizationType: 'NONE' as const, Target: 'integrations/i1' };
const policy = (Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const letIn = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };

const off = restApi([method], { disableExecuteApiEndpoint: true });
const deployed = (authorizationType: string) => ({ path: '/predict', httpMethod: 'POST', authorizationType });

testCheck(check, {
  fail: [
    [
      'straight to an endpoint',
      rest(restApi([method])),
      'api',
      {
        says: 'anybody can call POST /predict, which may use sagemaker:InvokeEndpoint',
        requirements: ['ING-5'],
        evidence: [
          'apigateway:GetResources POST /predict: authorizationType="NONE"',
          'iam:GetAccountAuthorizationDetails statement 1 of policy predict/own="sagemaker:InvokeEndpoint"',
        ],
      },
    ],
    ['by a function', rest(restApi([{ ...method, methodIntegration: calling('front') }])), 'api'],
    ['by an alias of a function', rest(restApi([{ ...method, methodIntegration: calling('front:live') }])), 'api'],
    ['an API key is no authorization', rest(restApi([{ ...method, apiKeyRequired: true }])), 'api'],
    ['its policy lets everybody in', rest(restApi([method], { policy: policy([letIn]) })), 'api'],
    [
      'its policy lets everybody in to this method',
      rest(
        restApi([{ ...method, path: '/models/{name}' }], { policy: policy([{ ...letIn, Resource: 'execute-api:/prod/POST/models/*' }]) }),
      ),
      'api',
    ],
    ['one method of two', rest(restApi([{ ...method, path: '/safe', authorizationType: 'AWS_IAM' }, method])), 'api'],
    [
      'a route of an HTTP API',
      http(httpApi([route]), functionArn('front')),
      'http',
      { evidence: ['apigateway:GetRoutes POST /predict: AuthorizationType="NONE"'] },
    ],
    [
      'a WebSocket that asks nobody who connects',
      http(httpApi([{ ...route, RouteKey: 'predict' }], { ProtocolType: 'WEBSOCKET' }), functionArn('front')),
      'http',
    ],
    [
      'its default address is off, and a domain name leads to it',
      rest(off, {
        apiDomainNames: [apiDomainName([['other', 'prod']], { DomainName: 'x.example.com' }), apiDomainName([['api', 'prod']])],
      }),
      'api',
      { says: 'anybody can call POST /predict by api.example.com, which may use' },
    ],
    [
      '… one of an HTTP API',
      http(httpApi([route], { DisableExecuteApiEndpoint: true }), functionArn('front'), {
        apiDomainNames: [apiDomainName([['http', '$default']])],
      }),
      'http',
    ],
    [
      '… though another could not be read',
      rest(off, {
        apiDomainNames: [
          apiDomainName(refused('apigateway:GetApiMappings'), { DomainName: 'x.example.com' }),
          apiDomainName([['api', 'prod']]),
        ],
      }),
      'api',
    ],
    [
      'it was closed, and that is not deployed yet',
      rest(restApi([{ ...method, authorizationType: 'AWS_IAM' }]), { restStages: [restStages({ prod: [deployed('NONE')] })] }),
      'api',
      { evidence: ['apigateway:GetDeployment prod, d-prod: POST /predict: authorizationType="NONE"'] },
    ],
    [
      'one stage of two is open',
      rest(restApi([method]), { restStages: [restStages({ prod: [deployed('AWS_IAM')], dev: [deployed('NONE')] })] }),
      'api',
      { evidence: ['apigateway:GetDeployment dev, d-dev: POST /predict: authorizationType="NONE"'] },
    ],
    [
      'what is deployed is not told',
      rest(restApi([method]), { restStages: [restStages({ prod: 'not told' })] }),
      'api',
      { evidence: ['apigateway:GetResources POST /predict: authorizationType="NONE"'] },
    ],
  ],
  pass: [
    ['nothing is deployed', rest(restApi([method]), { restStages: [restStages({})] }), 'api', { says: 'the API has no stage' }],
    ['the method is not deployed', rest(restApi([method]), { restStages: [restStages({ prod: [] })] }), 'api'],
    [
      'it was opened, and that is not deployed yet',
      rest(restApi([method]), { restStages: [restStages({ prod: [deployed('AWS_IAM')] })] }),
      'api',
    ],
    [
      'its default address is off, and no domain name leads to it',
      rest(off, { apiDomainNames: [apiDomainName([['other', 'prod']])] }),
      'api',
      { says: 'no domain name leads to it', evidence: ['apigateway:GetApiMappings ApiId=null'] },
    ],
    [
      '… but by rules alone, so that its mapping does not count',
      rest(off, {
        apiDomainNames: [
          apiDomainName([['api', 'prod']], { RoutingMode: 'ROUTING_RULE_ONLY', MutualTlsAuthentication: { TruststoreUri: 's3://ca/pem' } }),
        ],
      }),
      'api',
    ],
    [
      '… but one that asks for a certificate',
      rest(off, { apiDomainNames: [apiDomainName([['api', 'prod']], { MutualTlsAuthentication: { TruststoreUri: 's3://ca/pem' } })] }),
      'api',
      { says: 'ask for a certificate of the caller' },
    ],
    [
      '… but to a stage where it is closed',
      rest(off, {
        restStages: [restStages({ prod: [deployed('AWS_IAM')], dev: [deployed('NONE')] })],
        apiDomainNames: [apiDomainName([['api', 'prod']])],
      }),
      'api',
      { says: 'lead to no stage on which a method is open' },
    ],
    ['IAM is asked for', rest(restApi([{ ...method, authorizationType: 'AWS_IAM' }])), 'api', { requirements: ['ING-5'] }],
    ['it leads elsewhere', rest(restApi([{ ...method, methodIntegration: { type: 'MOCK' } }])), 'api'],
    ['its role may invoke nothing', rest(restApi([method]), { accountAuthorization: idle }), 'api'],
    [
      'its policy is for one network',
      rest(restApi([method], { policy: policy([{ ...letIn, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }]) })),
      'api',
      { says: 'keeps strangers out' },
    ],
    [
      'its policy denies what comes from no VPC',
      rest(
        restApi([method], {
          policy: policy([letIn, { ...letIn, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }]),
        }),
      ),
      'api',
    ],
    [
      'its policy lets everybody in to another method',
      rest(restApi([method], { policy: policy([{ ...letIn, Resource: 'execute-api:/prod/GET/health' }]) })),
      'api',
    ],
    ['a JWT is asked for', http(httpApi([{ ...route, AuthorizationType: 'JWT' }]), functionArn('front')), 'http'],
    [
      'who connects is asked',
      http(
        httpApi(
          [
            { RouteKey: '$connect', AuthorizationType: 'AWS_IAM' },
            { ...route, RouteKey: 'predict' },
          ],
          { ProtocolType: 'WEBSOCKET' },
        ),
        functionArn('front'),
      ),
      'http',
    ],
    ['the function is gone', rest(restApi([{ ...method, methodIntegration: calling('gone') }])), 'api'],
  ],
  unknown: [
    ['methods refused', rest(restApi(refused('apigateway:GetResources'))), 'api', { missing: ['apigateway:GetResources'] }],
    [
      'which function it calls hangs on the stage',
      rest(restApi([{ ...method, methodIntegration: calling('${stageVariables.name}') }])),
      'api',
      { missing: [] },
    ],
    [
      'a function of another account',
      http(httpApi([route]), functionArn('front').replace('111122223333', '444455556666')),
      'http',
      { says: 'another account or Region' },
    ],
    [
      'functions refused',
      rest(restApi([{ ...method, methodIntegration: calling('front') }]), { functions: refused('lambda:ListFunctions') }),
      'api',
      { missing: ['lambda:ListFunctions'] },
    ],
    [
      'its default address is off, and its domain names refused',
      rest(off, { apiDomainNames: refused('apigateway:GetDomainNames') }),
      'api',
      { missing: ['apigateway:GetDomainNames'] },
    ],
    [
      '… or what one of them leads to',
      rest(off, { apiDomainNames: [apiDomainName(refused('apigateway:GetApiMappings'))] }),
      'api',
      { missing: ['apigateway:GetApiMappings'] },
    ],
    [
      '… or they have rules of their own',
      rest(off, { apiDomainNames: [apiDomainName([], { RoutingMode: 'ROUTING_RULE_THEN_API_MAPPING' })] }),
      'api',
      { says: 'the routing rules of the domain name api.example.com are not read', missing: [] },
    ],
    [
      'what is deployed refused',
      rest(restApi([method]), { restStages: [restStages({ prod: [] }, refused('apigateway:GetDeployment'))] }),
      'api',
      { missing: ['apigateway:GetDeployment'] },
    ],
    [
      'stages refused',
      rest(restApi([method]), { restStages: refused('apigateway:GetStages') }),
      'api',
      { missing: ['apigateway:GetStages'] },
    ],
    [
      'integrations refused',
      http(httpApi([route]), '', { httpIntegrations: refused('apigateway:GetIntegrations') }),
      'http',
      { missing: ['apigateway:GetIntegrations'] },
    ],
    ['no JSON', rest(restApi([method], { policy: '{' })), 'api'],
  ],
  'not-applicable': [['a private API', rest(restApi([method], { endpointConfiguration: { types: ['PRIVATE'] } })), 'api']],
});
