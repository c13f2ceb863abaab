/**
 * Holds `mlsec trace` against flows whose verdicts somebody else has established:
 * `npx tsx scripts/try-flows.ts FLOWS.tsv FOLDER`, where FOLDER has the snapshots in folders of their own.
 *
 * A line of FLOWS.tsv has, between tabs: the snapshot's folder, the interface, instance or workload that sends, the destination as `--to` takes
 * it, the verdict to hold against (reachable or blocked), who says so, and why. Lines that begin with # are left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFolder } from '../src/cli/load-folder.ts';
import { estateOf } from '../src/inventory/estate.ts';
import { networkOf } from '../src/network/network-of.ts';
import { subjectsNamed } from '../src/trace/subject.ts';
import { parseTarget } from '../src/trace/target.ts';
import { trace } from '../src/trace/trace.ts';

interface Flow {
  readonly snapshot: string;
  readonly source: string;
  readonly to: string;
  readonly expected: string;
  readonly by: string;
}

interface Tried extends Flow {
  readonly verdict: string;
  readonly summary: string;
}

function flowsIn(text: string): readonly Flow[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [snapshot = '', source = '', to = '', expected = '', by = ''] = line.split('\t');
    return { snapshot, source, to, expected, by };
  });
}

async function tried(flows: readonly Flow[], root: string): Promise<readonly Tried[]> {
  const results: Tried[] = [];
  for (const snapshot of new Set(flows.map((flow) => flow.snapshot))) {
    const inventory = await loadFolder(join(root, snapshot), undefined, process);
    const network = networkOf(estateOf(inventory));
    for (const flow of flows.filter((each) => each.snapshot === snapshot)) {
      const [subject] = subjectsNamed(inventory, network, flow.source);
      const target = parseTarget(flow.to);
      if (subject === undefined || target === undefined) throw new Error(`${snapshot}: no ${flow.source}, or no target ${flow.to}`);
      const [answer] = trace(subject, inventory, network, '0', target).answers;
      results.push({ ...flow, verdict: answer?.verdict ?? 'none', summary: answer?.summary ?? '' });
    }
  }
  return results;
}

/** How many agree, are left open, and contradict. */
function countsOf(results: readonly Tried[]): string {
  const agree = results.filter(({ verdict, expected }) => verdict === expected).length;
  const open = results.filter(({ verdict }) => verdict === 'undecided').length;
  return `${results.length} flows: ${agree} agree, ${open} undecided, ${results.length - agree - open} contradict`;
}

const [flowsPath, root] = process.argv.slice(2);
if (flowsPath === undefined || root === undefined) {
  process.stderr.write('usage: npx tsx scripts/try-flows.ts FLOWS.tsv FOLDER\n');
  process.exitCode = 2;
} else {
  const results = await tried(flowsIn(readFileSync(flowsPath, 'utf8')), root);
  for (const { snapshot, source, to, expected, verdict, summary } of results.filter((each) => each.verdict !== each.expected)) {
    process.stdout.write(`${snapshot}: ${source} to ${to} is ${verdict}, against ${expected}: ${summary}\n`);
  }
  for (const by of new Set(results.map((each) => each.by))) {
    process.stdout.write(`${by}: ${countsOf(results.filter((each) => each.by === by))}\n`);
  }
  process.exitCode = results.some(({ verdict, expected }) => verdict !== expected && verdict !== 'undecided') ? 1 : 0;
}
