import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory, type CollectRequest } from '../../src/collectors/collect.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionName } from '../../src/inventory/sections.ts';
import { AnswerCache } from '../../src/storage/answer-cache.ts';
import { mlsec } from '../cli/support/spawn.ts';
import type { RegionFixture, ResourceTypes } from '../support/aws/account.ts';
import * as build from '../support/aws/build-account.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';
let aws: Loopback | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlsec-cached-'));
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await aws?.close();
});

interface Row {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly detail: Fact<Readonly<Record<string, unknown>>>;
}

/** One scan with the cache: what it brought home, and what it called. */
async function scan(section: SectionName, fixture: RegionFixture, given: Partial<CollectRequest> = {}, options: LoopbackOptions = {}) {
  await aws?.close();
  aws = await startLoopback(build.accountOf({ [region]: fixture }), options);
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  const memory = new AnswerCache(folder, (message) => {
    throw new Error(message);
  });
  const request = requestFor([region], { sections: [section], clock: fastClock(200), memory, ...given });
  const record = (await collectInventory(request)).sections.find((each) => each.section === section);
  if (record === undefined) throw new Error(`no ${section}`);
  const rows = [...rowsToName(record.fact as Fact<Iterable<Row>>)];
  const calls: Record<string, number> = {};
  for (const { service, operation } of aws.calls) if (service === 'sagemaker') calls[operation] = (calls[operation] ?? 0) + 1;
  return { record, rows, calls };
}

const minute = (at: number): string => new Date(Date.UTC(2026, 10, 1) + at * 60_000).toISOString();
const job = (at: number, given: Partial<ResourceTypes['TrainingJobs']> = {}) =>
  build.trainingJob(`job-${at}`, { CreationTime: minute(at), LastModifiedTime: minute(at + 30), ...given });
const jobs = (count: number) => Array.from({ length: count }, (_, at) => job(at));
const isolationOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    rows.map(({ summary, detail }) => [summary['TrainingJobName'], detail.known && detail.value['EnableNetworkIsolation']]),
  );

describe('the second scan', () => {
  it('pays for the list alone, and says that it did', async () => {
    const first = await scan('trainingJobs', { TrainingJobs: jobs(150) });
    expect(first.calls).toEqual({ ListTrainingJobs: 2, Search: 2 });
    const second = await scan('trainingJobs', { TrainingJobs: jobs(150) });
    expect(second.calls).toEqual({ ListTrainingJobs: 2 });
    expect(second.rows).toEqual(first.rows);
    expect(second.record.ledger).toEqual([
      { operation: 'sagemaker:ListTrainingJobs', calls: 2, complete: true },
      { operation: 'sagemaker:DescribeTrainingJob', calls: 0, complete: true, cached: 150 },
    ]);
    expect(first.record.ledger.some((entry) => 'cached' in entry)).toBe(false);
  });

  it('pays for what is new', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(150) });
    expect((await scan('trainingJobs', { TrainingJobs: jobs(151) })).calls).toEqual({ ListTrainingJobs: 2, DescribeTrainingJob: 1 });
    expect((await scan('trainingJobs', { TrainingJobs: jobs(155) })).calls).toEqual({ ListTrainingJobs: 2, Search: 1 });
    expect((await scan('trainingJobs', { TrainingJobs: jobs(155) })).calls).toEqual({ ListTrainingJobs: 2 });
  });

  it('forgets a job that is not listed any more', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(3) });
    const { rows } = await scan('trainingJobs', { TrainingJobs: jobs(2) });
    expect(rows).toHaveLength(2);
    expect((await scan('trainingJobs', { TrainingJobs: jobs(3) })).calls).toEqual({ ListTrainingJobs: 1, DescribeTrainingJob: 1 });
  });

  const open = { EnableNetworkIsolation: false };

  it.each([
    ['a job that still ran', job(1, { TrainingJobStatus: 'InProgress' }), job(1, open)],
    ['a job of a name that was used before', job(1), job(1, { ...open, CreationTime: minute(7), LastModifiedTime: minute(31) })],
    ['a job that changed after its end', job(1), job(1, { ...open, LastModifiedTime: minute(99) })],
  ])('reads anew: %s', async (_what, before, after) => {
    await scan('trainingJobs', { TrainingJobs: [job(0), before] });
    const { rows, calls } = await scan('trainingJobs', { TrainingJobs: [job(0), after] });
    expect(isolationOf(rows)).toEqual({ 'job-0': true, 'job-1': false });
    expect(calls).toEqual({ ListTrainingJobs: 1, DescribeTrainingJob: 1 });
  });

  it('keeps no gap', async () => {
    const refused: LoopbackOptions = { faults: [{ kind: 'access-denied', operation: 'sagemaker:DescribeProcessingJob', resource: 'b' }] };
    const fixture = { ProcessingJobs: ['a', 'b'].map((name) => build.processingJob(name)) };
    const first = await scan('processingJobs', fixture, {}, refused);
    expect(first.rows.filter(({ detail }) => detail.known)).toHaveLength(1);
    const second = await scan('processingJobs', fixture);
    expect(second.calls).toEqual({ ListProcessingJobs: 1, DescribeProcessingJob: 1 });
    expect(second.rows.every(({ detail }) => detail.known)).toBe(true);
  });

  it('loses nothing of the cache where the list fails in the middle', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(150) });
    const broken = await scan(
      'trainingJobs',
      { TrainingJobs: jobs(150) },
      {},
      { faults: [{ kind: 'access-denied', operation: 'sagemaker:ListTrainingJobs', after: 1 }] },
    );
    expect(broken.record.fact.known).toBe(false);
    expect(broken.rows).toHaveLength(100);
    expect((await scan('trainingJobs', { TrainingJobs: jobs(150) })).calls).toEqual({ ListTrainingJobs: 2 });
  });

  it('reads anew what is damaged', async () => {
    const first = await scan('trainingJobs', { TrainingJobs: jobs(20) });
    const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith('.ndjson'));
    const path = join(folder, name ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"EnableNetworkIsolation":true', '"EnableNetworkIsolation":null'));
    const second = await scan('trainingJobs', { TrainingJobs: jobs(20) });
    expect(second.calls).toEqual({ ListTrainingJobs: 1, DescribeTrainingJob: 1 });
    expect(second.rows).toEqual(first.rows);
  });
});

