import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../src/iam/policy-document.ts';
import type { KeyDomain } from '../../src/iam/question.ts';
import { solve } from '../../src/iam/solve.ts';

const principal = { type: 'role', arn: 'arn:aws:iam::999999999999:role/any', account: '999999999999' } as const;

/** May somebody whose ARN is in one account ask, where only ARNs like this are allowed? */
function asked(pattern: string, base: string): string {
  const Statement = [
    { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Condition: { ArnLike: { 'aws:PrincipalArn': pattern } } },
  ];
  const document = readPolicy(JSON.stringify({ Statement }));
  const domain: KeyDomain = { kind: 'free', type: 'text', optional: false, base };
  return solve(
    { identity: [{ name: 'p', document }] },
    { principal, action: 's3:PutObject', resource: '*', naturalResources: [], domainOf: () => domain },
  ).kind;
}

describe('a key whose values are free within a pattern', () => {
  it('takes on what the pattern and a condition both hold', () => {
    expect(asked('arn:aws:iam::*:role/ml', 'arn:aws:iam::999999999999:role/*')).toBe('possible');
  });

  it('takes on nothing beyond the pattern', () => {
    expect(asked('arn:aws:iam::111122223333:role/*', 'arn:aws:iam::999999999999:role/*')).toBe('impossible');
  });
});
