import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mlsec } from '../cli/support/spawn.ts';
import { accountOf, accountWith, model, notebook, secureNetwork } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { auditJson } from './report-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlsec-'));
const esc = '\u001b';
const hostile = `${esc}[31mred${esc}[0m\n::error::owned\u202e\r##[group]`;
const account = accountOf({
  'eu-west-1': {
    ...secureNetwork(),
    NotebookInstances: [
      notebook('plain', { RootAccess: 'Enabled' }),
      notebook(hostile, { RootAccess: 'Enabled' }),
      notebook('x'.repeat(10_000), { RootAccess: 'Enabled' }),
    ],
  },
  'ap-east-1': {},
});

let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback(account);
});
afterEach(() => aws.reset());
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

describe('one line of error, a hint, the exit code, and nothing on stdout', () => {
  const env = () => aws.environment();
  const cases: readonly (readonly [
    name: string,
    args: readonly string[],
    env: () => Record<string, string>,
    exit: number,
    says: RegExp,
  ])[] = [
    ['no credentials', ['--region', 'eu-west-1'], () => ({ AWS_ENDPOINT_URL: aws.url }), 4, /no AWS credentials/],
    ['refused credentials', [], () => ({ ...env(), AWS_ACCESS_KEY_ID: 'AKIASTRANGER' }), 4, /refused the credentials/],
    ['unknown profile', ['--profile', 'nobody'], env, 2, /unknown AWS profile: nobody/],
    ['unknown profile in AWS_PROFILE', [], () => ({ ...env(), AWS_PROFILE: 'nobody' }), 2, /unknown AWS profile: nobody/],
    ['unknown Region', ['--region', 'mars-north-1'], env, 2, /unknown Region: mars-north-1/],
    ['Region that only looks like one', ['--region', 'eu-west-9'], env, 2, /unknown Region: eu-west-9/],
    ['no Region', [], () => ({ ...env(), AWS_REGION: '' }), 4, /no Region/],
    ['dead endpoint', ['--endpoint-url', 'http://127.0.0.1:9'], env, 4, /no answer from AWS STS/],
    ['endpoint that is no URL', ['--endpoint-url', 'nonsense'], env, 2, /endpoint-url/],
    ['unknown check', ['--check', 'notebook-rot-access'], env, 2, /notebook-rot-access/],
    ['output in a folder that does not exist', ['-o', `json=${folder}/none/report.json`], env, 2, /none/],
    ['output that is a directory', ['-o', `json=${folder}`], env, 2, /cannot write/],
  ];

  it.each(cases)('%s', async (_, args, environment, exit, says) => {
    const ended = await mlsec(['audit', ...args], { env: environment() });
    expect(ended).toMatchObject({ exit, stdout: '' });
    const [error = '', hint = '', ...rest] = ended.stderr.trimEnd().split('\n');
    expect(error).toMatch(/^mlsec: error: /);
    expect(error).toMatch(says);
    expect(hint).toMatch(/^hint: /);
    expect(rest.join('')).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('expired credentials', async () => {
    aws.setFault({ kind: 'expired-token', operation: 'sts:GetCallerIdentity' });
    const ended = await mlsec(['audit'], { env: env() });
    expect(ended).toMatchObject({ exit: 4, stdout: '' });
    expect(ended.stderr).toMatch(/^mlsec: error: the AWS credentials have expired/);
  });

  it('a Region that is not enabled, alone', async () => {
    aws.setFault({ kind: 'region-disabled', region: 'ap-east-1' });
    const ended = await mlsec(['audit', '--region', 'ap-east-1'], { env: env() });
    expect(ended).toMatchObject({ exit: 4, stdout: '' });
    expect(ended.stderr).toMatch(/^mlsec: error: ap-east-1 is not enabled for this account/);
  });

  it('a Region that is not enabled, beside another: the other is audited', async () => {
    aws.setFault({ kind: 'region-disabled', region: 'ap-east-1' });
    const { report, ended } = await auditJson(aws, ['--region', 'eu-west-1', '--region', 'ap-east-1', '--fail-on', 'none']);
    expect(report.findings.filter(({ status, resource }) => status === 'fail' && resource.region === 'eu-west-1').length).toBeGreaterThan(
      0,
    );
    expect(report.gaps.every(({ region }) => region === 'ap-east-1')).toBe(true);
    expect(report.scope).toMatchObject({ regions: ['ap-east-1', 'eu-west-1'], complete: false });
    expect(ended.exit).toBe(0);
    expect((await auditJson(aws, ['--region', 'eu-west-1', '--region', 'ap-east-1', '--check', 'notebook-outside-vpc'])).ended.exit).toBe(
      3,
    );
  });
});

describe('names that attack', () => {
  it.each(['terminal', 'json', 'sarif'])('%s', async (format) => {
    const ended = await mlsec(['audit', '-f', format], { env: aws.environment() });
    expect(ended.exit).toBe(1);
    for (const output of [ended.stdout, ended.stderr]) {
      expect(output).not.toContain(esc);
      expect(output).not.toContain('\u202e');
      expect(output).not.toContain('\r');
      expect(output).not.toMatch(/^\s*(::|##\[)/m);
    }
    expect(ended.stdout.length).toBeLessThan(format === 'terminal' ? 20_000 : 1_000_000);
    if (format !== 'terminal') JSON.parse(ended.stdout);
  });

  it('the JSON still says what AWS said', async () => {
    const { report } = await auditJson(aws);
    expect(report.findings.some(({ resource }) => resource.name === hostile)).toBe(true);
  });
});

describe('SIGINT in the middle', () => {
  it('leaves a partial report, marked incomplete, and 130', async () => {
    const slow = await startLoopback(
      accountWith({
        NotebookInstances: [notebook('nb', { RootAccess: 'Enabled' })],
        Models: Array.from({ length: 80 }, (_, i) => model(`m-${i}`)),
        // So that each takes a call.
        SearchIndex: { Models: [] },
      }),
    );
    const output = join(folder, 'partial.json');
    try {
      const ended = await mlsec(['audit', '-o', `json=${output}`, '--since', 'all'], {
        env: slow.environment(),
        running: (child) => {
          const wait = setInterval(() => {
            if (slow.calls.filter(({ operation }) => operation === 'DescribeModel').length < 5) return;
            clearInterval(wait);
            child.kill('SIGINT');
          }, 20);
        },
      });
      expect(ended.exit).toBe(130);
      const { default: report } = (await import(output, { with: { type: 'json' } })) as {
        default: Awaited<ReturnType<typeof auditJson>>['report'];
      };
      expect(report.scope.complete).toBe(false);
      expect(report.findings.some(({ checkId, status }) => checkId === 'notebook-root-access' && status === 'fail')).toBe(true);
      expect(report.gaps.length).toBeGreaterThan(0);
      expect(report.gaps.every(({ code }) => code === 'Interrupted')).toBe(true);
      expect(slow.calls.filter(({ operation }) => operation === 'DescribeModel').length).toBeLessThan(40);
    } finally {
      await slow.close();
      if (existsSync(output)) rmSync(output);
    }
  });
});
