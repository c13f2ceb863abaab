import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { audit } from '../../src/engine/audit.ts';
import { checks } from '../../src/checks/index.ts';
import type { ProcessingJob } from '../../src/inventory/sections/processing-jobs.ts';
import terminal from '../../src/reporters/terminal.ts';
import { inventory } from '../support/inventory.ts';
import { processingJob } from '../support/rows-jobs.ts';

/** A history as it would be read from a file: made anew on every walk, and in no array. */
function history(count: number): Iterable<ProcessingJob> {
  return {
    *[Symbol.iterator]() {
      for (let at = 0; at < count; at += 1) {
        const given = {
          NetworkConfig: undefined,
          ExperimentConfig: { ExperimentName: `pipeline-${at % 7}` },
          RoleArn: `arn:aws:iam::111122223333:role/team-${at % 3}`,
        };
        yield processingJob(`job-${at}`, given, at % 1000 === 0 ? 'InProgress' : 'Completed');
      }
    },
  };
}

const asked = checks.filter(({ id }) =>
  ['workload-outside-vpc', 'workload-not-network-isolated', 'workload-reaches-internet'].includes(id),
);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Heap in use after a collection, in megabytes: what is kept, and not what passes by. */
function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

describe('a history of 100,000 jobs outside a VPC', () => {
  const report = audit(inventory({ processingJobs: history(100_000) }), asked, '0.0.0');

  it('is told by template, in a page', { timeout: 60_000 }, () => {
    const before = heap();
    const lines = terminal(report, { color: false, width: 100, unicode: true });
    // The first line is written when every finding has been walked.
    const first = lines.next().value ?? '';
    expect(heap() - before).toBeLessThan(10);
    const text = [first, ...lines].join('');
    expect(text.split('\n').length).toBeLessThan(120);
    expect(text).toContain('all 100,000 processing jobs fail');
    expect(text).toMatch(/ running, [\d,]+ finished/);
    expect(text).toContain('from experiment pipeline-0');
  });

  it('is there job by job for whoever reads the findings', { timeout: 60_000 }, () => {
    let count = 0;
    let last: Finding | undefined;
    for (const finding of report.findings) {
      count += 1;
      last = finding;
    }
    expect(count).toBe(300_000);
    expect(last?.run).toMatchObject({ finished: true });
  });
});
