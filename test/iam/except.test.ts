import { describe, expect, it } from 'vitest';
import { ask, type Ask } from '../../src/iam/ask.ts';
import type { Caller } from '../../src/iam/key-domain.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';

const account = '111122223333';
const caller: Caller = {
  principal: { type: 'user', arn: `arn:aws:iam::${account}:user/alice`, account },
  tags: new Map([['owner', 'alice']]),
  sessionTags: false,
  organization: null,
};
const profile = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:user-profile/d-1/${name}`;
const question: Ask = {
  action: 'sagemaker:CreatePresignedDomainUrl',
  resource: profile('?*'),
  except: [profile('alice')],
  examples: [profile('alice'), profile('bob')],
  demands: {},
};

const answer = (Statement: unknown, given: Partial<Ask> = {}) =>
  ask(
    { identity: [{ name: 'p', document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement })) }] },
    caller,
    { ...question, ...given },
    { partition: 'aws', regions: ['eu-west-1'] },
  );

const allow = (Resource: unknown, Condition: unknown = {}) => ({ Effect: 'Allow', Action: 'sagemaker:*', Resource, Condition });

describe('asking about all resources but some', () => {
  it.each([
    ['only what is left out is allowed', allow(profile('alice')), 'impossible'],
    ['what is left out by a variable', allow(profile('${aws:username}')), 'impossible'],
    ['another is allowed by name', allow([profile('alice'), profile('carol')]), 'possible'],
    ['a pattern takes in others', allow(profile('al*')), 'possible'],
    ['all but what is left out is denied', [allow('*'), { Effect: 'Deny', Action: '*', NotResource: profile('alice') }], 'impossible'],
    ['others with exceptions', [allow('*'), { Effect: 'Deny', Action: '*', Resource: profile('bob') }], 'possible'],
  ])('%s', (_what, statement, kind) => {
    expect(answer(statement).kind).toBe(kind);
  });

  it('shows one of the others', () => {
    const found = answer(allow(profile('al*')));
    expect(found.kind === 'possible' && found.example.resource).toMatch(/user-profile\/d-1\/al(?!ice$)/);
  });

  it('is impossible where all are left out', () => {
    expect(answer(allow('*'), { except: [profile('*')] }).kind).toBe('impossible');
  });
});

describe('asking about all values of a key but some', () => {
  const tied = (value: string) => allow('*', { StringEquals: { 'aws:ResourceTag/owner': value } });
  const others = (except: readonly string[]): Partial<Ask> => ({
    except: [],
    demands: { 'aws:resourcetag/owner': { kind: 'free', type: 'text', optional: true, except } },
  });

  it.each([
    ['the tie to one’s own tag', tied('${aws:PrincipalTag/owner}'), ['alice'], 'impossible'],
    ['the tie to one’s own tag, nothing left out', tied('${aws:PrincipalTag/owner}'), [], 'possible'],
    ['a tie to somebody else', tied('bob'), ['alice'], 'possible'],
    ['no tag at all is not excluded', allow('*', { Null: { 'aws:ResourceTag/owner': 'true' } }), ['*'], 'possible'],
    ['a value by pattern', allow('*', { StringLike: { 'aws:ResourceTag/owner': 'al*' } }), ['alice'], 'possible'],
    ['a pattern left out', allow('*', { StringLike: { 'aws:ResourceTag/owner': 'alice*' } }), ['al*'], 'impossible'],
  ])('%s', (_what, statement, except, kind) => {
    expect(answer(statement, others(except)).kind).toBe(kind);
  });
});

describe('names of resources', () => {
  it.each([
    ['hold no colons: a policy about another account allows nothing here', allow(`arn:aws:sagemaker:*:444455556666:*`), 'impossible'],
    ['are of their account', allow(`arn:aws:sagemaker:*:${account}:*`), 'possible'],
    ['may be of any', allow('arn:aws:sagemaker:*:*:user-profile/*'), 'possible'],
  ])('%s', (_what, statement, kind) => {
    expect(answer(statement).kind).toBe(kind);
  });

  it('but for keys in buckets, which may hold anything', () => {
    const objects = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/?*', except: [], examples: [] };
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*:*' };
    expect(answer(statement, objects).kind).toBe('possible');
  });
});
