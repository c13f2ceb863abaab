import check from '../../../src/checks/internet-ingress/function-url-open-before-endpoint.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { functionArn, functionPolicy, lambdaFunction } from '../../support/rows-fronts.ts';
import { actingRole, allow, deny } from '../../support/rows-iam.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const everybody = { Effect: 'Allow', Principal: '*', Resource: functionArn('front') };
const byUrl = {
  ...everybody,
  Sid: 'Url',
  Action: 'lambda:InvokeFunctionUrl',
  Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
};
const invoke = { ...everybody, Action: 'lambda:InvokeFunction', Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } };
const open = [byUrl, invoke];
const invoking = [actingRole('predict', [allow('sagemaker:InvokeEndpoint')])];
const idle = [actingRole('predict', [allow('logs:*')])];

const front = (policy: Parameters<typeof functionPolicy>[1], given: Given = {}) =>
  inventory({
    functions: [lambdaFunction('front', 'NONE')],
    functionPolicies: [functionPolicy('front', policy)],
    accountAuthorization: invoking,
    ...given,
  });

testCheck(check, {
  fail: [
    [
      'open, and its role may invoke',
      front(open),
      'front',
      {
        says: 'its role may use sagemaker:InvokeEndpoint on arn:aws:sagemaker:eu-west-1:111122223333:endpoint/any',
        requirements: ['ING-5'],
        evidence: [
          `lambda:ListFunctionUrlConfigs ${functionArn('front')}: AuthType="NONE"`,
          'lambda:GetPolicy statement 1 (Url) of policy front="lets everybody call the URL"',
          'iam:GetAccountAuthorizationDetails statement 1 of policy predict/own="sagemaker:InvokeEndpoint"',
        ],
      },
    ],
    [
      'one endpoint alone',
      front(open, {
        accountAuthorization: [
          actingRole('predict', [allow('sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod')]),
        ],
      }),
      'front',
      { says: 'endpoint/prod' },
    ],
    ['asynchronously', front(open, { accountAuthorization: [actingRole('predict', [allow('sagemaker:InvokeEndpointAsync')])] }), 'front'],
  ],
  pass: [
    [
      'its URL asks for credentials',
      front(open, { functions: [lambdaFunction('front', 'AWS_IAM')] }),
      'front',
      { requirements: ['ING-5'], evidence: [`lambda:ListFunctionUrlConfigs ${functionArn('front')}: AuthType="AWS_IAM"`] },
    ],
    ['no policy: nobody gets in', front(null), 'front'],
    ['for one account', front([{ ...byUrl, Principal: { AWS: '444455556666' } }, invoke]), 'front'],
    ['from one network', front([{ ...byUrl, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }, invoke]), 'front'],
    // The permission is for URLs that ask for credentials.
    [
      'for URLs of the other kind',
      front([{ ...byUrl, Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } } }, invoke]),
      'front',
    ],
  ],
  unknown: [
    ['one permission of two, which is enough for URLs of old', front([byUrl]), 'front', { says: 'October 2025', missing: [] }],
    [
      'URLs refused',
      front(open, { functions: [lambdaFunction('front', refused('lambda:ListFunctionUrlConfigs'))] }),
      'front',
      { missing: ['lambda:ListFunctionUrlConfigs'] },
    ],
    ['policy refused', front(refused('lambda:GetPolicy')), 'front', { missing: ['lambda:GetPolicy'] }],
    [
      'roles refused',
      front(open, { accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      'front',
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
    ['a role that is not there', front(open, { accountAuthorization: [] }), 'front', { says: 'no role of this account' }],
    ['functions refused', inventory({ functions: refused('lambda:ListFunctions') }), '111122223333', { missing: ['lambda:ListFunctions'] }],
  ],
  'not-applicable': [
    ['its role may invoke nothing', front(open, { accountAuthorization: idle }), 'front', { says: 'its role may invoke no endpoint' }],
    [
      'its role is denied it',
      front(open, { accountAuthorization: [actingRole('predict', [allow('*'), deny('sagemaker:InvokeEndpoint*')])] }),
      'front',
    ],
  ],
  silent: [['a function without a URL', inventory({ functions: [lambdaFunction('front', 'no URL')], accountAuthorization: invoking })]],
});
