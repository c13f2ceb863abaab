/**
 * Lets every operation that a collector calls go wrong in every way, on the loopback AWS, and says what came of it that should not have:
 * `npx tsx scripts/fault-matrix.ts`. `--operation`, `--kind` and `--collector` narrow it, `--sample N --seed S` draws from what is left.
 */
import pMap from 'p-map';
import { parseArgs } from 'node:util';
import { collectors } from '../src/collectors/index.ts';
import { allCells } from '../test/support/fault-matrix/cells.ts';
import { drawn } from '../test/support/fault-matrix/drawn.ts';
import { demoEnvironment, undisturbed } from '../test/support/fault-matrix/undisturbed.ts';
import { violationsIn } from '../test/support/fault-matrix/violations.ts';

const { values } = parseArgs({
  options: {
    operation: { type: 'string' },
    kind: { type: 'string' },
    collector: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const actions = collectors.find(({ section }) => section === values.collector)?.actions as readonly string[] | undefined;
if (values.collector !== undefined && actions === undefined) throw new Error(`no collector ${values.collector}`);
const asked = allCells().filter(
  ({ operation, kind }) =>
    (values.operation ?? operation) === operation && (values.kind ?? kind) === kind && (actions?.includes(operation) ?? true),
);
const cells = values.sample === undefined ? asked : drawn(asked, Number(values.sample), Number(values.seed));

Object.assign(process.env, demoEnvironment());
const base = await undisturbed();
const start = performance.now();
let failed = 0;
const kinds = new Map<string, number>();
await pMap(
  cells,
  async (cell) => {
    const wrong = await violationsIn(cell, base);
    kinds.set(cell.kind, (kinds.get(cell.kind) ?? 0) + 1);
    if (wrong.length === 0) return;
    failed += 1;
    process.stdout.write(
      `${cell.operation}: ${cell.kind}\n${wrong
        .slice(0, 6)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
    if (wrong.length > 6) process.stdout.write(`  and ${wrong.length - 6} more\n`);
  },
  { concurrency: 6 },
);
for (const [kind, count] of kinds) process.stdout.write(`${String(count).padStart(5)}  ${kind}\n`);
const seed = values.sample === undefined ? '' : `, drawn by seed ${values.seed}`;
process.stdout.write(`${cells.length} cells${seed}, ${failed} failed, in ${Math.round((performance.now() - start) / 1000)} s\n`);
process.exitCode = failed === 0 && cells.length > 0 ? 0 : 1;
