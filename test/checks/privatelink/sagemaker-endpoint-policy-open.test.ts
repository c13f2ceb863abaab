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
      { says: 'statement 1 of the policy lets anybody use the endpoint for sagemaker.api', requirements: ['PL-9'] },
    ],
    ['no policy: the default one', saying(undefined), 'vpce-1', { evidence: ['ec2:DescribeVpcEndpoints PolicyDocument=null'] }],
    ['URL-encoded', saying(encodeURIComponent(JSON.stringify({ Statement: [all] }))), 'vpce-1'],
    ['a single statement, not in a list', saying(JSON.stringify({ Statement: all })), 'vpce-1'],
    ['every action of SageMaker, by its name', policy({ ...all, Action: 'sagemaker:*' }), 'vpce-1'],
    [
      'a condition on the endpoint itself (Prowler: PASS)',
      policy({ ...all, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
      'vpce-1',
    ],
    ['a limited statement beside one that is not', policy({ ...all, Condition: own }, all), 'vpce-1', { says: 'statement 2' }],
  ],
  pass: [
    ['for the own account', policy({ ...all, Condition: own }), 'vpce-1', { says: 'aws:principalaccount' }],
    [
      'for two accounts (Prowler: FAIL)',
      policy({ ...all, Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } } }),
      'vpce-1',
    ],
    [
      'all denied but the own organization (Prowler: FAIL)',
      policy(all, {
        ...all,
        Effect: 'Deny',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      }),
      'vpce-1',
      { says: 'aws:principalorgid' },
    ],
    ['one action only', policy({ ...all, Action: 'sagemaker:InvokeEndpoint' }), 'vpce-1', { says: 'its actions' }],
  ],
  unknown: [
    ['no JSON', saying('{"Statement": ['), 'vpce-1', { says: 'the policy is no JSON', missing: [] }],
    ['an element nobody has heard of', policy({ ...all, Unless: {} }), 'vpce-1', { says: 'Unless' }],
    [
      'a condition that is not weighed',
      policy({ ...all, Condition: { StringEquals: { 'aws:RequestTag/team': 'ml' } } }),
      'vpce-1',
      { says: 'aws:requesttag/team' },
    ],
    ['a Deny that narrows it somehow', policy(all, { ...all, Effect: 'Deny', Action: 'sagemaker:DeleteModel' }), 'vpce-1'],
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
