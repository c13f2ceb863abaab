import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CollectRequest } from '../../src/collectors/collect.ts';
import type { Parts } from '../../src/cli/parts.ts';
import { accountOf } from './support/account.ts';
import type { FakeIoOptions } from './support/fake-io.ts';
import { run, scratch } from './support/run.ts';

const folder = scratch();
const one = '111122223333';
const two = '222233334444';

/** Runs a command whose account is made up: what was asked of it, and how it ended. */
async function asked(args: readonly string[], options: FakeIoOptions = {}) {
  const requests: CollectRequest[] = [];
  const parts: Partial<Parts> = {
    collector: async () => async (request) => {
      requests.push(request);
      return accountOf([]);
    },
  };
  const result = await run(['audit', ...args], { cwd: folder, ...options }, parts);
  return { ...result, request: requests[0] };
}

describe('which accounts', () => {
  test('the caller’s own by default', async () => {
    const { request } = await asked([]);
    expect(request).not.toHaveProperty('accounts');
    expect(request).not.toHaveProperty('role');
  });

  test('those that are named, by flags and in a file', async () => {
    writeFileSync(join(folder, 'accounts.txt'), `# ours\r\n${two}   # production\r\n\r\n`);
    const { request } = await asked(['--account', one, '--accounts-file', 'accounts.txt', '--exclude-account', two]);
    expect(request?.accounts).toEqual({ ids: [one, two], excluded: [two] });
  });

  test('on stdin', async () => {
    expect((await asked(['--accounts-file', '-'], { stdin: `${one}\n` })).request?.accounts).toEqual({ ids: [one], excluded: [] });
  });

  test('of an organization, and the role', async () => {
    const { request } = await asked(['--org', '--ou', 'r-ab12,ou-ab12-cd34ef56', '--role-name', 'audit/mlsec', '--external-id', 'corp-42']);
    expect(request?.accounts).toEqual({ ids: [], excluded: [], organization: { units: ['r-ab12', 'ou-ab12-cd34ef56'] } });
    expect(request?.role).toEqual({ name: 'audit/mlsec', externalId: 'corp-42' });
  });

  test('an external id alone leaves the name of the role as it is', async () => {
    expect((await asked(['--org', '--external-id', 'corp-42'])).request?.role).toEqual({ name: 'mlsec-audit', externalId: 'corp-42' });
  });
});

writeFileSync(join(folder, 'none.txt'), '# nothing\n');
writeFileSync(join(folder, 'names.txt'), `${one}\nproduction\n`);
writeFileSync(join(folder, 'binary'), new Uint8Array([0xff, 0xfe, 0x31]));

test.each<[string, string[], RegExp]>([
  ['eleven digits', ['--account', '11112222333'], /--account 11112222333 is no account id/],
  ['a name', ['--exclude-account', 'production'], /--exclude-account production is no account id/],
  ['an organization and accounts', ['--org', '--account', one], /--org names every account already/],
  ['a unit without its organization', ['--ou', 'ou-ab12-cd34ef56'], /--ou has no effect without --org/],
  ['a unit by name', ['--org', '--ou', 'Workloads'], /--ou Workloads is no organizational unit/],
  ['a role for nobody', ['--role-name', 'audit'], /--role-name has no effect on the caller's own account/],
  ['an external id for nobody', ['--external-id', 'ab'], /--external-id has no effect/],
  ['an exclusion from nothing', ['--exclude-account', one], /--exclude-account has no effect/],
  ['an ARN as a role', ['--org', '--role-name', `arn:aws:iam::${one}:role/audit`], /is no name of a role/],
  ['a role twice', ['--org', '--role-name', 'a', '--role-name', 'b'], /--role-name is given twice/],
  ['a short external id', ['--org', '--external-id', 'a'], /--external-id is not one that AWS takes/],
  ['a file that is not there', ['--accounts-file', 'nowhere.txt'], /cannot read nowhere\.txt: no such file/],
  ['a file without accounts', ['--accounts-file', 'none.txt'], /none\.txt names no account/],
  ['a file with something else', ['--accounts-file', 'names.txt'], /names\.txt: line 2 is no account id: production/],
  ['a file that is no text', ['--accounts-file', 'binary'], /binary is no UTF-8 text/],
  ['a saved account and others', ['--demo', '--org'], /--org has no effect with --demo/],
])('refused, before anything is collected: %s', async (_what, args, message) => {
  const { exit, stdout, stderr, request } = await asked(args);
  expect([exit, stdout, request]).toEqual([2, '', undefined]);
  expect(stderr).toMatch(message);
});
