import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quotaOf } from '../src/aws/quotas.ts';
import { collectInventory } from '../src/collectors/collect.ts';
import { AnswerCache } from '../src/storage/answer-cache.ts';
import { Spool } from '../src/storage/spool.ts';
import * as build from '../test/support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../test/support/aws/loopback.ts';
import { publishedRate } from '../test/support/aws/quota.ts';
import { fakeClock } from '../test/support/fake-clock.ts';
import { peersWay } from './peers-way.ts';
import { table } from './table.ts';

const region = 'eu-west-1';
const now = Date.UTC(2026, 10, 25);
const days = 24 * 3_600_000;
/** How long ago the oldest job of a history ran. */
const age = 730 * days;

/** So many jobs are read the way of the peers; what more would cost follows from it, and would take minutes to make. */
const mostMade = 10_000;

interface Cost {
  readonly calls: number;
  readonly seconds: number;
}

/**
 * Calls for so many finished training jobs of two years, first and second scan with a cache, beside the way of the peers on the same AWS. The calls
 * are made, and counted where they arrive (those of the peers up to 10,000 jobs, and multiplied beyond). The time is what the quotas allow: calls of the slowest operation ÷ its rate, which for mlsec is nine
 * tenths of the quota, and for the peers all of it.
 */
export async function jobs(sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  let [last, lastSize] = [{ calls: 0, seconds: 0 }, 1];
  for (const size of sizes) {
    const aws = await startLoopback(build.accountOf({ [region]: { TrainingJobs: history(size) } }));
    Object.assign(process.env, aws.environment(), { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' });
    try {
      const peers = size <= mostMade ? await costOf(aws, () => peersWay(aws.url, region), publishedFor) : multiplied(last, size / lastSize);
      [last, lastSize] = [peers, size];
      rows.push([size.toLocaleString('en'), 'List, Describe, ListTags', ...cells(peers, peers)]);
      for (const [name, since] of [
        ['--since all', null],
        ['--since 90d', new Date(now - 90 * days)],
      ] as const) {
        const folder = mkdtempSync(join(tmpdir(), 'mlsec-bench-jobs-'));
        for (const scan of ['first', 'second']) {
          const cost = await costOf(
            aws,
            () => collect(folder, since, size),
            (operation) => quotaOf(operation).perSecond,
          );
          rows.push(['', `mlsec ${name}, ${scan} scan`, ...cells(cost, peers)]);
        }
        rmSync(folder, { recursive: true });
      }
    } finally {
      await aws.close();
    }
  }
  return table(['jobs', 'way', 'calls', 'times fewer', 'time at the quotas', 'times faster'], rows);
}

/** Every hundred jobs cost the peers the same. */
function multiplied({ calls, seconds }: Cost, times: number): Cost {
  return { calls: calls * times, seconds: seconds * times };
}

/** For ListTags AWS publishes no quota: it is taken to be never what is waited for. */
function publishedFor(operation: string): number {
  return operation === 'sagemaker:ListTags' ? Number.POSITIVE_INFINITY : publishedRate(operation, true).perSecond;
}

function history(size: number) {
  return Array.from({ length: size }, (_, at) => {
    const created = now - Math.floor((age * (at + 1)) / size);
    return build.trainingJob(`job-${String(at).padStart(6, '0')}`, {
      CreationTime: new Date(created).toISOString(),
      LastModifiedTime: new Date(created + 3_600_000).toISOString(),
    });
  });
}

async function collect(folder: string, since: Date | null, expected: number): Promise<void> {
  const spool = new Spool();
  const inventory = await collectInventory({
    regions: [region],
    sections: ['trainingJobs'],
    since,
    readTimeoutMs: 60_000,
    connectTimeoutMs: 5_000,
    signal: new AbortController().signal,
    now: () => new Date(now),
    clock: fakeClock(),
    openRows: spool.openRows,
    memory: new AnswerCache(folder, (message) => {
      throw new Error(message);
    }),
  });
  const record = inventory.sections.find((each) => each.section === 'trainingJobs');
  if (record?.section !== 'trainingJobs' || !record.fact.known) throw new Error('the jobs were not read');
  let described = 0;
  for (const { detail } of record.fact.value) if (detail.known) described += 1;
  const leftOut = record.notes.reduce((sum, { count }) => sum + count, 0);
  if (described + leftOut !== expected) throw new Error(`${described} jobs read and ${leftOut} left out, of ${expected}`);
  spool.close();
}

async function costOf(aws: Loopback, work: () => Promise<void>, rateOf: (operation: string) => number): Promise<Cost> {
  aws.reset();
  await work();
  const counts = new Map<string, number>();
  for (const { service, operation } of aws.calls) {
    if (service === 'sagemaker') counts.set(`${service}:${operation}`, (counts.get(`${service}:${operation}`) ?? 0) + 1);
  }
  return {
    calls: [...counts.values()].reduce((sum, count) => sum + count, 0),
    seconds: Math.max(...[...counts].map(([operation, count]) => count / rateOf(operation))),
  };
}

function cells({ calls, seconds }: Cost, peers: Cost): string[] {
  return [calls.toLocaleString('en'), times(peers.calls / calls), span(seconds), times(peers.seconds / seconds)];
}

function times(ratio: number): string {
  return ratio === 1 ? '' : `${ratio.toFixed(0)} ×`;
}

function span(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(0)} s`;
  return seconds < 5_400 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
