/**
 * Measures mlsec on this machine: `npm run bench`, or one part with `npm run bench -- startup|evaluate|reach|principals|calls`; `--quick` takes small
 * sizes, and `--write` puts the tables into docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { calls } from './calls.ts';
import { evaluate } from './evaluate.ts';
import { principals } from './principals.ts';
import { reach } from './reach.ts';
import { startup } from './startup.ts';

const page = new URL('../docs/performance.md', import.meta.url);
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  startup: () => startup(values.quick ? 1 : 15),
  evaluate: () => (values.quick ? evaluate([10, 100], 1) : evaluate([1000, 10_000, 100_000], 3)),
  reach: () => (values.quick ? reach(40, [5, 10], 1) : reach(10_000, [58, 115, 230, 460], 5)),
  principals: () => (values.quick ? principals([5, 10], 1) : principals([625, 1250, 2500, 5000], 3)),
  calls: () => calls(values.quick ? [0, 1, 3] : [0, 1, 250]),
};
const machine = `Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;

for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
  const measure = parts[name];
  if (measure === undefined) throw new Error(`unknown part: ${name}; there are ${Object.keys(parts).join(', ')}`);
  const result = `${await measure()}\n\n${new Date().toISOString().slice(0, 10)}, ${machine}`;
  process.stdout.write(`\n## ${name}\n\n${result}\n`);
  if (!values.write) continue;
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name}: written by \`npm run bench -- --write\` -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`docs/performance.md has no place for ${name}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${result}\n\n${text.slice(to)}`);
}