describe('what AWS lets nobody change', () => {
  const fixtures: readonly (readonly [SectionName, RegionFixture])[] = [
    ['models', { Models: [build.model('a'), build.model('b')] }],
    ['endpointConfigs', { EndpointConfigs: [build.endpointConfig('a')] }],
    ['dataQualityJobDefinitions', { DataQualityJobDefinitions: [build.dataQualityDefinition('a')] }],
    ['modelBiasJobDefinitions', { ModelBiasJobDefinitions: [build.modelBiasDefinition('a')] }],
    ['modelExplainabilityJobDefinitions', { ModelExplainabilityJobDefinitions: [build.modelExplainabilityDefinition('a')] }],
    ['modelQualityJobDefinitions', { ModelQualityJobDefinitions: [build.modelQualityDefinition('a')] }],
  ];

  it.each(fixtures)('is read once: %s', async (section, fixture) => {
    const first = await scan(section, fixture);
    const second = await scan(section, fixture);
    expect(Object.keys(second.calls)).toEqual([expect.stringMatching(/^List/)]);
    expect(second.rows).toEqual(first.rows);
  });

  it('has no operation that updates it', async () => {
    const sdk = Object.keys(await import('@aws-sdk/client-sagemaker'));
    expect(sdk).toContain('UpdateEndpointCommand');
    for (const [section] of fixtures) {
      const noun = (section.charAt(0).toUpperCase() + section.slice(1)).replace(/s$/, '');
      expect(sdk).toContain(`Create${noun}Command`);
      expect(sdk).not.toContain(`Update${noun}Command`);
    }
  });

  it.each<[SectionName, RegionFixture]>([
    ['notebookInstances', { NotebookInstances: [build.notebook('a')] }],
    ['endpoints', { Endpoints: [build.endpoint('a')] }],
    ['domains', { Domains: [build.domain('d-a')] }],
    ['pipelines', { Pipelines: [build.pipeline('a')] }],
    ['notebookLifecycleConfigs', { NotebookInstanceLifecycleConfigs: [build.lifecycleConfig('a', 'true')] }],
  ])('and what somebody may have changed is read every time: %s', async (section, fixture) => {
    const first = await scan(section, fixture);
    expect((await scan(section, fixture)).calls).toEqual(first.calls);
  });
});

