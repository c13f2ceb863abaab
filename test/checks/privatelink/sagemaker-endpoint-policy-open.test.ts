import check from '../../../src/checks/privatelink/sagemaker-endpoint-policy-open.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const saying = (PolicyDocument: string | undefined, given: Parameters<typeof vpcEndpoint>[1] = {}) =>
  inventory({ ...used, vpcEndpoints: [vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', PolicyDocument, ...given })] });
const policy = (...Statement: object[]) => saying(JSON.stringify({ Version: '2012-10-17', Statement }));
const own = { StringEquals: { 'aws:PrincipalAccount': '111122223333' } };

testCheck(check, {
  fail: [
    [
      'the default policy',
      policy(all),
      'vpce-1',
      {
        says: 'lets sagemaker:CreateTrainingJob on arn:aws:sagemaker:eu-west-1:999999999999:training-job/any through with credentials of any other account',
        requirements: ['PL-9', 'EGR-7'],
        evidence: [
          'ec2:DescribeVpcEndpoints statement 1 of policy vpce-1="sagemaker:CreateModel on arn:aws:sagemaker:eu-west-1:999999999999:model/any, with credentials of any other account"',
        ],
      },
    ],
    [
      'no policy: the default one',
      saying(undefined),
      'vpce-1',
      { says: 'has no policy of its own: the default one lets', evidence: ['ec2:DescribeVpcEndpoints PolicyDocument=null'] },
    ],
    ['URL-encoded', saying(encodeURIComponent(JSON.stringify({ Statement: [all] }))), 'vpce-1'],
    ['a single statement, not in a list', saying(JSON.stringify({ Statement: all })), 'vpce-1'],
    ['every action of SageMaker, by its name', policy({ ...all, Action: 'sagemaker:*' }), 'vpce-1'],
    [
      'a condition on the endpoint itself (Prowler: PASS)',
      policy({ ...all, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
      'vpce-1',
    ],
    [
      'a limited statement beside one that is not',
      policy({ ...all, Condition: own }, all),
      'vpce-1',
      {
        evidence: [
          'ec2:DescribeVpcEndpoints statement 2 of policy vpce-1="sagemaker:CreateModel on arn:aws:sagemaker:eu-west-1:999999999999:model/any, with credentials of any other account"',
        ],
      },
    ],
    ['one action only, on resources of anybody', policy({ ...all, Action: 'sagemaker:CreateModel' }), 'vpce-1'],
    ['a Deny that is about something else', policy(all, { ...all, Effect: 'Deny', Action: 'sagemaker:DeleteModel' }), 'vpce-1'],
    ['a tag that whoever asks may set', policy({ ...all, Condition: { StringEquals: { 'aws:RequestTag/team': 'ml' } } }), 'vpce-1'],
  ],
  pass: [
    [
      'for the own account',
      policy({ ...all, Condition: own }),
      'vpce-1',
      { says: 'nothing gets through', requirements: ['PL-9', 'EGR-7'] },
    ],
    [
      'for two accounts (Prowler: FAIL)',
      policy({ ...all, Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } } }),
      'vpce-1',
    ],
    [
      'all denied but the own organization (Prowler: FAIL)',
      policy(all, {
        ...all,
        Sid: 'Ours',
        Effect: 'Deny',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      }),
      'vpce-1',
      {
        says: 'sagemaker:CreateTrainingJob is denied for such requests',
        evidence: [
          'ec2:DescribeVpcEndpoints statement 2 (Ours) of policy vpce-1="sagemaker:CreateTrainingJob is denied for such requests"',
        ],
      },
    ],
    [
      'reading only',
      policy({ ...all, Action: ['sagemaker:Describe*', 'sagemaker:List*'] }),
      'vpce-1',
      { says: 'allows sagemaker:CreateTrainingJob' },
    ],
    ['resources of the own account', policy({ ...all, Resource: 'arn:aws:sagemaker:*:111122223333:*' }), 'vpce-1'],
  ],
  unknown: [
    ['no JSON', saying('{"Statement": ['), 'vpce-1', { says: 'the policy is no JSON', missing: [] }],
    ['an element nobody has heard of', policy({ ...all, Unless: {} }), 'vpce-1', { says: 'Unless' }],
    [
      'an operator nobody has heard of',
      policy({ ...all, Condition: { StringResembles: { 'aws:PrincipalOrgID': 'o-1' } } }),
      'vpce-1',
      { says: 'StringResembles', missing: [] },
    ],
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      '111122223333',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
  ],
  'not-applicable': [
    [
      'the FIPS endpoint of the runtime, which takes no policy',
      saying(JSON.stringify({ Statement: [all] }), { ServiceName: 'com.amazonaws.eu-west-1.sagemaker.runtime-fips' }),
      'vpce-1',
    ],
  ],
  silent: [['an endpoint of another service', saying(undefined, { ServiceName: 'com.amazonaws.eu-west-1.logs' })]],
});
