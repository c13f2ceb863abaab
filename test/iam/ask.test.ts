import { describe, expect, it } from 'vitest';
import { ask, type Ask } from '../../src/iam/ask.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import { allow, deny, policyText, type Written } from '../support/principals.ts';
import { account } from '../support/rows.ts';

const caller = {
  principal: { type: 'role', arn: `arn:aws:iam::${account}:role/r`, account },
  tags: new Map<string, string>(),
  sessionTags: false,
  organization: null,
} as const;

const question: Ask = {
  action: 'sagemaker:CreateModel',
  resource: `arn:aws:sagemaker:REGION:${account}:model/*`,
  examples: [`arn:aws:sagemaker:REGION:${account}:model/example`],
  demands: {},
};

const place = { partition: 'aws', regions: ['eu-west-1', 'eu-central-1'] };

const asked = (statements: readonly Written[], more: Partial<Ask> = {}) =>
  ask(
    { identity: [{ name: 'own', document: readPolicy(policyText(...statements), 'identity') }] },
    caller,
    { ...question, ...more },
    place,
  );

const elsewhere = `arn:aws:sagemaker:us-east-1:${account}:model/*`;

describe('a question, asked everywhere', () => {
  it('finds the Region in which it is allowed', () => {
    const statements = [allow('sagemaker:*'), allow('s3:*'), deny('sagemaker:*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })];
    expect(asked(statements)).toMatchObject({
      kind: 'possible',
      example: { resource: `arn:aws:sagemaker:eu-central-1:${account}:model/example` },
    });
  });

  it('finds the Region by a condition among others', () => {
    const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-central-1', 'aws:PrincipalAccount': account } };
    expect(asked([allow('sagemaker:*', { Condition })])).toMatchObject({
      kind: 'possible',
      example: { resource: `arn:aws:sagemaker:eu-central-1:${account}:model/example` },
    });
  });

  it('tells callers apart by a variable among other values', () => {
    const Condition = { StringEquals: { 'aws:ResourceTag/owner': ['everybody', '${aws:PrincipalArn}'] } };
    const document = readPolicy(policyText(allow('sagemaker:*', { Condition })), 'identity');
    const demands = {
      'aws:resourcetag/owner': { kind: 'listed', candidates: [{ value: { kind: 'one', value: `arn:aws:iam::${account}:role/r` } }] },
    } as const;
    const of = (name: string) =>
      ask(
        { identity: [{ name: 'own', document }] },
        { ...caller, principal: { ...caller.principal, arn: `arn:aws:iam::${account}:role/${name}` } },
        { ...question, demands },
        place,
      ).kind;
    expect([of('r'), of('s')]).toEqual(['possible', 'impossible']);
  });

  it('finds it by the Region of one resource among several', () => {
    const resource = [`arn:aws:sagemaker:*:${account}:notebook-instance/*`, `arn:aws:sagemaker:eu-central-1:${account}:model/*`, elsewhere];
    expect(asked([allow('sagemaker:*', { Resource: resource })])).toMatchObject({
      kind: 'possible',
      example: { resource: `arn:aws:sagemaker:eu-central-1:${account}:model/example` },
    });
  });

  it('is impossible where it is allowed in Regions that are not asked about alone', () => {
    expect(asked([allow('sagemaker:*', { Resource: elsewhere })]).kind).toBe('impossible');
  });

  it('cannot be answered where no Region was read', () => {
    const policies = { identity: [{ name: 'own', document: readPolicy(policyText(allow('sagemaker:*')), 'identity') }] };
    expect(ask(policies, caller, question, { partition: 'aws', regions: [] }).kind).toBe('unknown');
  });

  it('comes from the internet and through endpoints', () => {
    const fromEndpoint = [allow('sagemaker:*'), deny('*', { Null: { 'aws:SourceVpce': 'true' } })];
    expect(asked(fromEndpoint).kind).toBe('possible');
    expect(asked(fromEndpoint, { origins: ['internet'] }).kind).toBe('impossible');
    const fromOffice = [allow('sagemaker:*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } })];
    expect(asked(fromOffice).kind).toBe('possible');
    expect(asked(fromOffice, { origins: ['endpoint'] }).kind).toBe('impossible');
  });

  it('is never half from the internet and half through an endpoint', () => {
    const both = [
      allow('sagemaker:*', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' }, StringLike: { 'aws:SourceVpc': 'vpc-*' } } }),
    ];
    expect(asked(both).kind).toBe('impossible');
  });

  it('tells a key that the request must carry although no policy asks for it', () => {
    const demands = { 'sagemaker:networkisolation': { kind: 'listed', candidates: [{ value: { kind: 'one', value: 'false' } }] } } as const;
    expect(asked([allow('sagemaker:*')], { demands })).toMatchObject({ example: { context: [['sagemaker:networkisolation', 'false']] } });
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  it.each<[string, Written, string]>([
    ['the account of who asks', { StringEquals: { 'aws:PrincipalAccount': account } }, 'possible'],
    ['… of another', { StringEquals: { 'aws:PrincipalAccount': '999988887777' } }, 'impossible'],
    ['the ARN of the role', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/r` } }, 'possible'],
    ['no organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'impossible'],
    ['multi-factor authentication, which the caller may have', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'possible'],
    ['plain HTTP, which AWS does not answer', { Bool: { 'aws:SecureTransport': 'false' } }, 'impossible'],
    ['a tag of the role that it does not have', { StringEquals: { 'aws:PrincipalTag/team': 'ml' } }, 'impossible'],
    ['a tag of the request', { StringEquals: { 'aws:RequestTag/team': 'ml' } }, 'possible'],
    ['a tag of what is only being made', { StringEquals: { 'aws:ResourceTag/team': 'ml' } }, 'impossible'],
    ['a user name, which sessions have none', { StringLike: { 'aws:username': '*' } }, 'impossible'],
    ['a service', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, 'impossible'],
    ['through CloudFormation, perhaps', { Bool: { 'aws:ViaAWSService': 'true' } }, 'unknown'],
    ['at a time', { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, 'unknown'],
    ['a key of another service', { StringEquals: { 's3:prefix': 'x' } }, 'impossible'],
    ['a key that the action does not support', { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } }, 'impossible'],
    ['a key of Studio sessions', { StringLike: { 'sagemaker:DomainId': 'd-*' } }, 'unknown'],
  ])('knows what a request carries: %s', (_name, Condition, expected) => {
    expect(asked([allow('sagemaker:CreateModel', { Condition })]).kind).toBe(expected);
  });
});

describe('the same question', () => {
  it('is not mistaken for that of somebody else, of other policies or of another Region', () => {
    const mine = [allow('sagemaker:*', { Resource: `arn:aws:sagemaker:*:${account}:model/\${aws:PrincipalTag/team}-*` })];
    const document = readPolicy(policyText(...mine), 'identity');
    const policies = { identity: [{ name: 'own', document }] };
    const withTeam = (team: string) => ({ ...caller, tags: new Map([['team', team]]) });
    const resourceOf = (answer: ReturnType<typeof ask>) => (answer.kind === 'possible' ? answer.example.resource : answer.kind);
    expect(resourceOf(ask(policies, withTeam('a'), question, place))).toContain('model/a-');
    expect(resourceOf(ask(policies, withTeam('b'), question, place))).toContain('model/b-');
    expect(ask({ identity: [{ name: 'renamed', document }] }, withTeam('a'), question, place)).toMatchObject({
      by: [{ policy: 'renamed' }],
    });
    expect(resourceOf(ask(policies, withTeam('a'), question, { partition: 'aws', regions: ['us-east-1'] }))).toContain(':us-east-1:');
  });
});
