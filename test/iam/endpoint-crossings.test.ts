import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readableAwsBuckets } from '../../src/iam/aws-buckets.ts';
import { carriersOf, type Carrier } from '../../src/iam/carriers.ts';
import { endpointCrossings, type CrossedBy } from '../../src/iam/endpoint-crossings.ts';
import { readPolicy, type PolicyDocument } from '../../src/iam/policy-document.ts';
import { allow, crossing, deny, document, own, place, verdicts, when } from '../support/crossing.ts';

const account = '111122223333';
const all = allow();
const put: Carrier = { action: 's3:PutObject', resource: 'arn:PARTITION:s3:::*/*', anonymous: true, shared: true };
const get: Carrier = { action: 's3:GetObject', resource: 'arn:PARTITION:s3:::*/*' };

type Expected = 'open' | 'closed' | 'unknown';

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
    ['nobody, named as such', 'nobody', put, 'open', allow(when('StringEquals', 'aws:PrincipalAccount', 'anonymous'))],
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
