import type { Given } from './inventory.ts';
import { inventory } from './inventory.ts';
import { allow, controlledBy, deny, user, type Written } from './rows-iam.ts';
import { account, refused } from './rows.ts';
import type { Scenario } from './test-check.ts';

/** What holds for every question about principals. */
export interface AccessScenarios {
  readonly fail: readonly Scenario[];
  readonly pass: readonly Scenario[];
  readonly unknown: readonly [Scenario, ...Scenario[]];
  readonly 'not-applicable': readonly Scenario[];
}

/** The account of `given` with a user ann, who may do what these statements say. */
export function withAnn(given: Given, ...statements: readonly Written[]) {
  return inventory({ ...given, accountAuthorization: [user('ann', statements)] });
}

/**
 * Scenarios for a check of principals, from one statement that allows what it looks for.
 *
 * @param given what the check needs to find beside the principal
 * @param action the action of `risky` that matters
 */
export function accessScenarios(given: Given, risky: Written, action: string): AccessScenarios {
  const boundary = `arn:aws:iam::${account}:policy/boundary`;
  const bounded = (...statements: readonly Written[]) => {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    const policy = {
      Policy: { Arn: boundary, PolicyName: 'boundary', PolicyVersionList: [{ IsDefaultVersion: true, Document: document }] },
    };
    const ann = user('ann', [risky], { PermissionsBoundary: { PermissionsBoundaryArn: boundary } });
    return inventory({ ...given, accountAuthorization: [ann, policy] });
  };
  return {
    fail: [
      ['any: allowed', withAnn(given, risky), 'ann'],
      ['any: by a wildcard of actions', withAnn(given, allow(['sagemaker:*', 'iam:PassRole'])), 'ann'],
      ['any: within its boundary', bounded(allow('*')), 'ann'],
    ],
    pass: [
      ['any: nothing allows it', withAnn(given, allow('s3:*')), 'ann'],
      ['any: denied', withAnn(given, risky, deny(action)), 'ann'],
      ['any: beyond its boundary', bounded(allow('*'), deny(action)), 'ann'],
      [
        'any: the organization stops it',
        inventory({ ...given, accountAuthorization: [user('ann', [risky])], ...controlledBy(deny(action)) }),
        'ann',
      ],
      [
        'any: the organization stops even an administrator',
        inventory({ ...given, accountAuthorization: [user('ann', [allow('*')])], ...controlledBy(deny(action)) }),
        'ann',
        { says: 'is an administrator, and still' },
      ],
    ],
    unknown: [
      [
        'any: a policy that is no JSON',
        inventory({
          ...given,
          accountAuthorization: [user('ann', [], { UserPolicyList: [{ PolicyName: 'odd', PolicyDocument: 'odd' }] })],
        }),
        'ann',
        { says: 'could not be read', missing: [] },
      ],
      [
        'any: a condition that hangs on the hour',
        withAnn(given, {
          ...risky,
          Condition: { ...(risky['Condition'] as object), DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } },
        }),
        'ann',
        { says: 'cannot tell' },
      ],
      [
        'any: IAM could not be read',
        inventory({ ...given, accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
        account,
        { missing: ['iam:GetAccountAuthorizationDetails'] },
      ],
    ],
    'not-applicable': [['any: an administrator', withAnn(given, allow('*')), 'ann', { says: 'is an administrator' }]],
  };
}
