import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readableAwsBuckets } from '../../src/iam/aws-buckets.ts';
import { carriersOf, type Carrier } from '../../src/iam/carriers.ts';
import { endpointCrossings, tellsOwnApart, type CrossedBy } from '../../src/iam/endpoint-crossings.ts';
import type { Caller } from '../../src/iam/key-domain.ts';
import { readPolicy, type PolicyDocument } from '../../src/iam/policy-document.ts';

const account = '111122223333';
const place = { partition: 'aws', region: 'eu-west-1', endpointId: 'vpce-1', vpcId: 'vpc-1' };
const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const allow = (more: object) => ({ ...all, ...more });
const deny = (more: object = {}) => ({ ...all, Effect: 'Deny', ...more });
const when = (operator: string, key: string, value: string | readonly string[]) => ({ Condition: { [operator]: { [key]: value } } });

const put: Carrier = { action: 's3:PutObject', resource: 'arn:PARTITION:s3:::*/*', anonymous: true, shared: true };
const get: Carrier = { action: 's3:GetObject', resource: 'arn:PARTITION:s3:::*/*' };
const invoke: Carrier = { action: 'sagemaker:InvokeEndpoint', resource: 'arn:PARTITION:sagemaker:REGION:ACCOUNT:endpoint/*' };

function own(given: Partial<Caller> = {}): Caller {
  const principal = { type: 'role', arn: `arn:aws:iam::${account}:role/ml`, account } as const;
  return { principal, tags: new Map(), sessionTags: false, organization: 'o-1', ...given };
}

function document(...Statement: object[]): PolicyDocument {
  const read = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (read.kind === 'unreadable') throw new Error(read.reason);
  return read;
}

function crossing(policy: PolicyDocument, by: CrossedBy, carrier: Carrier, caller = own(), except: readonly string[] = []) {
  const found = endpointCrossings({ name: 'vpce-1', document: policy }, place, { carriers: [carrier], own: [caller], who: [by], except });
  expect(found).toHaveLength(1);
  const [{ answer } = { answer: undefined }] = found;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

type Expected = 'open' | 'closed' | 'unknown';
const verdicts = { possible: 'open', impossible: 'closed', unknown: 'unknown' } as const;

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

const bucket = (name: string) => ({ Resource: `arn:aws:s3:::${name}/*` });

describe('an endpoint for S3', () => {
  it('names a bucket that nobody has and that a pattern takes', () => {
    const answer = crossing(document(allow(bucket('*sagemaker*'))), 'stranger', put);
    expect(answer).toMatchObject({ kind: 'possible', example: { resource: 'arn:aws:s3:::somebodys-sagemaker/data.tar.gz' } });
  });

  const s3Cases: readonly (readonly [name: string, by: CrossedBy, carrier: Carrier, expected: Expected, ...statements: object[]])[] = [
    ['a beginning of a name', 'stranger', put, 'open', allow(bucket('acme-ml-*'))],
    ['a bucket by its full name', 'stranger', put, 'closed', allow(bucket('acme-ml'))],
    ['a full name and an asterisk after it', 'stranger', put, 'open', allow({ Resource: 'arn:aws:s3:::acme-ml*' })],
    ['the own credentials and a beginning of a name', 'own', put, 'open', allow({ Principal: { AWS: account }, ...bucket('acme-ml-*') })],
    [
      'a Deny of all but a bucket',
      'stranger',
      put,
      'closed',
      all,
      { Effect: 'Deny', Principal: '*', Action: '*', NotResource: 'arn:aws:s3:::acme-ml/*' },
    ],
    ['whose the bucket is, by the key of S3', 'stranger', put, 'closed', allow(when('StringEquals', 's3:ResourceAccount', account))],
    ['whose the bucket is, for the own credentials', 'own', put, 'closed', allow(when('StringEquals', 'aws:ResourceAccount', account))],
    ['who asks alone, for the own credentials', 'own', put, 'open', allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))],
    [
      'who asks alone, where the account is of another organization',
      'own',
      put,
      'closed',
      allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-2')),
    ],
    [
      'nobody: a Deny of strangers with IfExists',
      'nobody',
      put,
      'closed',
      all,
      deny(when('StringNotEqualsIfExists', 'aws:PrincipalOrgID', 'o-1')),
    ],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice: anonymous requests lack the key
    [
      'nobody: a Deny that asks whether it is a service, of a request that does not say',
      'nobody',
      put,
      'open',
      all,
      deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, Bool: { 'aws:PrincipalIsAWSService': 'false' } } }),
    ],
    [
      'nobody: the same with IfExists',
      'nobody',
      put,
      'closed',
      all,
      deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }),
    ],
    ['nobody has the account "anonymous"', 'nobody', put, 'closed', allow(when('StringEquals', 'aws:PrincipalAccount', account))],
    [
      'read: objects with a tag, of anybody',
      'stranger',
      get,
      'open',
      allow({ Action: 's3:GetObject', ...when('StringEquals', 's3:ExistingObjectTag/ok', 'yes') }),
    ],
    ['read: layers of images alone', 'stranger', get, 'closed', allow(bucket('prod-*-starport-layer-bucket'))],
    ['write: where layers of images are', 'stranger', put, 'open', allow(bucket('prod-*-starport-layer-bucket'))],
  ];

  for (const [name, by, carrier, expected, ...statements] of s3Cases) {
    it(`${name}: ${expected}`, () => {
      const except = carrier === get ? readableAwsBuckets : [];
      expect(verdicts[crossing(document(...statements), by, carrier, own(), except).kind]).toBe(expected);
    });
  }

  it('cannot tell of the own credentials where the organization could not be read', () => {
    const policy = document(allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1')));
    expect(crossing(policy, 'own', put, own({ organization: undefined }))).toEqual({
      kind: 'unknown',
      reason: 'whether the account is in an organization, and in which, was not read',
    });
  });

  it('lets a role through that an exemption by tag is for, and no other', () => {
    const policy = document(allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalTag/exempt': 'true' } } }));
    expect(crossing(policy, 'own', put).kind).toBe('impossible');
    expect(crossing(policy, 'own', put, own({ tags: new Map([['exempt', 'true']]) })).kind).toBe('possible');
  });
});

