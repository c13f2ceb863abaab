import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mlsec, type Ended } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { startProxy, startTls, type Listening } from '../support/connect-proxy.ts';

const certificate = fileURLToPath(new URL('../../fixtures/tls/localhost.pem', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mlsec-proxy-'));

let aws: Loopback;
let tls: Listening;
let proxy: Awaited<ReturnType<typeof startProxy>>;

beforeAll(async () => {
  aws = await startLoopback(loadAccount(demoAccountPath));
  tls = await startTls(aws.url);
});
afterAll(async () => {
  await tls.close();
  await aws.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await proxy?.close();
  proxy = await startProxy();
  aws.reset();
});
afterAll(() => proxy.close());

/** An audit of one family over TLS; the environment may say more. */
function audit(env: Record<string, string>): Promise<Ended> {
  const args = ['audit', '--region', 'eu-west-1', '--check', 'notebook-root-access', '--fail-on', 'none'];
  return mlsec(args, { env: { ...aws.environment(), AWS_ENDPOINT_URL: `https://localhost:${tls.port}`, ...env } });
}

describe('AWS_CA_BUNDLE', () => {
  it('is what makes a certificate of your own trusted', async () => {
    expect(await audit({ AWS_CA_BUNDLE: certificate })).toMatchObject({ exit: 0 });
  });

  it('is named by the message where it is missing', async () => {
    const { exit, stdout, stderr } = await audit({});
    expect([exit, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(
      /^mlsec: error: the certificate of what answers for AWS STS in eu-west-1 is not trusted: .*\nhint: .*AWS_CA_BUNDLE/,
    );
  });

  it.each([
    ['a file that is not there', '/nonexistent/ca.pem', /which cannot be read \(ENOENT\)/],
    ['a file without certificates', join(folder, 'text.pem'), /which holds no certificate in PEM/],
    ['a broken certificate', join(folder, 'broken.pem'), /whose certificate 1 is broken/],
  ])('%s is refused before anything is sent', async (_what, path, words) => {
    writeFileSync(join(folder, 'text.pem'), 'not a certificate\n');
    writeFileSync(join(folder, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n');
    const { exit, stderr } = await audit({ AWS_CA_BUNDLE: path });
    expect(exit).toBe(2);
    expect(stderr).toMatch(words);
    expect(aws.calls).toEqual([]);
  });
});

describe('HTTPS_PROXY', () => {
  const through = (): string => `http://ada:s3cr3t-of-ada@127.0.0.1:${proxy.port}`;

  it('is the way of every request, with its password, which nobody else sees', async () => {
    const { exit, stdout, stderr } = await audit({ AWS_CA_BUNDLE: certificate, HTTPS_PROXY: through() });
    expect(exit).toBe(0);
    expect(aws.calls.length).toBeGreaterThan(3);
    expect(new Set(proxy.tunnels.map(({ host }) => host))).toEqual(new Set([`localhost:${tls.port}`]));
    expect(proxy.tunnels[0]?.auth).toBe(`Basic ${Buffer.from('ada:s3cr3t-of-ada').toString('base64')}`);
    expect(stdout + stderr).not.toContain('s3cr3t-of-ada');
  });

  it('is not asked for hosts in NO_PROXY', async () => {
    const { exit } = await audit({ AWS_CA_BUNDLE: certificate, HTTPS_PROXY: through(), NO_PROXY: 'example.com,localhost' });
    expect(exit).toBe(0);
    expect(proxy.tunnels).toEqual([]);
  });

  it('that does not answer is told without its password', async () => {
    const { exit, stderr } = await audit({ AWS_CA_BUNDLE: certificate, HTTPS_PROXY: 'http://ada:s3cr3t-of-ada@127.0.0.1:9' });
    expect(exit).toBe(4);
    expect(stderr).toMatch(/no answer from AWS STS in eu-west-1/);
    expect(stderr).toContain('HTTPS_PROXY');
    expect(stderr).not.toContain('s3cr3t-of-ada');
  });
});
