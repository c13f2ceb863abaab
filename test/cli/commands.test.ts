import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { accountOf, notebook } from './support/account.ts';
import { FakeIo } from './support/fake-io.ts';
import { inventoryText, run, saveInventory, scratch, testParts } from './support/run.ts';

const folder = scratch();
const mixed = saveInventory(folder, 'mixed.ndjson', accountOf([notebook('bad', 'Enabled'), notebook('good', 'Disabled')]));
const clean = saveInventory(folder, 'clean.ndjson', accountOf([notebook('good', 'Disabled')]));
const denied = saveInventory(folder, 'denied.ndjson', accountOf([notebook('hidden', null)]));
const odd = saveInventory(folder, 'odd.ndjson', accountOf([notebook('odd', 'Perhaps')]));

const audit = (path: string, ...more: string[]): string[] => ['audit', '--inventory', path, ...more];

interface Case {
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly columns?: number;
}

const nothing = /^$/;
const colored = /\p{Cc}\[\d+m/u;
/** No control character but line ends. */
const plain = /^(?:\n|\P{Cc})*$/u;

const cases: Readonly<Record<string, Case>> = {
  '--help': { args: ['--help'], exit: 0, stdout: /^Usage: mlsec .*Exit codes:/s, stderr: nothing },
  'help of a command': { args: ['audit', '--help'], exit: 0, stdout: /^Usage: mlsec audit .*--fail-on.*--debug/s, stderr: nothing },
  'help, spelled out': { args: ['help', 'collect'], exit: 0, stdout: /^Usage: mlsec collect/, stderr: nothing },
  'no command': { args: [], exit: 2, stdout: nothing, stderr: /^Usage: mlsec/ },
  '--version': { args: ['--version'], exit: 0, stdout: /^\d+\.\d+\.\d+\n$/, stderr: nothing },

  'findings exit 1, and stderr says why': {
    args: audit(mixed),
    exit: 1,
    stdout: /notebook-root/,
    stderr: /^mlsec: exit 1: 1 finding at or above high\n$/,
  },
  'no findings exit 0': { args: audit(clean), exit: 0, stderr: /^mlsec: exit 0: no findings\n$/ },
  'failed reads exit 3': { args: audit(denied), exit: 3, stderr: /exit 3: .*sagemaker:DescribeNotebookInstance/ },
  '--allow-incomplete': { args: audit(denied, '--allow-incomplete'), exit: 0 },
  '--allow-incomplete, another option behind it': { args: audit(denied, '--allow-incomplete', '--fail-on', 'low'), exit: 0 },
  '--allow-incomplete=OPERATION': {
    args: audit(denied, '--allow-incomplete=sagemaker:DescribeModel,sagemaker:DescribeNotebookInstance'),
    exit: 0,
  },
  '--allow-incomplete=ANOTHER': { args: audit(denied, '--allow-incomplete=sagemaker:DescribeModel'), exit: 3 },
  '--allow-incomplete, plain and named': {
    args: audit(denied, '--allow-incomplete', '--allow-incomplete=sagemaker:DescribeModel'),
    exit: 0,
  },
  '--fail-on none': { args: audit(mixed, '--fail-on', 'none'), exit: 0, stderr: /exit 0: 2 findings, none of which counts/ },
  '--fail-on CRITICAL': { args: audit(mixed, '--fail-on', 'CRITICAL'), exit: 0, stderr: /no finding at or above critical \(2 below\)/ },
  '--fail-on-unknown': { args: audit(odd, '--fail-on-unknown'), exit: 3, stderr: /1 verdict could not be decided/ },
  'undecided verdicts otherwise': { args: audit(odd), exit: 0 },
  'an inventory on stdin': { args: audit('-'), stdin: inventoryText(accountOf([notebook('bad', 'Enabled')])), exit: 1 },

  '--severity narrows the output, not the gate': {
    args: audit(mixed, '--severity', 'low', '-f', 'json'),
    exit: 1,
    stdout: /^(?!.*"severity": ?"high","message").*"checkId": ?"notebook-root-minor"/s,
  },
  '--status narrows the output, not the gate': {
    args: audit(mixed, '--status', 'pass', '-f', 'json'),
    exit: 1,
    stdout: /^(?!.*"status": ?"fail").*"status": ?"pass"/s,
  },
  '--check narrows the run': { args: audit(mixed, '--check', 'notebook-root-minor', '-f', 'json'), exit: 0, stdout: /"checks": ?1,/ },
  '--family narrows the run': { args: audit(mixed, '--family', 'tenancy', '-f', 'json'), exit: 0, stdout: /"checks": ?1,/ },
  '--check and --family add up': {
    args: audit(mixed, '--family', 'tenancy', '--check', 'notebook-root', '-f', 'json'),
    exit: 1,
    stdout: /"checks": ?2,/,
  },
  'several checks': { args: audit(mixed, '--check', 'notebook-root,notebook-root-minor', '-f', 'json'), exit: 1, stdout: /"checks": ?2,/ },

  checks: { args: ['checks'], exit: 0, stdout: /root-access\n {2}high {6}notebook-root {8}Notebook gives root \(high\)\n/ },
  'checks in a narrow terminal': {
    args: ['checks'],
    columns: 40,
    env: { NO_COLOR: '1' },
    exit: 0,
    stdout: /notebook-root\n {4}Notebook gives root \(high\)\n/,
  },
  'checks of a family': { args: ['checks', '--family', 'tenancy'], exit: 0, stdout: /^tenancy\n.*\n\n1 check;/ },
  'checks as JSON': { args: ['checks', '-f', 'json'], exit: 0, stdout: /^\[\n.*"id": "notebook-root"/s },
  explain: {
    args: ['explain', 'notebook-root'],
    exit: 0,
    stdout: /Severity {6}high.*What to do.*\n {4}aws sagemaker stop-notebook-instance.*References\nhttps:/s,
  },
  'explain in a narrow terminal': {
    args: ['explain', 'notebook-root'],
    columns: 40,
    env: { NO_COLOR: '1' },
    exit: 0,
    stdout: /- one reason that is long enough to be\n {2}wrapped in a narrow terminal, as\n/,
  },

  'colours on a terminal': { args: ['checks'], columns: 100, exit: 0, stdout: colored },
  '--no-color': { args: ['checks', '--no-color'], columns: 100, exit: 0, stdout: plain },
  '--no-color before the command': { args: ['--no-color', 'checks'], columns: 100, exit: 0, stdout: plain },
  NO_COLOR: { args: ['checks'], columns: 100, env: { NO_COLOR: '1' }, exit: 0, stdout: plain },
  'no colours in a pipe': { args: audit(mixed), exit: 1, stdout: plain },
  'colours in a pipe, asked for': { args: audit(mixed, '--color'), exit: 1, stdout: colored },
  'help on a terminal is plain': { args: ['--help'], columns: 100, exit: 0, stdout: plain },
};

describe('mlsec', () => {
  test.each(Object.entries(cases))('%s', async (_name, { args, exit, stdout, stderr, env = {}, stdin, columns }) => {
    const result = await run(args, {
      env,
      cwd: folder,
      ...(stdin === undefined ? {} : { stdin }),
      ...(columns === undefined ? {} : { columns }),
    });
    if (stdout !== undefined) expect(result.stdout).toMatch(stdout);
    if (stderr !== undefined) expect(result.stderr).toMatch(stderr);
    expect(result.exit).toBe(exit);
  });
});

describe('reports', () => {
  test('stdout is the report alone, in every format', async () => {
    const { formats } = await testParts.reporters();
    for (const format of formats) {
      const { stdout } = await run(audit(mixed, '-f', format));
      if (format !== 'terminal') expect(() => JSON.parse(stdout)).not.toThrow();
      expect(stdout).not.toContain('mlsec: exit');
    }
  });

  test('several from one run, and stdout stays empty', async () => {
    const cwd = scratch();
    const result = await run(audit(mixed, '-o', 'json=a.json', '-o', 'sarif=b.sarif', '-o', 'c.txt'), { cwd });
    expect(result).toMatchObject({ exit: 1, stdout: '' });
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'b.sarif', 'c.txt']);
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'))).toHaveProperty('schemaVersion', 1);
    expect(JSON.parse(readFileSync(join(cwd, 'b.sarif'), 'utf8'))).toHaveProperty('version', '2.1.0');
    expect(readFileSync(join(cwd, 'c.txt'), 'utf8')).toContain('notebook-root');
  });

  test('files are never coloured, whatever the terminal', async () => {
    const cwd = scratch();
    await run(audit(mixed, '-o', 'c.txt', '--color'), { cwd, columns: 100 });
    expect(readFileSync(join(cwd, 'c.txt'), 'utf8')).not.toContain('\u001b');
  });

  test('a saved one comes out as it was, in every format', async () => {
    const cwd = scratch();
    await run(audit(mixed, '-o', 'json=saved.json'), { cwd });
    for (const format of ['terminal', 'json', 'sarif']) {
      const first = await run(audit(mixed, '-f', format), { cwd });
      const again = await run(['report', 'saved.json', '-f', format], { cwd });
      expect(again).toEqual({ exit: 0, stdout: first.stdout, stderr: '' });
      const fromStdin = await run(['report', '-', '-f', format], { cwd, stdin: readFileSync(join(cwd, 'saved.json'), 'utf8') });
      expect(fromStdin.stdout).toBe(first.stdout);
    }
  });

  test('the same inventory gives the same bytes', async () => {
    const [first, again] = await Promise.all([run(audit(mixed, '-f', 'json')), run(audit(mixed, '-f', 'json'))]);
    expect(again?.stdout).toBe(first?.stdout);
  });

  test('a reader that has seen enough is no error, and changes no exit code', async () => {
    const io = new FakeIo();
    io.stdout.closesAfter = 10;
    expect(await main(audit(mixed, '-f', 'json'), io, testParts)).toBe(1);
    expect(io.stderr.text).toBe('mlsec: exit 1: 1 finding at or above high\n');
  });
});
