/**
 * Breaks the network engine, or the files that are named, in one place after another, and says which breaks no test notices.
 *
 *     npx tsx scripts/mutate.ts [--per-file 8] [--seed 1] [--tests test/network] [src/iam/… .ts]
 *
 * It works on a copy, by text: conditions, comparisons, constants and statements, never comments, types or messages. By hand, not in CI: a
 * mutant costs a run of the tests.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** One change of one line. */
interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** What is written instead: each pattern, and what it becomes. */
const changes: readonly (readonly [pattern: RegExp, to: string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ \+ (?=\d)/g, ' - '],
  [/ - (?=\d)/g, ' + '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/\bif \((?!.*=> \{)/g, 'if (!'],
  [/^\s*continue;/g, ''],
  [/\b(?:65_535|1024|255|256)\b/g, '7'],
];

/** Text that no test should have to pin down, or that does not run. */
const skipped = /^\s*(?:\/\/|\/?\*|import |export (?:type|interface)|interface |type |readonly |\| )|settledBy|detail|: readonly |=> void/;

function mutantsOf(file: string, text: string): readonly Mutant[] {
  return text.split('\n').flatMap((line, index) => {
    if (skipped.test(line)) return [];
    return changes.flatMap(([pattern, to]) =>
      [...line.matchAll(pattern)].map(({ index: at, 0: found }): Mutant => {
        const changed = to === 'if (!' ? negated(line, at) : line.slice(0, at) + to + line.slice(at + found.length);
        return { file, line: index, from: line, to: changed };
      }),
    );
  });
}

/** The condition that begins at a place of a line, turned round. */
function negated(line: string, at: number): string {
  const open = line.indexOf('(', at);
  let depth = 0;
  for (let end = open; end < line.length; end += 1) {
    if (line[end] === '(') depth += 1;
    if (line[end] === ')') depth -= 1;
    if (depth === 0) return `${line.slice(0, open)}(!${line.slice(open, end + 1)})${line.slice(end + 1)}`;
  }
  return line;
}

/** Some of them, the same for the same seed. */
function sample<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  const rest = [...items];
  let state = seed * 48_271 + 1;
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    state = (state * 48_271) % 2_147_483_647;
    chosen.push(...rest.splice(state % rest.length, 1));
  }
  return chosen;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'per-file': { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', default: 'test/network' },
  },
});
const root = fileURLToPath(new URL('../', import.meta.url));
const engine = join(root, 'src/network');
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(engine, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => relative(root, join(engine, name)));

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
try {
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json', 'tsconfig.check.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const part of ['node_modules', 'fixtures']) symlinkSync(join(root, part), join(copy, part));
  writeFileSync(
    join(copy, 'vitest.config.ts'),
    "export default { test: { include: ['test/**/*.test.ts'], isolate: false, testTimeout: 60_000 } };\n",
  );
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const passes = (): boolean =>
    spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...values.tests.split(',')], { cwd: copy, timeout: 300_000 }).status === 0;
  if (!passes()) throw new Error('the tests fail without any change');
  let [killed, total] = [0, 0];
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { line, from, to } of sample(mutantsOf(file, text), Number(values['per-file']), Number(values.seed))) {
      writeFileSync(
        join(copy, file),
        text
          .split('\n')
          .map((each, at) => (at === line ? to : each))
          .join('\n'),
      );
      total += 1;
      const survived = passes();
      if (!survived) killed += 1;
      process.stdout.write(`${survived ? 'SURVIVED' : 'killed  '} ${file}:${line + 1}\n  - ${from.trim()}\n  + ${to.trim()}\n`);
    }
    writeFileSync(join(copy, file), text);
  }
  process.stdout.write(`${killed} of ${total} killed (${((100 * killed) / total).toFixed(0)} %)\n`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
