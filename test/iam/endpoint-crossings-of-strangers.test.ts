import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../src/iam/carriers.ts';
import { allow, crossing, deny, document, verdicts, when } from '../support/crossing.ts';

const account = '111122223333';
const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const all = allow();
const invoke: Carrier = { action: 'sagemaker:InvokeEndpoint', resource: 'arn:PARTITION:sagemaker:REGION:ACCOUNT:endpoint/*' };

type Expected = 'open' | 'closed' | 'unknown';

/** What a stranger's credentials may do through an endpoint for SageMaker; each with the AWS page of the rule that it tests. */
const byStranger: readonly (readonly [name: string, expected: Expected, page: string, ...statements: object[]])[] = [
  ['the default', 'open', 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html', all],
  ['anybody, written as an object', 'open', `${guide}reference_policies_elements_principal.html`, allow({ Principal: { AWS: '*' } })],
  ['one account', 'closed', `${guide}reference_policies_elements_principal.html`, allow({ Principal: { AWS: account } })],
  [
    'all but one account',
    'open',
    `${guide}reference_policies_elements_notprincipal.html`,
    { Effect: 'Allow', NotPrincipal: { AWS: account }, Action: '*', Resource: '*' },
  ],
  ['all actions of the service', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sagemaker:*' })],
  [
    'actions are not case-sensitive',
    'open',
    `${guide}reference_policies_elements_action.html`,
    allow({ Action: 'SageMaker:invokeendpoint' }),
  ],
  ['a beginning that covers it', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sage*' })],
  ['reading alone', 'closed', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sagemaker:Describe*' })],
  ['another service', 'closed', `${guide}reference_policies_elements_action.html`, allow({ Action: 's3:*' })],
  [
    'all actions but some',
    'open',
    `${guide}reference_policies_elements_notaction.html`,
    { Effect: 'Allow', Principal: '*', NotAction: 'iam:*', Resource: '*' },
  ],
  ['resources of any account', 'open', `${guide}reference_policies_elements_resource.html`, allow({ Resource: 'arn:aws:sagemaker:*:*:*' })],
  [
    'resources of one account',
    'closed',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: `arn:aws:sagemaker:*:${account}:*` }),
  ],
  [
    'resources of another Region alone',
    'closed',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:us-east-1:*:*' }),
  ],
  [
    'endpoints of a name, of any account',
    'open',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:*:*:endpoint/prod-*' }),
  ],
  [
    'models of any account, but no endpoints',
    'closed',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:*:*:model/*' }),
  ],
  [
    'the organization of the caller',
    'closed',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'paths of organizations',
    'closed',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-1/*'])),
  ],
  [
    'any account that has a number',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringLike', 'aws:PrincipalAccount', '*')),
  ],
  [
    'a key that the stranger may lack, for being in no organization',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'for all values, of which there may be none',
    'open',
    `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    allow(when('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', 'o-1/*')),
  ],
  [
    'another organization than the own one',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'whoever owns both ends: strangers own theirs',
    'open',
    `${guide}reference_policies_variables.html`,
    allow(when('StringEquals', 'aws:ResourceOrgID', '${aws:PrincipalOrgID}')),
  ],
  ['this endpoint', 'open', `${guide}reference_policies_condition-keys.html`, allow(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))],
  ['another endpoint', 'closed', `${guide}reference_policies_condition-keys.html`, allow(when('StringEquals', 'aws:SourceVpce', 'vpce-2'))],
  [
    'an address on the internet, which nothing behind an endpoint has',
    'closed',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('IpAddress', 'aws:SourceIp', '192.0.2.0/24')),
  ],
  [
    'a tag on the caller, which a stranger sets',
    'open',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('StringEquals', 'aws:PrincipalTag/team', 'ml')),
  ],
  [
    'a tag on the resource, which a stranger sets',
    'open',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('StringEquals', 'aws:ResourceTag/team', 'ml')),
  ],
  ['nothing is allowed', 'closed', `${guide}reference_policies_evaluation-logic.html`, deny()],
  ['all is denied again', 'closed', `${guide}reference_policies_evaluation-logic.html`, all, deny()],
  [
    'strangers are denied, whatever the order',
    'closed',
    `${guide}reference_policies_evaluation-logic.html`,
    deny(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1')),
    all,
  ],
  [
    'resources of strangers are denied',
    'closed',
    `${guide}reference_policies_condition-keys.html`,
    all,
    deny(when('StringNotEqualsIfExists', 'aws:ResourceOrgID', 'o-1')),
  ],
  [
    'strangers are denied another action',
    'open',
    `${guide}reference_policies_evaluation-logic.html`,
    all,
    deny({ Action: 'sagemaker:CreateModel', ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1') }),
  ],
  [
    'strangers are denied under a further condition that they need not meet',
    'open',
    `${guide}reference_policies_elements_condition.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, StringEquals: { 'aws:PrincipalTag/a': 'b' } } }),
  ],
  [
    'two conditions of a Deny that a stranger meets together',
    'closed',
    `${guide}reference_policies_elements_condition.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalAccount': account } } }),
  ],
  [
    'those of the own organization are denied',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    all,
    deny(when('StringEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'services of AWS alone are denied',
    'open',
    `${guide}reference_policies_condition-keys.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } } }),
  ],
  [
    'those without an organization alone are denied',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    all,
    deny(when('StringNotLike', 'aws:PrincipalOrgID', '*')),
  ],
  [
    'any organization that has a name',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringLike', 'aws:PrincipalOrgID', 'o-*')),
  ],
  [
    'a role of that name in any account',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ml')),
  ],
  [
    'roles of one account',
    'closed',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/*`)),
  ],
  [
    'any organization, by its id and by its paths',
    'open',
    `${guide}reference_policies_condition-keys.html`,
    allow({ Condition: { StringLike: { 'aws:PrincipalOrgID': '*' }, 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*/r-*' } } }),
  ],
  [
    'no tag on the caller, which a stranger need not set',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('Null', 'aws:PrincipalTag/team', 'true')),
  ],
  [
    'no ARN, which every signed request has',
    'closed',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('Null', 'aws:PrincipalArn', 'true')),
  ],
  [
    'an operator that nobody has heard of',
    'unknown',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringResembles', 'aws:PrincipalOrgID', 'o-1')),
  ],
];

describe('credentials of a stranger, through an endpoint for SageMaker', () => {
  for (const [name, expected, , ...statements] of byStranger) {
    it(`${name}: ${expected}`, () => expect(verdicts[crossing(document(...statements), 'stranger', invoke).kind]).toBe(expected));
  }

  it('names the statement that lets them through, and a request of theirs', () => {
    const answer = crossing(document(allow({ Action: 's3:*' }), all), 'stranger', invoke);
    expect(answer).toMatchObject({
      kind: 'possible',
      by: [{ policy: 'vpce-1', statement: 2 }],
      example: { resource: 'arn:aws:sagemaker:eu-west-1:999999999999:endpoint/any', context: [] },
    });
  });

  it('are of an account that the policy does not name', () => {
    const trusted = allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ['999999999999', account] } } });
    expect(crossing(document(trusted), 'stranger', invoke).kind).toBe('impossible');
  });

  it('says what the stranger would choose, and not what follows of itself', () => {
    const both = { StringEquals: { 'aws:SourceVpce': 'vpce-1', 'aws:PrincipalTag/team': 'ml' }, ArnLike: { 'aws:PrincipalArn': '*' } };
    const answer = crossing(document(allow({ Condition: both })), 'stranger', invoke);
    expect(answer).toMatchObject({ example: { context: [['aws:principaltag/team', 'ml']] } });
  });
});
