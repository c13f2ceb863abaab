import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../src/iam/policy-document.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const text = (...Statement: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement });

describe('a policy document', () => {
  it.each([
    ['plain', text(statement)],
    ['URL-encoded, as IAM sends it', encodeURIComponent(text(statement))],
    ['URL-encoded with + for spaces', encodeURIComponent(text(statement)).replaceAll('%20', '+')],
    ['with white space around it', `\n  ${text(statement)}\n`],
    ['one statement, in no list', JSON.stringify({ Statement: statement })],
  ])('is read %s', (_how, document) => {
    const policy = readPolicy(document);
    expect(policy.kind === 'read' && policy.statements).toMatchObject([
      { effect: 'Allow', actions: { not: false, patterns: ['s3:GetObject'] }, resources: { not: false, patterns: ['*'] } },
    ]);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  it.each([
    ['*', { not: false, patterns: ['*'] }],
    [{ AWS: '*' }, { not: false, patterns: ['*'] }],
    [
      { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/a'] },
      { not: false, patterns: ['111122223333', 'arn:aws:iam::111122223333:role/a'] },
    ],
    [{ Service: 'sagemaker.amazonaws.com' }, { not: false, patterns: ['Service:sagemaker.amazonaws.com'] }],
  ])('knows the principal %j', (Principal, expected) => {
    const policy = readPolicy(text({ ...statement, Principal }));
    expect(policy.kind === 'read' && policy.statements[0]?.principals).toEqual(expected);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
  it('reads conditions with one value or many, and keys in whatever case', () => {
    const Condition = {
      StringEquals: { 'AWS:PrincipalOrgId': 'o-1' },
      Bool: { 'aws:SecureTransport': true },
      'ForAnyValue:StringLike': { a: ['x', 'y'] },
    };
    const policy = readPolicy(text({ ...statement, Condition }));
    expect(policy.kind === 'read' && policy.statements[0]?.conditions).toEqual([
      { operator: 'StringEquals', key: 'aws:principalorgid', values: ['o-1'] },
      { operator: 'Bool', key: 'aws:securetransport', values: ['true'] },
      { operator: 'ForAnyValue:StringLike', key: 'a', values: ['x', 'y'] },
    ]);
  });

  it.each([
    ['nothing', '', 'is no JSON'],
    ['cut off', text(statement).slice(0, 40), 'is no JSON'],
    ['a broken escape', '%7B%', 'is no JSON'],
    ['a list', '[]', 'is no JSON object'],
    ['a number', '%34', 'is no JSON object'],
    ['no statement', '{}', 'has a statement 1 that is no object'],
    ['a statement that is a text', text('Allow'), 'has a statement 1 that is no object'],
    ['no effect', text({ Action: '*', Resource: '*' }), 'has no Effect that is known in statement 1'],
    ['an effect in lower case', text({ ...statement, Effect: 'allow' }), 'has no Effect that is known in statement 1'],
    ['no action', text({ Effect: 'Allow', Resource: '*' }), 'names no action in statement 1'],
    ['Action and NotAction', text({ ...statement, NotAction: 'a:b' }), 'has both Action and NotAction in statement 1'],
    ['an element nobody has heard of', text(statement, { ...statement, Maybe: true }), 'has the unknown element Maybe in statement 2'],
    [
      'an action that is a number of objects',
      text({ ...statement, Action: [{}] }),
      'has something other than text in the Action of statement 1',
    ],
    [
      'a principal that is a name',
      text({ ...statement, Principal: 'ada' }),
      'has a Principal that is neither * nor an object in statement 1',
    ],
    ['a condition that is a text', text({ ...statement, Condition: 'never' }), 'has a Condition that is no object in statement 1'],
    [
      'an operator without keys',
      text({ ...statement, Condition: { Bool: true } }),
      'has a Condition whose Bool is no object in statement 1',
    ],
  ])('is unreadable as a whole: %s', (_what, document, reason) => {
    expect(readPolicy(document)).toEqual({ kind: 'unreadable', reason });
  });
});
