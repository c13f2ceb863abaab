import { execFile } from 'node:child_process';
import { cpSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { accountOf, header, notebook } from './support/account.ts';
import { loadedBy, packagesIn } from './support/loaded.ts';
import { saveInventory, scratch } from './support/run.ts';
import { binary, mlsec } from './support/spawn.ts';

const folder = scratch();

describe('start-up', () => {
  const loaded = (args: readonly string[], env?: Record<string, string>) => loadedBy(args, join(folder, 'modules'), env);
  const ofTheSdk = (packages: ReadonlySet<string>) => [...packages].filter((name) => /^@aws-sdk|^@smithy/.test(name));

  test.each<[string[], number]>([
    [['--version'], 2],
    [['--help'], 3],
    [['audit', '--help'], 3],
    [['audti'], 3],
    [['audit', '--inventory', 'none'], 4],
    [['checks'], 4],
    [['explain', 'notebook-root-access'], 4],
    [['audit', '--demo'], 5],
  ])('%j loads %i files, nothing of the AWS SDK, and no module of Node that takes long', async (args, most) => {
    const found = await loaded(args);
    // Proof that the log works: the program's own entry must be in it.
    expect(found.files).toContain('main.cjs');
    expect(found.files.length).toBeLessThanOrEqual(most);
    expect(ofTheSdk(found.packages)).toEqual([]);
    expect(found.others.filter((name) => /crypto|child_process|http|tls|os$/.test(name))).toEqual([]);
  });

  test('a live audit loads of the SDK what the first request needs, and no way to credentials that it does not go', async () => {
    const found = await loaded(['audit', '--region', 'eu-west-1', '--endpoint-url', 'http://127.0.0.1:9'], {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret-of-a-test',
    });
    expect(ofTheSdk(found.packages)).toContain('@aws-sdk/client-sts');
    const notYet = /client-(ec2|sagemaker|iam)|credential-provider-(http|ini|login|process|sso|web-identity|imds)|nested-clients/;
    expect(ofTheSdk(found.packages).filter((name) => notYet.test(name))).toEqual([]);
  });

  test.each(['@aws-sdk/client-ec2', '@aws-sdk/client-sagemaker'])('of %s, the bundle holds the operations that are used', (client) => {
    const file = `${client.replace('@aws-sdk/', '')}.cjs`;
    expect(packagesIn(file)).toContain(client);
    // The whole client has megabytes.
    expect(statSync(join(dirname(binary), '..', 'dist', 'cli', file)).size).toBeLessThan(300_000);
  });
});

describe('a process of its own', () => {
  test('a copy that is not built says so', async () => {
    cpSync(dirname(binary), join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const failed = await promisify(execFile)(process.execPath, [join(folder, 'bin', 'mlsec.js')]).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 70,
      stdout: '',
      stderr: expect.stringMatching(/^mlsec: error: .* not built\nhint: run `npm ci`/) as string,
    });
  });

  test('that ends while the program still waits ends as a bug', async () => {
    const deaf = 'data:text/javascript,process.stdout.write = () => true;';
    expect(await mlsec(['--version'], { node: ['--import', deaf] })).toMatchObject({ exit: 70, stdout: '' });
  });

  const many = saveInventory(
    folder,
    'many.ndjson',
    accountOf(Array.from({ length: 20_000 }, (_, index) => notebook(`notebook-${index}`, 'Enabled'))),
  );
  const shell = (command: string) =>
    promisify(execFile)('bash', ['-c', `set -o pipefail; mlsec() { "${process.execPath}" "${binary}" "$@"; }; ${command}`], {
      maxBuffer: 2 ** 28,
    });

  test('a large report reaches a slow reader whole', async () => {
    const { stdout } = await shell(
      `mlsec audit --inventory '${many}' --check notebook-root-access -f json --fail-on none | (sleep 1; cat)`,
    );
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(20_000);
  });

  test('a reader that has seen enough is no error', async () => {
    const { stdout, stderr } = await shell(
      `mlsec audit --inventory '${many}' -f json --check notebook-root-access --fail-on none | head -c 1`,
    );
    expect(stdout).toBe('{');
    expect(stderr).toMatch(/^mlsec: exit 0: [^\n]*\n$/);
  });

  test.skipIf(process.platform !== 'linux')('a full disk behind stdout is an error', async () => {
    const failed = await shell(`mlsec audit --inventory '${many}' -f json --check notebook-root-access --fail-on none > /dev/full`).catch(
      (error: unknown) => error,
    );
    expect(failed).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^mlsec: error: cannot write to stdout\nhint: .*ENOSPC/) as string,
    });
  });
});

describe('a gigabyte of garbage', () => {
  const headerLine = JSON.stringify({ format: 'mlsec-inventory', version: 1, mlsec: '0.0.0', ...header });

  test.each<[string, string, RegExp]>([
    ['from the start', '', /line 1 is far too long/],
    ['behind a header', `${headerLine}\n`, /line 2 is longer than any line/],
  ])('%s ends in moments, without memory', async (_name, start, message) => {
    const path = join(folder, 'garbage');
    writeFileSync(path, start);
    truncateSync(path, 2 ** 30);
    const began = performance.now();
    const result = await mlsec(['audit', '--inventory', path], { node: ['--max-old-space-size=128'] });
    expect(result).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringMatching(message) as string });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe.skipIf(process.platform === 'win32')('signals, while AWS does not answer', () => {
  /** Takes every connection and says nothing. */
  async function withSilence<T>(work: (url: string, asked: Promise<void>) => Promise<T>): Promise<T> {
    const sockets = new Set<Socket>();
    let hear = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', () => hear());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    try {
      return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, asked);
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  }

  const env = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret-of-a-test' };

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s exits %i soon', async (signal, code) => {
    const result = await withSilence((url, asked) =>
      mlsec(['audit', '--region', 'eu-west-1', '--endpoint-url', url], {
        env,
        running: (child) => void asked.then(() => child.kill(signal)),
      }),
    );
    expect(result).toMatchObject({ exit: code, signal: null, stdout: '' });
    expect(result.stderr).toBe(
      `mlsec: ${signal}: stopping, and keeping what was read so far; once more ends at once\nmlsec: error: stopped by ${signal} before a report was written\n`,
    );
  });
});
