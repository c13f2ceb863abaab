import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { table } from './table.ts';

const one = fileURLToPath(new URL('evaluate-one.ts', import.meta.url));

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * How evaluation grows with the number of workloads: all checks and the JSON report, each size in a process of its own, rounds interleaved.
 *
 * @param sizes ascending
 */
export function evaluate(sizes: readonly number[], rounds: number): string {
  const runs = sizes.map((): Run[] => []);
  for (let round = 0; round < rounds; round += 1) for (const [at, size] of sizes.entries()) runs[at]?.push(runOf(size));
  const times = runs.map((list) => median(list.map(({ milliseconds }) => milliseconds)));
  return table(
    ['workloads', 'time (ms)', 'per workload (µs)', 'growth', 'peak memory (MB)'],
    sizes.map((size, at) => {
      const time = times[at] ?? Number.NaN;
      const [before, previous] = [times[at - 1], sizes[at - 1]];
      // 1 is linear, 2 would be quadratic.
      const growth = before === undefined || previous === undefined ? '' : (Math.log(time / before) / Math.log(size / previous)).toFixed(2);
      const memory = median((runs[at] ?? []).map(({ megabytes }) => megabytes));
      return [size.toLocaleString('en'), time.toFixed(0), ((1000 * time) / size).toFixed(0), growth, memory.toFixed(0)];
    }),
  );
}

function runOf(size: number): Run {
  const ended = spawnSync(process.execPath, ['--import', 'tsx', one, String(size)], { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout) as Run;
}
