import type { NormalizedSchema } from '@smithy/core/schema';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory, type CollectRequest } from '../../src/collectors/collect.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionName } from '../../src/inventory/sections.ts';
import { hyperParameterTuningJobShape } from '../../src/inventory/sections/hyper-parameter-tuning-jobs.ts';
import { modelShape } from '../../src/inventory/sections/models.ts';
import { trainingJobShape } from '../../src/inventory/sections/training-jobs.ts';
import type { RegionFixture, ResourceTypes } from '../support/aws/account.ts';
import { accountOf, model, trainingJob, tuningJob } from '../support/aws/build-account.ts';
import type { FaultKind } from '../support/aws/faults.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import { shape } from '../support/aws/services.ts';
import { requestFor } from '../support/collecting.ts';
import { fakeClock, fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';
let aws: Loopback | undefined;

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
});

interface Row {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly detail: Fact<Readonly<Record<string, unknown>>>;
}

/** A section as it is collected, and how often each operation was called for it. */
async function collected(section: SectionName, fixture: RegionFixture, given: Partial<CollectRequest> = {}, options: LoopbackOptions = {}) {
  await aws?.close();
  aws = await startLoopback(accountOf({ [region]: fixture }), options);
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  const request = requestFor([region], { sections: [section], clock: fastClock(100), ...given });
  const record = (await collectInventory(request)).sections.find((each) => each.section === section);
  if (record === undefined) throw new Error(`no ${section}`);
  const rows = [...rowsToName(record.fact as Fact<Iterable<Row>>)];
  const calls: Record<string, number> = {};
  for (const { service, operation } of aws.calls) if (service === 'sagemaker') calls[operation] = (calls[operation] ?? 0) + 1;
  return { record, rows, calls };
}

/** The nth minute of a day. */
const minute = (at: number): string => new Date(Date.UTC(2026, 10, 1) + at * 60_000).toISOString();
const job = (at: number, given: Partial<ResourceTypes['TrainingJobs']> = {}) =>
  trainingJob(`job-${String(at).padStart(4, '0')}`, { CreationTime: minute(at), LastModifiedTime: minute(at + 30), ...given });
const jobs = (count: number) => Array.from({ length: count }, (_, at) => job(at));
const valueOf = ({ detail }: Row) => (detail.known ? detail.value : undefined);

