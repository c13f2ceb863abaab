import check from '../../../src/checks/internet-ingress/principal-invokes-endpoint-from-anywhere.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, deny } from '../../support/rows-iam.ts';
import { account, endpoint, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { endpoints: [endpoint('chat')] };
const invoke = 'sagemaker:InvokeEndpoint';
const chat = `arn:aws:sagemaker:eu-west-1:${account}:endpoint/chat`;
const any = accessScenarios(given, allow(invoke), 'sagemaker:Invoke*');

testCheck(check, {
  fail: [
    [
      'one endpoint',
      withAnn(given, allow(invoke, chat)),
      'ann',
      {
        says: 'may invoke endpoints from any address of the internet',
        requirements: ['ING-3', 'PL-10'],
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 1 of policy ann/own="${invoke} on ${chat} with aws:SourceIp=198.51.100.7"`,
        ],
      },
    ],
    ['a role', inventory({ ...given, accountAuthorization: [actingRole('job', [allow(invoke)])] }), 'job'],
    [
      'the Deny forgets streams',
      withAnn(
        given,
        allow('sagemaker:Invoke*'),
        deny([invoke, `${invoke}Async`], '*', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
      ),
      'ann',
    ],
    ['only the target is limited', withAnn(given, allow(invoke, '*', { StringEquals: { 'sagemaker:TargetModel': 'a.tar.gz' } })), 'ann'],
    ...any.fail,
  ],
  pass: [
    [
      'only through an endpoint of the VPC',
      withAnn(given, allow('sagemaker:Invoke*', '*', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } })),
      'ann',
    ],
    ['only from an address within a VPC', withAnn(given, allow(invoke, '*', { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } })), 'ann'],
    [
      'a Deny outside the VPC and the office',
      withAnn(
        given,
        allow('sagemaker:*'),
        deny('sagemaker:*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' }, NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      ),
      'ann',
    ],
    ...any.pass,
  ],
  unknown: [
    [
      'endpoints could not be listed',
      withAnn({ endpoints: refused('sagemaker:ListEndpoints') }, allow(invoke)),
      'ann',
      { missing: ['sagemaker:ListEndpoints'] },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [['no endpoints', withAnn({}, allow(invoke))]],
});
