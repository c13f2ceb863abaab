import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// No time is looked at: only that everything is measured, and that no collector calls more often than it must.
it('the benchmark measures every part, at small sizes', () => {
  const ended = spawnSync(process.execPath, ['--import', 'tsx', 'bench/bench.ts', '--quick'], { cwd: root, encoding: 'utf8' });
  expect(ended.status, ended.stderr).toBe(0);
  for (const row of [
    '`node -e 0` | 1.00',
    '`mlsec --version`',
    '`mlsec audit --demo`',
    'to the first request',
    '| 10 |',
    '| 100 |',
    'each by itself',
  ]) {
    expect(ended.stdout).toContain(row);
  }
  const organizations = ['organization', 'organizationRoots', 'organizationTargets', 'organizationPolicies'];
  const uncounted = new Set(['callerIdentity', 'enabledRegions', 'accountAuthorization', 'prefixLists', ...organizations]);
  for (const { section } of collectors) if (!uncounted.has(section)) expect(ended.stdout).toContain(`| ${section} |`);
}, 60_000);
