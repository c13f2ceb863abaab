import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountOf, notebook } from './support/account.ts';
import { inventoryText, run, saveInventory, scratch } from './support/run.ts';

const cwd = scratch();
const good = accountOf([notebook('bad', 'Enabled')]);
const text = inventoryText(good);
saveInventory(cwd, 'good.ndjson', good);
mkdirSync(join(cwd, 'folder'));
writeFileSync(join(cwd, 'empty'), '');
writeFileSync(join(cwd, 'text.md'), '# hello\n\nworld\n');
writeFileSync(join(cwd, 'gzip'), Uint8Array.of(0x1f, 0x8b, 0x08, 0x00, 0xff, 0x0a, 0x00));
writeFileSync(join(cwd, 'newer.ndjson'), text.replace('"version":1,"mlsec":"0.0.0"', '"version":2,"mlsec":"7.0.0"'));
writeFileSync(join(cwd, 'cut.ndjson'), text.slice(0, -30));
writeFileSync(join(cwd, 'cut-at-line.ndjson'), text.slice(0, text.trimEnd().lastIndexOf('\n') + 1));
writeFileSync(join(cwd, 'array.json'), '[1, 2]');
const report = (await run(['audit', '--inventory', 'good.ndjson', '-f', 'json'], { cwd })).stdout;
writeFileSync(join(cwd, 'report.json'), report);
writeFileSync(join(cwd, 'report-newer.json'), report.replace('"schemaVersion": 1', '"schemaVersion": 2'));
writeFileSync(join(cwd, 'report-cut.json'), report.slice(0, -20));
writeFileSync(join(cwd, 'report-damaged.json'), report.replaceAll('"status":"fail"', '"status":"failed"'));
writeFileSync(join(cwd, 'report-family.json'), report.replace('"byFamily":{"root-access"', '"byFamily":{"rooms"'));
writeFileSync(join(cwd, 'report-foreign.json'), report.replaceAll('"checkId":"notebook-root"', '"checkId":"other"'));

interface Bad {
  readonly args: readonly string[];
  readonly error: string | RegExp;
  readonly hint?: string | RegExp;
  /** 2 where nothing else is said. */
  readonly exit?: number;
  readonly stdin?: string;
}

const audit = (...args: string[]): string[] => ['audit', '--inventory', 'good.ndjson', ...args];

