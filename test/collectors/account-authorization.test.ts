import { IAMClient } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import accountAuthorization from '../../src/collectors/account-authorization.ts';
import { replay } from '../support/aws/replay.ts';
import { sessionWith } from '../support/session.ts';

const noLimit = { since: null, probe: false, progress: () => undefined };

/** What the collector makes of these pages of IAM, answered inside the real client. */
async function collected(...pages: readonly object[]) {
  const client = new IAMClient({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, maxAttempts: 1 });
  const played = replay({ GetAccountAuthorizationDetails: pages } as Parameters<typeof replay>[0]);
  client.middlewareStack.use(played);
  const session = sessionWith({ region: 'aws-global', iam: async () => client });
  return { ...(await accountAuthorization.collect(session, noLimit)), sent: played.sent };
}

const user = (UserName: string) => ({ UserName, Arn: `arn:aws:iam::111122223333:user/${UserName}`, Path: '/' });

describe('the account authorization details', () => {
  it('are read to the last page, which may begin another list', async () => {
    const { fact, ledger, sent } = await collected(
      { UserDetailList: [user('ada')], IsTruncated: true, Marker: 'next' },
      { GroupDetailList: [{ GroupName: 'g', Arn: 'arn:aws:iam::111122223333:group/g' }], IsTruncated: false },
    );
    expect(fact.known && fact.value.map((row) => Object.keys(row)[0])).toEqual(['User', 'Group']);
    expect(sent.map(({ input }) => input['Marker'])).toEqual([undefined, 'next']);
    expect(ledger).toEqual([{ operation: 'iam:GetAccountAuthorizationDetails', calls: 2, complete: true }]);
  });

  it('bring the tags and ids of users and roles, which conditions on aws:PrincipalTag and aws:userid ask for', async () => {
    const Tags = [{ Key: 'team', Value: 'fraud' }];
    const role = {
      RoleName: 'r',
      Arn: 'arn:aws:iam::111122223333:role/r',
      Path: '/',
      RoleId: 'AROA',
      CreateDate: '2026-01-01T00:00:00Z',
      Tags,
    };
    const { fact } = await collected({ UserDetailList: [{ ...user('ada'), Tags }], RoleDetailList: [role], IsTruncated: false });
    expect(fact.known && fact.value).toEqual([
      { User: { ...user('ada'), Tags } },
      { Role: { RoleName: 'r', Arn: 'arn:aws:iam::111122223333:role/r', Path: '/', RoleId: 'AROA', Tags } },
    ]);
  });

  it.each([
    ['a page that is cut off and does not say where it goes on', [{ UserDetailList: [user('ada')], IsTruncated: true }]],
    ['a page without any list', [{ IsTruncated: false }]],
    ['a page that leads back to itself', [1, 2, 3].map(() => ({ UserDetailList: [user('ada')], IsTruncated: true, Marker: 'same' }))],
  ])('with %s are a gap, and never an account without anybody', async (_what, pages) => {
    const { fact, ledger } = await collected(...pages);
    expect(fact.known).toBe(false);
    expect(ledger[0]?.complete).toBe(false);
  });
});
