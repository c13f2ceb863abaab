import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AccountFixture, RegionFixture } from '../test/support/aws/account.ts';
import { accountOf, model, secureNetwork } from '../test/support/aws/build-account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';
import { table } from './table.ts';

const binary = fileURLToPath(new URL('../bin/mlsec.js', import.meta.url));
/** So long takes an answer, as it does from another continent. */
const latencyMs = 60;
/** Left alone, V8 takes what the machine has before it tidies up, and the peak would say nothing of what is needed. */
const heapMb = 256;
const tellMemory = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))';

/**
 * A whole estate in one process: so many accounts with so many Regions each, of which the first runs something and the others are empty, against a
 * loopback AWS that enforces the quotas. Wall time, API calls, and peak memory of the process.
 *
 * @throws Error where an account is missing in the report, a read was lost, or AWS throttled
 */
export async function estate(sizes: readonly (readonly [accounts: number, regions: number])[]): Promise<string> {
  const rows: string[][] = [];
  for (const [accounts, regions] of sizes) {
    const { seconds, calls, peakMb } = await scan(accounts, regions);
    const empty = (calls - accounts) / (accounts * regions);
    rows.push([`${accounts} × ${regions}`, String(calls), empty.toFixed(1), seconds.toFixed(1), String(peakMb)]);
  }
  return table(['accounts × Regions', 'calls', 'calls per unit', 'wall time (s)', 'peak memory (MB)'], rows);
}

async function scan(accounts: number, regions: number): Promise<{ seconds: number; calls: number; peakMb: number }> {
  const served = Array.from({ length: accounts }, (_, index) => accountWith(String(100_000_000_000 + index), regions));
  const [first] = served;
  if (first === undefined) throw new Error('an estate has an account');
  const members = served.map(({ account }) => ({ Id: account, Parent: 'r-demo', State: 'ACTIVE' as const }));
  const aws = await startLoopback([{ ...first, organizationTree: { units: [], accounts: members } }, ...served.slice(1)], {
    quota: true,
    latencyMs,
  });
  try {
    const began = performance.now();
    const { stdout, stderr } = await audit(aws.environment(first.account, 'us-east-1'));
    const seconds = (performance.now() - began) / 1000;
    const { scope, gaps } = JSON.parse(stdout) as { scope: { accounts: readonly string[] }; gaps: readonly unknown[] };
    if (scope.accounts.length !== accounts || gaps.length > 0) throw new Error(`not everything was read: ${JSON.stringify(gaps[0])}`);
    const throttled = aws.calls.filter(({ error }) => /Throttl|RequestLimit/.test(error ?? '')).length;
    if (throttled > 0) throw new Error(`${throttled} calls were throttled`);
    return { seconds, calls: aws.calls.length, peakMb: Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024) };
  } finally {
    await aws.close();
  }
}

function accountWith(account: string, regions: number): AccountFixture {
  const names = regionNames.slice(0, regions);
  const busy: RegionFixture = { ...secureNetwork(), Models: [model('one')] };
  return {
    ...accountOf(Object.fromEntries(names.map((name, index) => [name, index === 0 ? busy : {}])), account),
    audited: { roleName: 'mlsec-audit' },
  };
}

/** Those that every account has. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
const regionNames =
  'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 sa-east-1'.split(
    ' ',
  );

function audit(env: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const args = ['--import', tellMemory, binary, 'audit', '--org', '--region', 'all', '-f', 'json', '--fail-on', 'none'];
    const child = spawn(process.execPath, args, {
      cwd: tmpdir(),
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exit) => (exit === 0 ? resolve({ stdout, stderr }) : reject(new Error(stderr))));
  });
}