const table: Readonly<Record<string, Bad>> = {
  'unknown command': { args: ['audti'], error: "unknown command 'audti'", hint: 'did you mean audit?' },
  'unknown option': { args: audit('--fial-on', 'low'), error: "unknown option '--fial-on'", hint: 'did you mean --fail-on?' },
  'unknown option, like nothing': { args: audit('--frobnicate'), error: "unknown option '--frobnicate'", hint: 'see mlsec --help' },
  'too many arguments': { args: audit('extra'), error: /too many arguments/ },
  'option without its value': { args: ['audit', '--inventory'], error: /argument missing/ },
  'unknown check': { args: audit('--check', 'notebok-root'), error: 'unknown check: notebok-root', hint: 'did you mean notebook-root?' },
  'unknown check to explain': { args: ['explain', 'xyz'], error: 'unknown check: xyz', hint: 'mlsec checks lists them' },
  'unknown family': { args: audit('--family', 'tennancy'), error: 'unknown family: tennancy', hint: 'did you mean tenancy?' },
  'unknown format': { args: audit('-f', 'jsno'), error: 'unknown format: jsno', hint: 'did you mean json?' },
  'unknown format of an output': { args: audit('-o', 'sarfi=x'), error: 'unknown format: sarfi', hint: 'did you mean sarif?' },
  'unknown format of checks': { args: ['checks', '-f', 'sarif'], error: 'unknown format: sarif', hint: 'one of terminal, json' },
  'unknown severity': { args: audit('--fail-on', 'hihg'), error: 'unknown severity: hihg', hint: 'did you mean high?' },
  'unknown severity to show': {
    args: audit('--severity', 'high,urgent'),
    error: 'unknown severity: urgent',
    hint: 'one of critical, high, medium, low, info',
  },
  'unknown status': { args: audit('--status', 'failed'), error: 'unknown status: failed', hint: 'did you mean fail?' },
  'empty item in a list': { args: audit('--check', 'a,,b'), error: /an empty item/ },
  'operation without a service': {
    args: audit('--allow-incomplete=DescribeModel'),
    error: /describemodel is not an operation/,
    hint: /sagemaker:DescribeModel/,
  },
  'wrong span': { args: ['audit', '--since', 'yesterday'], error: /--since yesterday/, hint: /90d/ },
  'wrong timeout': { args: ['audit', '--cli-read-timeout', '0'], error: /--cli-read-timeout 0/ },
  'wrong endpoint': { args: ['audit', '--endpoint-url', 'localhost:4566'], error: /is not a URL/ },
  'profile twice': { args: ['audit', '--profile', 'a', '--profile', 'b'], error: /--profile is given twice/ },
  'format twice': { args: audit('-f', 'json', '-f', 'sarif'), error: /--format is given twice/, hint: /-o FORMAT=PATH/ },
  'two accounts': { args: audit('--demo'), error: /two accounts/ },
  'an option of live accounts with a saved one': { args: audit('--region', 'eu-west-1'), error: '--region has no effect with --inventory' },
  'an option of live accounts with the demo': { args: ['audit', '--demo', '--since', '1d'], error: '--since has no effect with --demo' },
  'collect without a file': { args: ['collect'], error: /required option '-o/ },
  'report without a file': { args: ['report'], error: /missing required argument 'file'/ },

  'two reports for stdout': { args: audit('-f', 'json', '-o', 'sarif=-'), error: 'two reports for stdout', hint: /-o FORMAT=PATH/ },
  'two reports for one file': { args: audit('-o', 'json=x', '-o', 'sarif=x'), error: 'two reports for one file: x' },
  'output is a directory': {
    args: audit('-o', 'json=folder'),
    error: /cannot write .*folder/,
    hint: 'it is a directory; name a file in it',
  },
  'output in a directory that is not there': { args: audit('-o', 'json=no/such/out.json'), error: /cannot write/, hint: /does not exist/ },
  'output replaces the input': { args: audit('-o', 'json=./folder/../good.ndjson'), error: 'good.ndjson is both read and written' },
  'a report replaces itself': { args: ['report', 'report.json', '-o', 'report.json'], error: 'report.json is both read and written' },
  'collect into a directory': { args: ['collect', '-o', 'folder'], error: /cannot write/, hint: /directory/ },

  'inventory missing': { args: ['audit', '--inventory', 'nowhere'], error: 'cannot read nowhere: no such file' },
  'inventory is an empty folder': {
    args: ['audit', '--inventory', 'folder'],
    error: 'folder: no JSON file in it',
    hint: /aws ec2 describe-vpcs/,
  },
  'inventory empty': { args: ['audit', '--inventory', 'empty'], error: 'empty: the file is empty', hint: /mlsec collect/ },
  'inventory not NDJSON': {
    args: ['audit', '--inventory', 'text.md'],
    error: 'text.md: not an mlsec inventory: line 1 is not its header',
    hint: /mlsec collect/,
  },
  'inventory compressed': { args: ['audit', '--inventory', 'gzip'], error: 'gzip: line 1 is not UTF-8 text', hint: /not compressed/ },
  'inventory of a newer version': {
    args: ['audit', '--inventory', 'newer.ndjson'],
    error: /newer\.ndjson: line 1 has inventory version 2/,
    hint: /update mlsec.*7\.0\.0/,
  },
  'inventory truncated': {
    args: ['audit', '--inventory', 'cut.ndjson'],
    error: /cut\.ndjson: line \d+ is where the inventory breaks off/,
    hint: /cut off/,
  },
  'inventory truncated at a line end': {
    args: ['audit', '--inventory', 'cut-at-line.ndjson'],
    error: /line 3 is where the inventory breaks off/,
    hint: /cut off/,
  },
  'inventory is a report': {
    args: ['audit', '--inventory', '-'],
    stdin: '{"schemaVersion":1}\n',
    error: /standard input: not an mlsec inventory/,
    hint: /mlsec report/,
  },

  'report missing': { args: ['report', 'nowhere'], error: 'cannot read nowhere: no such file' },
  'report is a folder': { args: ['report', 'folder'], error: 'cannot read folder: it is a folder' },
  'report empty': { args: ['report', 'empty'], error: 'empty: not JSON, or cut off' },
  'report is an inventory': { args: ['report', 'good.ndjson'], error: 'good.ndjson: not JSON, or cut off' },
  'report is other JSON': { args: ['report', 'array.json'], error: 'array.json: not an mlsec report' },
  'report is other text': { args: ['report', 'text.md'], error: 'text.md: not an mlsec report' },
  'report truncated': { args: ['report', 'report-cut.json'], error: 'report-cut.json: not JSON, or cut off' },
  'report of a newer version': {
    args: ['report', 'report-newer.json'],
    error: /schema version 2; this mlsec reads version 1/,
    hint: /update mlsec/,
  },
  'report damaged': { args: ['report', 'report-damaged.json'], error: /damaged report: findings\[0\]\.status is not one of fail/ },
  'report with a family that is none': { args: ['report', 'report-family.json'], error: /summary\.byFamily\.rooms is not a family/ },
  'report with findings of nothing': {
    args: ['report', 'report-foreign.json'],
    error: /a finding is of a check that it does not describe: other/,
  },
};

describe('bad input: an error and a hint, one line each, and nothing written', () => {
  test.each(Object.entries(table))('%s', async (_name, { args, error, hint, exit = 2, stdin = '' }) => {
    const before = readdirSync(cwd);
    const result = await run(args, { cwd, stdin });
    const [first = '', second = '', ...rest] = result.stderr.split('\n');
    expect(first).toMatch(/^mlsec: error: /);
    if (typeof error === 'string') expect(first).toBe(`mlsec: error: ${error}`);
    else expect(first).toMatch(error);
    if (second !== '') expect(second).toMatch(/^hint: /);
    if (typeof hint === 'string') expect(second).toBe(`hint: ${hint}`);
    else if (hint !== undefined) expect(second).toMatch(hint);
    expect(rest.join('')).toBe('');
    expect(result.stdout).toBe('');
    expect(result.exit).toBe(exit);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('what was there before stays', () => {
    expect(readFileSync(join(cwd, 'good.ndjson'), 'utf8')).toBe(text);
  });

  test.each([
    ['ANSI codes', '\u001b[31mred\u001b[0m'],
    ['line ends', 'a\nmlsec: exit 0: fine\r\nb'],
    ['a command for a CI system', '\n::error::x'],
    ['a command of another', '##vso[task.complete result=Succeeded;]'],
    ['right-to-left marks', 'abc\u202Edef\u2066ghi'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['half a character', 'a\ud800b'],
  ])('names with %s stay on their line', async (_name, name) => {
    const unknownCheck = await run(['explain', name]);
    const missingFile = await run(['audit', '--inventory', name.slice(0, 200)], { cwd });
    const unknownOption = await run(['audit', `--${name}`]);
    for (const { stderr, exit } of [unknownCheck, missingFile, unknownOption]) {
      expect(exit).toBe(2);
      const lines = stderr.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) {
        expect(line).toMatch(/^(mlsec: error|hint): /);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\[|##vso\[/u);
        expect(line.length).toBeLessThanOrEqual(2_000);
      }
    }
  });
});
