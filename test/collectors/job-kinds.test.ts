import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionName } from '../../src/inventory/sections.ts';
import type { RegionFixture } from '../support/aws/account.ts';
import * as build from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const since = new Date('2026-08-25');
const old = { CreationTime: '2026-01-01T00:00:00.000Z' };

/** Every kind of which a history piles up: a recent job, an old one, and one that is old and still runs. */
const kinds: readonly (readonly [SectionName, RegionFixture])[] = [
  [
    'processingJobs',
    {
      ProcessingJobs: [
        build.processingJob('recent'),
        build.processingJob('old', old),
        build.processingJob('runs', { ...old, ProcessingJobStatus: 'InProgress' }),
      ],
    },
  ],
  [
    'transformJobs',
    {
      TransformJobs: [
        build.transformJob('recent'),
        build.transformJob('old', old),
        build.transformJob('runs', { ...old, TransformJobStatus: 'Stopping' }),
      ],
    },
  ],
  [
    'hyperParameterTuningJobs',
    {
      HyperParameterTuningJobs: [
        build.tuningJob('recent'),
        build.tuningJob('old', { ...old, HyperParameterTuningJobStatus: 'DeleteFailed' }),
        build.tuningJob('runs', { ...old, HyperParameterTuningJobStatus: 'InProgress' }),
      ],
      // Search is for test/collectors/search.test.ts.
      SearchIndex: { HyperParameterTuningJobs: [] },
    },
  ],
  [
    'autoMLJobs',
    {
      AutoMLJobs: [
        build.autoMLJob('recent'),
        build.autoMLJob('old', old),
        build.autoMLJob('runs', { ...old, AutoMLJobStatus: 'InProgress' }),
      ],
    },
  ],
  [
    'compilationJobs',
    {
      CompilationJobs: [
        build.compilationJob('recent'),
        build.compilationJob('old', { ...old, CompilationJobStatus: 'FAILED' }),
        build.compilationJob('runs', { ...old, CompilationJobStatus: 'INPROGRESS' }),
      ],
    },
  ],
  [
    'optimizationJobs',
    {
      OptimizationJobs: [
        build.optimizationJob('recent'),
        build.optimizationJob('old', old),
        build.optimizationJob('runs', { ...old, OptimizationJobStatus: 'STARTING' }),
      ],
    },
  ],
  [
    'inferenceRecommendationsJobs',
    {
      InferenceRecommendationsJobs: [
        build.inferenceRecommendationsJob('recent'),
        build.inferenceRecommendationsJob('old', { ...old, Status: 'DELETED' }),
        build.inferenceRecommendationsJob('runs', { ...old, Status: 'PENDING' }),
      ],
    },
  ],
  [
    'aiBenchmarkJobs',
    {
      AIBenchmarkJobs: [
        build.aiBenchmarkJob('recent'),
        build.aiBenchmarkJob('old', old),
        build.aiBenchmarkJob('runs', { ...old, AIBenchmarkJobStatus: 'InProgress' }),
      ],
    },
  ],
  [
    'jobs',
    {
      Jobs: [
        build.job('recent', { JobCategory: 'AgentRFTEvaluation' }),
        build.job('old', old),
        build.job('runs', { ...old, JobStatus: 'InProgress' }),
      ],
    },
  ],
  [
    'labelingJobs',
    {
      LabelingJobs: [
        build.labelingJob('recent'),
        build.labelingJob('old', old),
        build.labelingJob('runs', { ...old, LabelingJobStatus: 'Initializing' }),
      ],
    },
  ],
];

let aws: Loopback;
beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

interface Row {
  readonly summary: Readonly<Record<string, unknown>>;
}

/** A section as it is collected from an account with this much in it. */
async function collected(section: SectionName, fixture: RegionFixture, from: Date | null) {
  aws = await startLoopback(build.accountOf({ 'eu-west-1': fixture }));
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  const request = requestFor(['eu-west-1'], { sections: [section], since: from, clock: fastClock(50) });
  const record = (await collectInventory(request)).sections.find((each) => each.section === section);
  if (record === undefined) throw new Error(`no ${section}`);
  const rows = [...rowsToName(record.fact as Fact<Iterable<Row>>)];
  const names = rows.flatMap(({ summary }) =>
    Object.entries(summary).flatMap(([key, value]) => (key.endsWith('Name') ? [String(value)] : [])),
  );
  return { names: names.toSorted(), record };
}

describe.each(kinds)('%s', (section, fixture) => {
  it('recent and running ones are described, the others counted', async () => {
    const { names, record } = await collected(section, fixture, since);
    expect(names).toEqual(['recent', 'runs']);
    expect(record.notes).toMatchObject([{ code: 'older-jobs-left-out', section, count: 1 }]);
    expect(aws.calls.filter(({ operation }) => operation.startsWith('Describe'))).toHaveLength(2);
  });

  it('all of them, where all were asked for', async () => {
    const { names, record } = await collected(section, fixture, null);
    expect(names).toEqual(['old', 'recent', 'runs']);
    expect(record.notes).toEqual([]);
  });
});

describe('what people put secrets into', () => {
  it('is not kept of any kind', async () => {
    const secret = 'demo-not-a-secret';
    const { record } = await collected('jobs', { Jobs: [build.job('a')] }, null);
    expect(JSON.stringify(build.job('a'))).toContain(secret);
    expect(JSON.stringify(record)).not.toContain(secret);
  });
});
