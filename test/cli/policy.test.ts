import { describe, expect, it } from 'vitest';
import { inventory } from '../support/inventory.ts';
import { allow, roleWith } from '../support/principals.ts';
import { refused } from '../support/rows.ts';
import { run, saveInventory, scratch } from './support/run.ts';

const folder = scratch();
const open = saveInventory(
  folder,
  'open.ndjson',
  inventory({ accountAuthorization: [roleWith('r', [allow('sagemaker:*')]), roleWith('boss', [allow('*')])] }),
);
const closed = saveInventory(folder, 'closed.ndjson', inventory({ accountAuthorization: [roleWith('r', [allow('s3:*')])] }));
const unread = saveInventory(folder, 'unread.ndjson', inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }));

describe('mlsec policy --guardrails', () => {
  it('prints policies as JSON, and what to know of them on stderr', async () => {
    const { exit, stdout, stderr } = await run(['policy', '--guardrails', '--inventory', open]);
    expect(exit).toBe(0);
    const { ServiceControlPolicies, IdentityPolicies } = JSON.parse(stdout) as Record<string, readonly { readonly Version: string }[]>;
    expect(IdentityPolicies?.map(({ Version }) => Version)).toContain('2012-10-17');
    expect(ServiceControlPolicies?.length).toBeGreaterThan(0);
    expect(stderr).toContain('1 administrators of 111122223333 can lift identity policies'.replace('1 administrators', '1 administrator'));
    expect(stderr).toContain('the account is in no organization');
    expect(stderr).toContain('endpoint configurations that name models have none');
  });

  it('reads nothing where the file cannot be written', async () => {
    const { exit, stdout, stderr } = await run(['policy', '--guardrails', '--inventory', unread, '-o', '/nonexistent/policy.json']);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('could not be read (iam');
  });

  it('prints no identity policy where nothing escapes', async () => {
    const { exit, stdout } = await run(['policy', '--guardrails', '--inventory', closed]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ IdentityPolicies: [] });
  });

  it('says whose principals could not be read, and is incomplete without them', async () => {
    const { exit, stderr } = await run(['policy', '--guardrails', '--inventory', unread]);
    expect(exit).toBe(3);
    expect(stderr).toContain('users and roles of 111122223333 could not be read (iam:GetAccountAuthorizationDetails');
  });

  it.each([
    [['--demo'], '--demo has no effect without --guardrails'],
    [['--inventory', open], '--inventory has no effect without --guardrails'],
    [['--profile', 'prod'], '--profile has no effect without --guardrails'],
  ])('refuses %j without --guardrails', async (args, said) => {
    const { exit, stdout, stderr } = await run(['policy', ...args]);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });
});
