import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mlsec, type Ended } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';

const demo = loadAccount(demoAccountPath);
const { accessKeyId, secretAccessKey } = credentialsOf(demo.account);
const home = mkdtempSync(join(tmpdir(), 'mlsec-home-'));

let aws: Loopback;
/** Gives out credentials for a token of single sign-on, and is the loopback AWS for all else. */
let front: Server;
const asked: { path: string; token: string | undefined }[] = [];

beforeAll(async () => {
  aws = await startLoopback(demo);
  const { hostname, port } = new URL(aws.url);
  front = createServer((incoming, answer) => {
    if (incoming.url?.startsWith('/federation/credentials') === true) {
      asked.push({ path: incoming.url, token: incoming.headers['x-amz-sso_bearer_token'] as string | undefined });
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.end(
        JSON.stringify({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken: 'session', expiration: Date.now() + 3_600_000 } }),
      );
      return;
    }
    const inner = request({ hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    incoming.pipe(inner);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  mkdirSync(join(home, '.aws/sso/cache'), { recursive: true });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await new Promise((resolve) => front.close(resolve));
  await aws.close();
  rmSync(home, { recursive: true });
});

/** An audit with a profile of these lines, and no credentials in the environment. */
function audit(...profile: readonly string[]): Promise<Ended> {
  const config = join(home, '.aws/config');
  writeFileSync(config, ['[profile mine]', 'region = eu-west-1', ...profile, ''].join('\n'));
  const { port } = front.address() as AddressInfo;
  const env = { HOME: home, AWS_CONFIG_FILE: config, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
  return mlsec(['audit', '-f', 'json', '--profile', 'mine', '--check', 'notebook-root-access', '--fail-on', 'none'], { env });
}

const sso = ['sso_session = corp', `sso_account_id = ${demo.account}`, 'sso_role_name = audit'];
const session = ['[sso-session corp]', 'sso_region = eu-west-1', 'sso_start_url = https://corp.example/start'];
const token = (expiresAt: Date): void =>
  writeFileSync(
    join(home, '.aws/sso/cache', `${createHash('sha1').update('corp').digest('hex')}.json`),
    JSON.stringify({ accessToken: 'token-of-ada', expiresAt: expiresAt.toISOString() }),
  );

const account = ({ stdout }: Ended): unknown =>
  (JSON.parse(stdout) as { readonly scope: { readonly accounts: readonly string[] } }).scope.accounts;

describe('a profile', () => {
  it('of single sign-on', async () => {
    token(new Date(Date.now() + 3_600_000));
    const ended = await audit(...sso, ...session);
    expect(ended.exit, ended.stderr).toBe(0);
    expect(account(ended)).toEqual([demo.account]);
    expect(asked).toEqual([{ path: expect.stringContaining('role_name=audit'), token: 'token-of-ada' }]);
    expect(ended.stdout + ended.stderr).not.toContain('token-of-ada');
  });

  it('of single sign-on, which has run out: no audit, and what to do', async () => {
    token(new Date(Date.now() - 60_000));
    const { exit, stdout, stderr } = await audit(...sso, ...session);
    expect([exit, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^mlsec: error: .*\nhint: .*aws sso login/);
    expect(asked).toEqual([]);
  });

  it('with a program that gives credentials', async () => {
    const program = join(home, 'give');
    writeFileSync(
      program,
      `#!/bin/sh\necho '${JSON.stringify({ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey })}'\n`,
    );
    chmodSync(program, 0o700);
    const ended = await audit(`credential_process = ${program}`);
    expect(ended.exit, ended.stderr).toBe(0);
    expect(account(ended)).toEqual([demo.account]);
  });

  it.each([
    ['a role whose source does not exist', ['role_arn = arn:aws:iam::111122223333:role/audit', 'source_profile = nobody']],
    [
      'a role that asks for a second factor',
      [
        'role_arn = arn:aws:iam::111122223333:role/audit',
        'source_profile = base',
        'mfa_serial = arn:aws:iam::111122223333:mfa/ada',
        '[profile base]',
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
      ],
    ],
    ['a program that fails', ['credential_process = /bin/false']],
    ['nothing that gives credentials', []],
  ])('with %s: no audit, and the reason', async (_what, lines) => {
    const { exit, stdout, stderr } = await audit(...lines);
    expect([exit, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^mlsec: error: \S.*\nhint: \S/);
  });
});