describe('roles of one account', () => {
  const told = (...statements: readonly object[]): boolean => {
    const policy = document(...statements);
    return policy.kind === 'read' && tellsOwnApart(policy.statements);
  };

  it.each<[string, object]>([
    ['by a tag', allow(when('StringEquals', 'aws:PrincipalTag/exempt', 'true'))],
    ['by the ARN', allow(when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ml'))],
    ['by a Principal', allow({ Principal: { AWS: [account, `arn:aws:iam::${account}:role/ml`] } })],
    ['by a NotPrincipal', { Effect: 'Deny', NotPrincipal: { AWS: `arn:aws:iam::${account}:role/ml` }, Action: '*', Resource: '*' }],
  ])('are told apart %s', (_how, statement) => expect(told(all, statement)).toBe(true));

  it.each<[string, object]>([
    ['their account', allow({ Principal: { AWS: account } })],
    ['the root of their account', allow({ Principal: { AWS: `arn:aws:iam::${account}:root` } })],
    ['their organization', allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))],
    ['the endpoint', allow(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))],
  ])('are one by %s', (_what, statement) => expect(told(statement)).toBe(false));
});

describe('examples that AWS publishes', () => {
  const published = (file: string): PolicyDocument => {
    const text = readFileSync(new URL(`../../fixtures/policies/published/${file}.json`, import.meta.url), 'utf8');
    return readPolicy(text.replaceAll('<my-org-id>', 'o-1').replaceAll('<region>', 'eu-west-1'));
  };
  const of = (file: string, service: string, except: readonly string[] = []) =>
    endpointCrossings({ name: 'vpce-1', document: published(file) }, place, { carriers: carriersOf(service), own: [own()], except });

  // fixtures/policies/published/README.md: only the organization's identities reach only the organization's resources.
  it.each(['sagemaker.api', 'sagemaker.runtime', 'logs', 'sts', 'kms', 'ecr.api'])(
    'the default policy of a perimeter holds for %s',
    (service) => {
      expect(of('data-perimeter/default_endpoint_policy', service).map(({ answer }) => answer.kind)).not.toContain('possible');
      expect(of('data-perimeter/default_endpoint_policy', service).map(({ answer }) => answer.kind)).not.toContain('unknown');
    },
  );

  it('the policy of a perimeter for S3 holds, but for who has the tag of exceptions', () => {
    expect(of('data-perimeter/s3_endpoint_policy', 's3').map(({ answer }) => answer.kind)).toEqual([
      'impossible',
      'impossible',
      'impossible',
      'impossible',
      'impossible',
    ]);
    const exempt = own({ tags: new Map([['resource-perimeter-exception', 'true']]) });
    expect(crossing(published('data-perimeter/s3_endpoint_policy'), 'own', put, exempt).kind).toBe('possible');
  });

  it('reads buckets of AWS, and no stranger’s, with anybody’s credentials', () => {
    const policy = published('data-perimeter/s3_endpoint_policy');
    expect(crossing(policy, 'stranger', get, own(), readableAwsBuckets).kind).toBe('impossible');
  });

  // One hosted endpoint of one account: nothing of a stranger's.
  it('the runtime policy names one endpoint', () => {
    expect(of('sagemaker/endpoint-policy-runtime', 'sagemaker.runtime').map(({ answer }) => answer.kind)).not.toContain('possible');
  });

  // As printed, a Deny without any Allow: nothing passes.
  it('the policy without Amazon Linux lets nothing through as printed', () => {
    expect(of('sagemaker/endpoint-policy-s3-no-amazon-linux', 's3').every(({ answer }) => answer.kind === 'impossible')).toBe(true);
  });
});