describe('what Search tells', () => {
  it('is not described: two pages of a list and two of Search for 200 finished jobs', async () => {
    const { rows, record, calls } = await collected('trainingJobs', { TrainingJobs: jobs(200) });
    expect(calls).toEqual({ ListTrainingJobs: 2, Search: 2 });
    expect(rows).toHaveLength(200);
    expect(rows.every(({ detail }) => detail.known)).toBe(true);
    expect(record.ledger).toEqual([
      { operation: 'sagemaker:ListTrainingJobs', calls: 2, complete: true },
      { operation: 'sagemaker:Search', calls: 2, complete: true },
      { operation: 'sagemaker:DescribeTrainingJob', calls: 0, complete: true },
    ]);
  });

  it.each([
    ['trainingJobs', { TrainingJobs: jobs(5) }],
    ['hyperParameterTuningJobs', { HyperParameterTuningJobs: ['a', 'b', 'c'].map((name) => tuningJob(name)) }],
    ['models', { Models: ['a', 'b', 'c'].map((name) => model(name)) }],
  ] as const)('is what a describe tells: %s', async (section, fixture) => {
    const searched = await collected(section, fixture);
    const [collection = ''] = Object.keys(fixture);
    const described = await collected(section, { ...fixture, SearchIndex: { [collection]: [] } });
    expect(searched.calls['Search']).toBe(1);
    expect(Object.keys(searched.calls).some((name) => name.startsWith('Describe'))).toBe(false);
    expect(Object.keys(described.calls).some((name) => name.startsWith('Describe'))).toBe(true);
    expect(searched.rows).toEqual(described.rows);
  });

  it('of a running job leaves remote debugging out, so that one is described', async () => {
    const running = job(3, { TrainingJobStatus: 'InProgress', RemoteDebugConfig: { EnableRemoteDebug: true } });
    const { rows, calls } = await collected('trainingJobs', { TrainingJobs: [job(0), job(1), job(2), running] });
    expect(calls).toEqual({ ListTrainingJobs: 1, Search: 1, DescribeTrainingJob: 1 });
    expect(rows.map((row) => valueOf(row)?.['RemoteDebugConfig'])).toEqual([{ EnableRemoteDebug: true }, undefined, undefined, undefined]);
  });

  it('never adds to what the list names', async () => {
    const { rows } = await collected('trainingJobs', { TrainingJobs: jobs(3), SearchIndex: { TrainingJobs: jobs(5) } });
    expect(rows.map(({ summary }) => summary['TrainingJobName'])).toEqual(['job-0002', 'job-0001', 'job-0000']);
  });

  it('carries every field that is kept, but remote debugging', () => {
    const lacking = (record: NormalizedSchema, kept: object, at = ''): string[] =>
      Object.entries(kept).flatMap(([name, inner]: [string, unknown]) => {
        const member = [...structOf(record).structIterator()].find(([each]) => each === name)?.[1];
        if (member === undefined) return [at + name];
        return typeof inner === 'object' && inner !== null ? lacking(member, inner, `${at}${name}.`) : [];
      });
    const structOf = (schema: NormalizedSchema): NormalizedSchema => (schema.isListSchema() ? structOf(schema.getValueSchema()) : schema);
    expect(lacking(shape('sagemaker', 'TrainingJob'), trainingJobShape)).toEqual(['RemoteDebugConfig']);
    expect(lacking(shape('sagemaker', 'HyperParameterTuningJobSearchEntity'), hyperParameterTuningJobShape)).toEqual([]);
    expect(lacking(shape('sagemaker', 'Model'), modelShape)).toEqual([]);
  });
});

describe('an index that lags behind or hides', () => {
  const open = { EnableNetworkIsolation: false };

  it.each([
    ['does not show a job', jobs(5).slice(1)],
    ['shows how it was before it changed', [job(0, { ...open, LastModifiedTime: minute(10) }), ...jobs(5).slice(1)]],
    ['shows another status', [job(0, { ...open, TrainingJobStatus: 'Stopping' }), ...jobs(5).slice(1)]],
    ['shows a job of that name that was created earlier', [job(0, { ...open, CreationTime: minute(-1) }), ...jobs(5).slice(1)]],
  ])('%s: that one is described', async (_what, index) => {
    const { rows, calls } = await collected('trainingJobs', { TrainingJobs: jobs(5), SearchIndex: { TrainingJobs: index } });
    expect(calls).toEqual({ ListTrainingJobs: 1, Search: 1, DescribeTrainingJob: 1 });
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => valueOf(row)?.['EnableNetworkIsolation'] === true)).toBe(true);
  });

  it('shows the model that had the name before: the new one is described', async () => {
    const before = model('a', { ...open, CreationTime: '2026-11-10T07:14:59.999Z' });
    const { rows, calls } = await collected('models', {
      Models: [model('a'), model('b'), model('c')],
      SearchIndex: { Models: [before, model('b'), model('c')] },
    });
    expect(calls).toMatchObject({ Search: 1, DescribeModel: 1 });
    expect(rows.every((row) => valueOf(row)?.['EnableNetworkIsolation'] === true)).toBe(true);
  });

  it('shows nothing: it is not asked a second time', async () => {
    const { rows, calls } = await collected('models', {
      Models: Array.from({ length: 130 }, (_, at) => model(`m-${at}`)),
      SearchIndex: { Models: [] },
    });
    expect(calls).toEqual({ ListModels: 2, Search: 1, DescribeModel: 130 });
    expect(rows).toHaveLength(130);
  });
});

