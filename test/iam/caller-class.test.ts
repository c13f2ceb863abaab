import { describe, expect, it } from 'vitest';
import { callerClass } from '../../src/iam/caller-class.ts';
import type { Caller } from '../../src/iam/key-domain.ts';
import { readPolicy, type Statement } from '../../src/iam/policy-document.ts';
import { allow, own, when } from '../support/crossing.ts';

const account = '111122223333';

function statements(...Statement: readonly object[]): readonly Statement[] {
  const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (policy.kind === 'unreadable') throw new Error(policy.reason);
  return policy.statements;
}

function called(name: string, tags: readonly (readonly [string, string])[] = []): Caller {
  return own({ principal: { type: 'role', arn: `arn:aws:iam::${account}:role/${name}`, account }, tags: new Map(tags) });
}

describe('callers of one account', () => {
  it.each<[string, object]>([
    ['by a tag', allow(when('StringEquals', 'aws:PrincipalTag/Exempt', 'true'))],
    ['by the ARN', allow(when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ml'))],
    ['by a Principal', allow({ Principal: { AWS: [account, `arn:aws:iam::${account}:role/ml`] } })],
    ['by a NotPrincipal', { Effect: 'Deny', NotPrincipal: { AWS: `arn:aws:iam::${account}:role/ml` }, Action: '*', Resource: '*' }],
    ['by a session', allow({ Principal: { AWS: `arn:aws:sts::${account}:assumed-role/ml/SageMaker` } })],
    ['by a tag in the resource', allow({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/exempt}/*' })],
    [
      'by a variable among other ARNs',
      allow({ Condition: { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/x', 'arn:aws:iam::${aws:PrincipalAccount}:role/ml'] } } }),
    ],
    ['by the user id', allow(when('StringLike', 'aws:userid', 'AROA*:*'))],
  ])('are told apart %s', (_how, statement) => {
    const classOf = callerClass(statements(allow(), statement));
    expect(classOf?.(called('ml', [['exempt', 'true']]))).not.toBe(classOf?.(called('other')));
  });

  it.each<[string, object]>([
    ['their account', allow({ Principal: { AWS: account } })],
    ['the root of their account', allow({ Principal: { AWS: `arn:aws:iam::${account}:root` } })],
    ['their organization', allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))],
    ['whoever owns both ends', allow(when('StringEquals', 'aws:ResourceOrgID', '${aws:PrincipalOrgID}'))],
    ['the endpoint', allow(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))],
  ])('are one by %s', (_what, statement) => expect(callerClass(statements(statement))).toBeUndefined());

  it('are alike where they differ in what nobody asks about', () => {
    const classOf = callerClass(
      statements(allow({ Condition: { StringEquals: { 'aws:PrincipalTag/exempt': 'true' }, ArnLike: { 'aws:PrincipalArn': '*/ml-*' } } })),
    );
    expect(classOf?.(called('ml-one', [['team', 'a']]))).toBe(classOf?.(called('ml-two', [['team', 'b']])));
    expect(classOf?.(called('ml-one'))).not.toBe(classOf?.(called('one')));
  });

  it('are not alike to one whose tags nobody read', () => {
    const classOf = callerClass(statements(allow(when('StringEquals', 'aws:PrincipalTag/exempt', 'true'))));
    expect(classOf?.(own({ tags: undefined }))).not.toBe(classOf?.(own()));
  });
});
