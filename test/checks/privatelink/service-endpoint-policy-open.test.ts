import check from '../../../src/checks/privatelink/service-endpoint-policy-open.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const saying = (service: string, ...Statement: readonly object[]) =>
  inventory({
    ...used,
    vpcEndpoints: [
      vpcEndpoint(service, {
        VpcEndpointId: 'vpce-1',
        PolicyDocument: Statement.length === 0 ? undefined : JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    ],
  });
const ours = { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } };
const both = { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' } } };

testCheck(check, {
  fail: [
    [
      'logs of anybody',
      saying('logs'),
      'vpce-1',
      {
        says: 'logs:PutLogEvents on arn:aws:logs:eu-west-1:999999999999:log-group:any:log-stream:any',
        requirements: ['EGR-7'],
      },
    ],
    [
      'metrics, which are about no resource: of whose credentials',
      saying('monitoring', all),
      'vpce-1',
      { says: 'lets cloudwatch:PutMetricData through with credentials of any other account' },
    ],
    [
      'pushing images, with credentials of this account, to whoever lets it',
      saying('ecr.dkr', { ...all, ...ours }),
      'vpce-1',
      { says: 'ecr:PutImage' },
    ],
    ['functions of anybody', saying('lambda', { ...all, Action: 'lambda:*', Resource: 'arn:aws:lambda:*:*:function:*' }), 'vpce-1'],
    ['tables, through the other gateway', saying('dynamodb', all), 'vpce-1', { says: 'dynamodb:PutItem' }],
  ],
  pass: [
    // No other account can let its callers into a log group or a metric.
    ['logs, for credentials of this account', saying('logs', { ...all, ...ours }), 'vpce-1', { requirements: ['EGR-7'] }],
    ['metrics, for credentials of this account', saying('monitoring', { ...all, ...ours }), 'vpce-1'],
    [
      'images: those of this account are pushed, and all are pulled',
      saying('ecr.dkr', { ...all, ...both }, { ...all, Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] }),
      'vpce-1',
    ],
    ['roles of this account', saying('sts', { ...all, Resource: 'arn:aws:iam::111122223333:role/*' }), 'vpce-1'],
  ],
  unknown: [
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      '111122223333',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
    [
      'an operator nobody has heard of',
      saying('kms', { ...all, Condition: { StringResembles: { 'aws:PrincipalOrgID': 'o-1' } } }),
      'vpce-1',
    ],
  ],
  silent: [
    ['S3 and SageMaker are asked about elsewhere', inventory({ ...used, vpcEndpoints: [vpcEndpoint('s3'), vpcEndpoint('sagemaker.api')] })],
    ['a service that is not known here', saying('vpce-svc-0a1b2c3d4e5f60718', all)],
  ],
});
