import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Parts } from '../../src/cli/parts.ts';
import type { CollectRequest } from '../../src/collectors/collect.ts';
import { exitCode } from '../../src/core/exit-code.ts';
import { MlsecError } from '../../src/core/mlsec-error.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { sectionNames } from '../../src/inventory/sections.ts';
import { accountOf, notebook, refusedAccount } from './support/account.ts';
import { FakeIo, type FakeIoOptions } from './support/fake-io.ts';
import { inventoryText, run, scratch, testParts } from './support/run.ts';

/** Parts whose account is made up, and what it was asked for. */
function withAccount(answer: (request: CollectRequest) => Promise<Inventory>): { parts: Partial<Parts>; requests: CollectRequest[] } {
  const requests: CollectRequest[] = [];
  const collect = async (request: CollectRequest): Promise<Inventory> => {
    requests.push(request);
    return answer(request);
  };
  return { parts: { collector: async () => collect }, requests };
}

const account = accountOf([notebook('bad', 'Enabled'), notebook('good', 'Disabled')]);

async function requestOf(args: readonly string[], options: FakeIoOptions = {}): Promise<CollectRequest> {
  const { parts, requests } = withAccount(async () => account);
  await run(args, options, parts);
  if (requests[0] === undefined) throw new Error('nothing was collected');
  return requests[0];
}

describe('what is asked of the account', () => {
  test('by default', async () => {
    const request = await requestOf(['audit']);
    expect(request).toMatchObject({ regions: [], sections: ['notebookInstances'], readTimeoutMs: 30_000, connectTimeoutMs: 5_000 });
    expect(request).not.toHaveProperty('endpointUrl');
    expect(request).not.toHaveProperty('profile');
    const days = (Date.now() - (request.since?.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeCloseTo(90, 1);
  });

  test.each<[string, string[], Record<string, string>, string[]]>([
    ['AWS_REGION', [], { AWS_REGION: 'a', AWS_DEFAULT_REGION: 'b' }, ['a']],
    ['AWS_DEFAULT_REGION', [], { AWS_DEFAULT_REGION: 'b' }, ['b']],
    ['an empty variable is none', [], { AWS_REGION: '', AWS_DEFAULT_REGION: 'b' }, ['b']],
    ['the flag wins', ['--region', 'c'], { AWS_REGION: 'a' }, ['c']],
    ['the flag again, and as a list', ['--region', 'c,d', '--region', 'e', '--region', 'c'], {}, ['c', 'd', 'e']],
  ])('Regions: %s', async (_name, args, env, regions) => {
    expect((await requestOf(['audit', ...args], { env })).regions).toEqual(regions);
  });

  test('everything else', async () => {
    const args = ['--endpoint-url', 'http://localhost:4566', '--cli-read-timeout', '7', '--cli-connect-timeout', '2', '--since', 'all'];
    expect(await requestOf(['audit', ...args])).toMatchObject({
      endpointUrl: 'http://localhost:4566',
      readTimeoutMs: 7_000,
      connectTimeoutMs: 2_000,
      since: null,
    });
  });

  test('may listen for the end as often as it has requests in flight', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', listen);
    const { signal } = await requestOf(['audit']);
    for (let requests = 0; requests < 50; requests += 1) signal.addEventListener('abort', () => requests);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  test('collect reads every section', async () => {
    expect((await requestOf(['collect', '-o', '-'])).sections).toEqual(sectionNames);
  });

  test('the profile goes to where the SDK looks', async () => {
    const { parts, requests } = withAccount(async () => account);
    const io = new FakeIo({ env: { AWS_PROFILE: 'other' } });
    await main(['audit', '--profile', 'prod'], io, { ...testParts, ...parts });
    expect(io.env).toMatchObject({ AWS_PROFILE: 'prod', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
    expect(requests[0]?.profile).toBe('prod');
  });
});

describe('collect', () => {
  test('saves what audit reads, for its owner only', async () => {
    const cwd = scratch();
    const { parts } = withAccount(async () => account);
    const result = await run(['collect', '-o', 'out.ndjson'], { cwd }, parts);
    expect(result).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: 'mlsec: saved 2 resources of account 111122223333, eu-west-1 to out.ndjson\n',
    });
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'out.ndjson')).mode & 0o777).toBe(0o600);
    expect((await run(['audit', '--inventory', 'out.ndjson'], { cwd })).exit).toBe(1);
    expect((await run(['audit', '--inventory', 'out.ndjson', '-f', 'json'], { cwd })).stdout).toBe(
      (await run(['audit', '-f', 'json'], {}, parts)).stdout,
    );
  });

  test('to stdout, and nothing else there', async () => {
    const { parts } = withAccount(async () => account);
    const { stdout } = await run(['collect', '-o', '-'], {}, parts);
    expect(stdout.replace(/"mlsec":"[^"]*"/, '"mlsec":"0.0.0"')).toBe(inventoryText(account));
  });

  test('failed reads are told, and are no failure', async () => {
    const { parts } = withAccount(async () => refusedAccount());
    const result = await run(['collect', '-o', '-'], {}, parts);
    expect(result).toMatchObject({ exit: 0, stderr: expect.stringContaining('(1 of 1 lists could not be read)') as string });
  });
});

describe('no audit', () => {
  test('what the collection says is told, and nothing is written', async () => {
    const { parts } = withAccount(async () => {
      throw new MlsecError(exitCode.noAudit, 'no credentials', 'run aws configure');
    });
    const cwd = scratch();
    const result = await run(['audit', '-o', 'json=out.json'], { cwd }, parts);
    expect(result).toEqual({ exit: 4, stdout: '', stderr: 'mlsec: error: no credentials\nhint: run aws configure\n' });
    expect(() => statSync(join(cwd, 'out.json'))).toThrow('ENOENT');
  });

  test('outputs are looked at before anything is collected', async () => {
    const { parts, requests } = withAccount(async () => account);
    const result = await run(['audit', '-o', 'json=no/such/folder/out.json'], { cwd: scratch() }, parts);
    expect(result.exit).toBe(2);
    expect(requests).toHaveLength(0);
  });

  test('checks are looked up before anything is collected', async () => {
    const { parts, requests } = withAccount(async () => account);
    expect((await run(['audit', '--check', 'nope'], {}, parts)).exit).toBe(2);
    expect(requests).toHaveLength(0);
  });
});

describe('a signal', () => {
  const partial: Inventory = { ...account, header: { ...account.header, interrupted: true } };
  /** An account that answers only when it is told to stop. */
  const endless = () =>
    withAccount(
      (request) =>
        new Promise((resolve) => {
          request.signal.addEventListener('abort', () => resolve(partial));
        }),
    );

  async function interrupt(args: readonly string[], signal: 'SIGINT' | 'SIGTERM', parts: Partial<Parts>, options: FakeIoOptions = {}) {
    const io = new FakeIo(options);
    const exit = main(args, io, { ...testParts, ...parts });
    while (io.listenerCount(signal) === 0) await new Promise((resolve) => setImmediate(resolve));
    io.emit(signal);
    return { exit: await exit, stdout: io.stdout.text, stderr: io.stderr.text, io };
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: a partial report, and exit %i', async (signal, code) => {
    const result = await interrupt(['audit', '-f', 'json'], signal, endless().parts);
    expect(result.exit).toBe(code);
    expect(JSON.parse(result.stdout)).toMatchObject({ scope: { complete: false }, summary: { fail: 2 } });
    expect(result.stderr).toContain(`mlsec: exit ${code}: stopped by ${signal}`);
  });

  test('collect saves what there is, marked', async () => {
    const cwd = scratch();
    const result = await interrupt(['collect', '-o', 'out.ndjson'], 'SIGINT', endless().parts, { cwd });
    expect(result.exit).toBe(130);
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toContain('"interrupted":true');
    expect((await run(['audit', '--inventory', 'out.ndjson', '--check', 'notebook-root-minor'], { cwd })).exit).toBe(3);
  });

  test('before anything could be read there is no report', async () => {
    const { parts } = withAccount(
      (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(new Error('aborted somewhere deep')));
        }),
    );
    const result = await interrupt(['audit'], 'SIGINT', parts);
    expect(result).toMatchObject({ exit: 130, stdout: '' });
    expect(result.stderr).toContain('mlsec: error: stopped by SIGINT before a report was written\n');
  });

  test('a second one has its usual effect', async () => {
    const { parts } = withAccount(() => new Promise(() => undefined));
    const io = new FakeIo();
    void main(['audit'], io, { ...testParts, ...parts });
    while (io.listenerCount('SIGINT') === 0) await new Promise((resolve) => setImmediate(resolve));
    io.emit('SIGINT');
    expect([io.listenerCount('SIGINT'), io.listenerCount('SIGTERM')]).toEqual([0, 0]);
  });

  test('nothing stays behind', async () => {
    const { io } = await interrupt(['audit'], 'SIGTERM', endless().parts);
    expect(io.eventNames()).toEqual([]);
  });
});

