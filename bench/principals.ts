import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { table } from './table.ts';

const one = fileURLToPath(new URL('principals-one.ts', import.meta.url));

interface Run {
  readonly milliseconds: number;
  readonly verdicts: number;
  readonly checks: number;
  readonly megabytes: number;
}

/**
 * How the questions about users and roles grow with their number: roles with ten policies each, every check over principals, each size in a
 * process of its own, rounds interleaved.
 *
 * @param sizes ascending
 */
export function principals(sizes: readonly number[], rounds: number): string {
  const runs = sizes.map((): Run[] => []);
  for (let round = 0; round < rounds; round += 1) for (const [at, size] of sizes.entries()) runs[at]?.push(runOf(size));
  const times = runs.map((list) => median(list.map(({ milliseconds }) => milliseconds)));
  const checks = runs[0]?.[0]?.checks ?? 0;
  const rows = sizes.map((size, at) => {
    const time = times[at] ?? Number.NaN;
    const [before, previous] = [times[at - 1], sizes[at - 1]];
    const growth = before === undefined || previous === undefined ? '' : (Math.log(time / before) / Math.log(size / previous)).toFixed(2);
    const memory = median((runs[at] ?? []).map(({ megabytes }) => megabytes));
    const verdicts = runs[at]?.[0]?.verdicts ?? 0;
    return [
      size.toLocaleString('en'),
      verdicts.toLocaleString('en'),
      time.toFixed(0),
      ((1000 * size) / time).toFixed(0),
      growth,
      memory.toFixed(0),
    ];
  });
  return `${checks} checks over principals, ten policies each.\n\n${table(['principals', 'verdicts', 'time (ms)', 'principals a second', 'growth', 'peak memory (MB)'], rows)}`;
}

function runOf(size: number): Run {
  const ended = spawnSync(process.execPath, ['--import', 'tsx', one, String(size)], { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout) as Run;
}
