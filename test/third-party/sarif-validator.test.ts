import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mlsec } from '../cli/support/spawn.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const platform = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform as string] ?? 'linux';
const validator = join(
  root,
  `node_modules/@microsoft/sarif-multitool-${platform}`,
  platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool',
);
const rules = join(root, 'fixtures/sarif/github-rules.xml');

/** Wishes that do not fit findings about resources in a cloud, and cost nobody anything. */
const ignored: Readonly<Record<string, string>> = {
  SARIF2002: 'wants messages by id and arguments, which GitHub does not show',
  SARIF2003: 'wants to know the version of the audited sources; there are none',
  SARIF2009: 'wants rule ids such as CS2001',
  SARIF2010: 'wants a snippet of the audited source',
  SARIF2011: 'wants the lines around that snippet',
};

/** The validator is a program for some platforms only. Where it is missing in CI, that is an error; elsewhere it is said. */
function validatorIsThere(): boolean {
  if (existsSync(validator)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '')
    throw new Error(`Microsoft's SARIF validator is not there: ${validator}`);
  process.stderr.write(`\nnot run: the tests with Microsoft's SARIF validator, which has no program for this platform\n\n`);
  return false;
}

interface Complaint {
  readonly ruleId: string;
  readonly level: string;
}

describe.skipIf(!validatorIsThere())("Microsoft's SARIF validator, with the rules of GitHub", () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsec-sarif-'));
  let text: string;

  /** What it writes into its own report counts: it ends with 0 whatever it finds. */
  function complaintsAbout(sarif: string): readonly Complaint[] {
    const [file, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
    writeFileSync(file, sarif);
    rmSync(output, { force: true });
    const kinds = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', '--config', rules];
    const ended = spawnSync(validator, ['validate', file, ...kinds, '--output', output, '--log', 'ForceOverwrite'], { encoding: 'utf8' });
    if (!existsSync(output)) throw new Error(`the validator wrote nothing; it ended with ${ended.status}\n${ended.stdout}${ended.stderr}`);
    const report = JSON.parse(readFileSync(output, 'utf8')) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string; readonly level?: string }[] }[];
    };
    return report.runs.flatMap(({ results }) => results.map(({ ruleId, level }) => ({ ruleId, level: level ?? 'warning' })));
  }

  type Result = Record<string, unknown>;

  /** The demo's SARIF, its first results each changed in another way. */
  function spoiled(...changes: readonly ((result: Result) => void)[]): string {
    const log = JSON.parse(text) as { runs: { results: Result[] }[] };
    for (const [at, change] of changes.entries()) change(log.runs[0]?.results[at] ?? {});
    return JSON.stringify(log);
  }

  beforeAll(async () => {
    // npm unpacks it without the right to run where install scripts are not allowed.
    chmodSync(validator, 0o755);
    const ended = await mlsec(['audit', '--demo', '-f', 'sarif', '--fail-on', 'none', '--allow-incomplete']);
    text = ended.stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('objects to nothing in the report on the demo account', () => {
    expect(JSON.parse(text)).toHaveProperty('runs.0.results.10');
    const complaints = complaintsAbout(text);
    expect(complaints.filter(({ level }) => level !== 'note')).toEqual([]);
    expect([...new Set(complaints.map(({ ruleId }) => ruleId))].filter((id) => !(id in ignored))).toEqual([]);
  });

  it('would object: its rules are on', () => {
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    const at = (physicalLocation: object) => (result: Result) => void (result['locations'] = [{ physicalLocation }]);
    const found = complaintsAbout(
      spoiled(
        at({ artifactLocation: { uri: 'a/b' } }),
        at({ artifactLocation: { uri: 'https://example.com/a' }, region }),
        (result) => void (result['message'] = { id: 'default' }),
      ),
    );
    const errors = found.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId);
    // No region, an absolute URI, a message without text.
    expect(errors).toEqual(expect.arrayContaining(['GH1003', 'GH1005', 'GH1007', 'GH1015']));
  });
});