describe('a history with --since', () => {
  const since = { since: new Date(minute(400)) };
  const message = (count: number) => [{ code: 'older-jobs-left-out', count }];

  it('is listed as far back as the scan before saw that something may still run', async () => {
    const first = await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    expect(first.calls).toEqual({ ListTrainingJobs: 6, Search: 2 });
    const second = await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    // 120 jobs are recent; the first that is older stands on the second page.
    expect(second.calls).toEqual({ ListTrainingJobs: 2 });
    expect(second.rows).toEqual(first.rows);
    expect([first.record.notes, second.record.notes]).toMatchObject([message(400), message(400)]);
  });

  it('moves with time: what has become old since is counted, and new jobs are read', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    const later = { since: new Date(minute(500)) };
    const second = await scan('trainingJobs', { TrainingJobs: jobs(620) }, later);
    expect(second.rows).toHaveLength(120);
    expect(second.record.notes).toMatchObject(message(500));
    expect(second.calls).toMatchObject({ ListTrainingJobs: 3 });
    const third = await scan('trainingJobs', { TrainingJobs: jobs(620) }, later);
    expect(third.calls).toEqual({ ListTrainingJobs: 2 });
    expect(third.record.notes).toMatchObject(message(500));
  });

  it('is listed to an old job that still ran, and that one is read anew', async () => {
    const withOld = (status: 'InProgress' | 'Completed') => ({
      TrainingJobs: [
        ...jobs(520)
          .slice(1)
          .filter((_, at) => at !== 249),
        job(250, { TrainingJobStatus: status }),
      ],
    });
    const first = await scan('trainingJobs', withOld('InProgress'), since);
    expect(first.rows).toHaveLength(121);
    const second = await scan('trainingJobs', withOld('InProgress'), since);
    expect(second.rows).toEqual(first.rows);
    // Back to job 250, the 270th of the list.
    expect(second.calls).toEqual({ ListTrainingJobs: 3, DescribeTrainingJob: 1 });
    expect([first.record.notes, second.record.notes]).toMatchObject([message(398), message(398)]);
    const third = await scan('trainingJobs', withOld('Completed'), since);
    expect(third.rows).toHaveLength(120);
    expect(third.record.notes).toMatchObject(message(399));
  });

  it('that goes back further than before is listed whole', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    const second = await scan('trainingJobs', { TrainingJobs: jobs(520) }, { since: new Date(minute(100)) });
    expect(second.rows).toHaveLength(420);
    expect(second.record.notes).toMatchObject(message(100));
    expect(second.calls).toMatchObject({ ListTrainingJobs: 6 });
  });

  it('all: everything is listed, and a narrower scan in between costs nothing that was known', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(520) });
    await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    const third = await scan('trainingJobs', { TrainingJobs: jobs(520) });
    expect(third.rows).toHaveLength(520);
    expect(third.calls).toEqual({ ListTrainingJobs: 6 });
  });

  it('whose list failed leaves the horizon where it was', async () => {
    await scan('trainingJobs', { TrainingJobs: jobs(520) }, since);
    await scan('trainingJobs', { TrainingJobs: jobs(520) }, since, {
      faults: [{ kind: 'access-denied', operation: 'sagemaker:ListTrainingJobs' }],
    });
    expect((await scan('trainingJobs', { TrainingJobs: jobs(520) }, since)).calls).toEqual({ ListTrainingJobs: 2 });
  });

  it('is listed whole where the categories have lists of their own', async () => {
    const fixture = { Jobs: [build.job('recent'), build.job('old', { CreationTime: '2026-01-01T00:00:00.000Z' })] };
    const given = { since: new Date('2026-08-25') };
    await scan('jobs', fixture, given);
    const second = await scan('jobs', fixture, given);
    expect(second.calls).toEqual({ ListJobs: 2 });
    expect(second.record.notes).toMatchObject(message(1));
  });
});

describe('--cache', () => {
  it('of an audit: the second run calls less, and finds the same', { timeout: 60_000 }, async () => {
    aws = await startLoopback(build.accountWith({ TrainingJobs: jobs(30), Models: [build.model('a'), build.model('b')] }));
    const run = async (): Promise<{ readonly calls: number; readonly findings: unknown }> => {
      aws?.reset();
      const { exit, stdout, stderr } = await mlsec(['audit', '--cache', folder, '--since', 'all', '-f', 'json', '--fail-on', 'none'], {
        env: aws?.environment() ?? {},
      });
      expect([exit, stderr.includes('error')], stderr).toEqual([0, false]);
      return { calls: aws?.calls.length ?? 0, findings: (JSON.parse(stdout) as { findings: unknown }).findings };
    };
    const [first, second] = [await run(), await run()];
    expect(second.findings).toEqual(first.findings);
    // A page of Search for the jobs, and one for the models.
    expect(first.calls - second.calls).toBe(2);
  });

  it.each([
    [['audit', '--inventory', 'x.ndjson', '--cache', 'c'], '--cache has no effect with --inventory'],
    [['audit', '--demo', '--cache', 'c'], '--cache has no effect with --demo'],
    [['audit', '--cache', '/dev/null'], 'cannot keep a cache in /dev/null'],
  ])('%j', async (args, words) => {
    const { exit, stderr } = await mlsec(args, { env: { AWS_REGION: region } });
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });
});