describe('a bug', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const failing = withAccount(async () => {
    throw new Error('check x failed', {
      cause: new TypeError(`cannot read ${secret} of AKIAIOSFODNN7EXAMPLE at http://user:hunter2@proxy:1\n::error::`),
    });
  }).parts;
  const env = { AWS_SECRET_ACCESS_KEY: secret };

  test('says what to report, without secrets', async () => {
    const { exit, stdout, stderr } = await run(['audit'], { env }, failing);
    expect(exit).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^mlsec: error: this is a bug in mlsec: check x failed: TypeError: cannot read \*\*\* of \*\*\* at http:\/\/\*\*\*@proxy:1/,
    );
    expect(stderr).toMatch(/\nhint: please report it at https:.*"mlsec \d+\.\d+\.\d+, Node v20.0.0, linux x64"/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  test('shows its stack with --debug, still without secrets', async () => {
    const { stderr } = await run(['audit', '--debug'], { env }, failing);
    expect(stderr).toMatch(/at .*live\.test\.ts/);
    expect(stderr).toContain('caused by: TypeError');
    expect(stderr).not.toMatch(/hunter2|wJalr|AKIA/);
    expect(stderr).not.toMatch(/^\s*::/m);
  });

  test('outside of every promise ends the run too', async () => {
    const { parts, requests } = withAccount(() => new Promise(() => undefined));
    const io = new FakeIo();
    const exit = main(['audit'], io, { ...testParts, ...parts });
    while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    io.emit('uncaughtException', new Error('from nowhere'));
    expect(await exit).toBe(70);
    expect(io.stderr.text).toContain('this is a bug in mlsec: from nowhere');
    expect(requests[0]?.signal.aborted).toBe(true);
  });
});

describe('progress', () => {
  test('is taken away before anything else is said', async () => {
    const { parts } = withAccount(async (request) => {
      request.onProgress?.({ done: 1, total: 2, calls: 3, throttles: 0, doing: 'models' });
      return account;
    });
    const { stderr } = await run(['audit'], { columns: 80 }, parts);
    expect(stderr).toBe(`\r\u001b[2Kmlsec: 1/2 · 3 calls · 0:00 · models\r\u001b[2Kmlsec: exit 1: 1 finding at or above high\n`);
  });
});