describe('Search that does not answer', () => {
  const faults: readonly FaultKind[] = [
    { kind: 'access-denied' },
    { kind: 'throttle' },
    { kind: 'server-error' },
    { kind: 'hang' },
    { kind: 'reset' },
    { kind: 'cut-off' },
    { kind: 'truncated' },
    { kind: 'html' },
    { kind: 'error', code: 'ValidationException', message: 'Unknown property CreationTime' },
  ];

  it.each(faults)('$kind: everything is described, and nothing is missing', async (fault) => {
    const calm = await collected('trainingJobs', { TrainingJobs: jobs(5) });
    const { record, rows, calls } = await collected(
      'trainingJobs',
      { TrainingJobs: jobs(5) },
      fault.kind === 'hang' ? { readTimeoutMs: 300 } : {},
      { faults: [{ ...fault, operation: 'sagemaker:Search' }] },
    );
    expect(record.fact.known).toBe(true);
    expect(rows).toEqual(calm.rows);
    expect(calls['DescribeTrainingJob']).toBe(5);
    expect(record.ledger[1]).toMatchObject({ operation: 'sagemaker:Search', complete: false, replaced: { operation: 'sagemaker:Search' } });
    expect(record.notes).toMatchObject([{ code: 'described-one-by-one', count: 5, section: 'trainingJobs' }]);
  });

  it('a page in the middle: what came before is not read twice', async () => {
    const { rows, calls } = await collected(
      'trainingJobs',
      { TrainingJobs: jobs(150) },
      {},
      { faults: [{ kind: 'access-denied', operation: 'sagemaker:Search', after: 1 }] },
    );
    expect(rows.every(({ detail }) => detail.known)).toBe(true);
    expect(calls).toEqual({ ListTrainingJobs: 2, Search: 2, DescribeTrainingJob: 50 });
  });

  it('is refused once for a section, not once for every stretch', { timeout: 120_000 }, async () => {
    const { calls, rows } = await collected(
      'models',
      { Models: Array.from({ length: 2101 }, (_, at) => model(`m-${at}`, { CreationTime: minute(at) })) },
      { clock: fakeClock() },
      { faults: [{ kind: 'access-denied', operation: 'sagemaker:Search' }] },
    );
    expect(rows).toHaveLength(2101);
    expect(calls).toEqual({ ListModels: 22, Search: 1, DescribeModel: 2101 });
  });
});

describe('the cheaper way', () => {
  it('one job is described: a page of Search is no cheaper', async () => {
    const { calls } = await collected('trainingJobs', { TrainingJobs: jobs(1) });
    expect(calls).toEqual({ ListTrainingJobs: 1, DescribeTrainingJob: 1 });
  });

  it('no job: nothing but the list', async () => {
    const { calls } = await collected('trainingJobs', {});
    expect(calls).toEqual({ ListTrainingJobs: 1 });
  });

  it('goes no further back than what is asked for', async () => {
    // 120 recent ones of 520: two pages of the six that Search has.
    const { rows, record, calls } = await collected('trainingJobs', { TrainingJobs: jobs(520) }, { since: new Date(minute(400)) });
    expect(rows).toHaveLength(120);
    expect(record.notes).toMatchObject([{ code: 'older-jobs-left-out', count: 400 }]);
    expect(calls).toEqual({ ListTrainingJobs: 6, Search: 2 });
  });

  it('two jobs far apart are described: Search would read what lies between', async () => {
    const running = { HyperParameterTuningJobStatus: 'InProgress' } as const;
    const tuning = Array.from({ length: 301 }, (_, at) =>
      tuningJob(`t-${at}`, { CreationTime: minute(at), LastModifiedTime: minute(at), ...(at === 0 ? running : {}) }),
    );
    const { rows, calls } = await collected(
      'hyperParameterTuningJobs',
      { HyperParameterTuningJobs: tuning },
      { since: new Date(minute(300)) },
    );
    expect(rows.map(({ summary }) => summary['HyperParameterTuningJobName'])).toEqual(['t-300', 't-0']);
    expect(calls).toEqual({ ListHyperParameterTuningJobs: 4, DescribeHyperParameterTuningJob: 2 });
  });
});
