import { setMaxListeners } from 'node:events';
import { quotaOf } from '../src/aws/quotas.ts';
import { collectInventory } from '../src/collectors/collect.ts';
import { sectionNames, type SectionName } from '../src/inventory/sections.ts';
import type { RegionFixture } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';
import { id, names } from './fewest.ts';
import { gapsOf } from '../src/engine/gaps.ts';
import { table } from './table.ts';

const region = 'eu-west-1';
/** No answer of AWS is faster from afar. */
const usualLatency = 60;

interface Load {
  readonly what: string;
  readonly fill: RegionFixture;
  readonly sections: readonly SectionName[];
  readonly latencyMs: number;
}

/**
 * How near a collection comes to what the paced rate of its slowest operation allows, on a loopback AWS that enforces the published quotas.
 *
 * @param seconds about how long each load keeps that operation busy
 * @throws Error where a read was lost
 */
export async function pace(seconds: number): Promise<string> {
  const rows: string[][] = [];
  for (const load of loads(seconds)) rows.push(await measured(load));
  return table(
    ['what', 'latency (ms)', 'slowest operation', 'calls', 'calls ÷ rate (s)', 'wall time (s)', 'ratio', 'aim', 'throttled', 'lost'],
    rows,
  );
}

function loads(seconds: number): readonly Load[] {
  const describes = Math.ceil(seconds * quotaOf('sagemaker:DescribeModel').perSecond);
  const lists = Math.ceil(seconds * quotaOf('sagemaker:ListTrainingJobs').perSecond);
  const ofEc2 = Math.ceil(seconds * quotaOf('ec2:DescribeVpcAttribute').perSecond);
  const models = names(describes, 'model').map((name) => build.model(name));
  const old = { CreationTime: '2026-01-01T00:00:00.000Z' };
  const vpcs = Array.from({ length: Math.ceil(ofEc2 / 2) }, (_, at) => build.vpc(id('vpc', at)));
  const several = {
    Models: models,
    // Search would answer for them: the pace of descriptions is what is measured.
    SearchIndex: { Models: [] },
    NotebookInstances: names(Math.ceil(describes / 2), 'nb').map((name) => build.notebook(name)),
    TrainingJobs: names(Math.ceil(describes / 3), 'job').map((name) => build.trainingJob(name)),
  };
  return [
    { what: 'models, notebooks and jobs; every section', fill: several, sections: sectionNames, latencyMs: usualLatency },
    {
      what: 'a history of jobs, listed only',
      fill: { TrainingJobs: names(lists * 100, 'job').map((name) => build.trainingJob(name, old)) },
      sections: ['trainingJobs'],
      latencyMs: usualLatency,
    },
    { what: 'attributes of VPCs', fill: { Vpcs: vpcs }, sections: ['vpcDnsAttributes'], latencyMs: usualLatency },
    {
      what: 'models, answers that take a second',
      fill: { Models: models, SearchIndex: { Models: [] } },
      sections: ['models'],
      latencyMs: 1000,
    },
    { what: 'attributes of VPCs, answers that take a second', fill: { Vpcs: vpcs }, sections: ['vpcDnsAttributes'], latencyMs: 1000 },
  ];
}

async function measured({ what, fill, sections, latencyMs }: Load): Promise<string[]> {
  const aws = await startLoopback(build.accountOf({ [region]: fill }), { quota: true, latencyMs });
  Object.assign(process.env, aws.environment(), { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' });
  try {
    const { signal } = new AbortController();
    // Every call listens, and they are many.
    setMaxListeners(0, signal);
    const start = performance.now();
    const inventory = await collectInventory({
      regions: [region],
      sections,
      since: new Date('2026-08-01'),
      readTimeoutMs: 30_000,
      connectTimeoutMs: 5000,
      signal,
      now: () => new Date(),
    });
    const wall = (performance.now() - start) / 1000;
    const lost = [...gapsOf(inventory)].length;
    if (lost > 0) throw new Error(`${what}: ${lost} reads were lost`);
    const [operation, calls, least] = slowest(aws.calls.map((call) => `${call.service}:${call.operation}`));
    const throttled = aws.calls.filter(({ error }) => /Throttl|RequestLimit/.test(error ?? '')).length;
    const [ratio, aim] = [(wall / least).toFixed(2), '≤ 1.15'];
    return [
      what,
      String(latencyMs),
      `\`${operation}\``,
      String(calls),
      least.toFixed(1),
      wall.toFixed(1),
      ratio,
      aim,
      String(throttled),
      String(lost),
    ];
  } finally {
    await aws.close();
  }
}

/** The operation that takes longest at its pace, its calls, and how many seconds these take. */
function slowest(made: readonly string[]): readonly [operation: string, calls: number, seconds: number] {
  const counts = new Map<string, number>();
  for (const operation of made) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  const times = [...counts].map(([operation, calls]) => [operation, calls, calls / quotaOf(operation).perSecond] as const);
  return times.reduce((most, one) => (one[2] > most[2] ? one : most));
}
