import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allListed, nothingListed, type MemoryPlace, type SectionMemory } from '../../src/collectors/answer-memory.ts';
import { AnswerCache } from '../../src/storage/answer-cache.ts';

let folder: string;
let troubles: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlsec-cache-'));
  troubles = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const place: MemoryPlace = { partition: 'aws', account: '111122223333', region: 'eu-west-1', section: 'trainingJobs', shape: '[1]' };
const file = (): string => join(folder, 'mlsec-answers-v1', 'aws', '111122223333', 'eu-west-1', 'trainingJobs.ndjson');
const open = (given: Partial<MemoryPlace> = {}): SectionMemory =>
  new AnswerCache(folder, (message) => troubles.push(message)).open({ ...place, ...given });
const whole = { notListedBefore: allListed, horizon: undefined };
const created = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
const answer = (at: number) => ({ TrainingJobName: `job-${at}`, text: 'é\n🦭', list: [at] });

function fill(count: number, given: Partial<MemoryPlace> = {}): void {
  const section = open(given);
  for (let at = 0; at < count; at += 1) section.keep(`key-${at}`, created(at), answer(at));
  section.close(whole);
}

/** What is still known of so many. */
function known(count: number, given: Partial<MemoryPlace> = {}): readonly number[] {
  const section = open(given);
  const found = Array.from({ length: count }, (_, at) => at).filter((at) => {
    const kept = section.recall(`key-${at}`);
    if (kept !== undefined) expect(kept).toEqual(answer(at));
    return kept !== undefined;
  });
  section.close(undefined);
  return found;
}

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('a cache', () => {
  it('gives back what was kept, and nothing else', () => {
    expect(open().recall('key-0')).toBeUndefined();
    fill(3_000);
    expect(known(3_001)).toEqual(all(3_000));
    expect(troubles).toEqual([]);
  });

  it('is for its owner alone', () => {
    fill(1);
    for (let path = dirname(file()); path !== folder; path = dirname(path)) expect(statSync(path).mode & 0o777, path).toBe(0o700);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each<[string, Partial<MemoryPlace>]>([
    ['another account', { account: '444455556666' }],
    ['another Region', { region: 'us-east-1' }],
    ['another section', { section: 'models' }],
    ['another partition', { partition: 'aws-cn' }],
    ['another shape, in which a field may be that was not read then', { shape: '[1,2]' }],
  ])('knows nothing of %s', (_what, given) => {
    fill(3);
    expect(known(3, given)).toEqual([]);
  });

  it('knows nothing of another account, though its file was put there', () => {
    fill(3, { account: '444455556666' });
    mkdirSync(dirname(file()), { recursive: true, mode: 0o700 });
    writeFileSync(file(), readFileSync(file().replace('111122223333', '444455556666')));
    expect(known(3)).toEqual([]);
  });

  it('forgets what was not kept again, once everything was listed', () => {
    fill(5);
    const section = open();
    for (const at of [1, 3]) section.keep(`key-${at}`, created(at), section.recall(`key-${at}`));
    section.close(whole);
    expect(known(5)).toEqual([1, 3]);
  });

  it('keeps what nobody listed: all of it where the list failed, and what is older where the list was cut', () => {
    fill(5);
    open().close({ notListedBefore: nothingListed, horizon: undefined });
    expect(known(5)).toEqual(all(5));
    const section = open();
    section.keep('key-4', created(4), section.recall('key-4'));
    section.close({ notListedBefore: created(3), horizon: undefined });
    expect(known(5)).toEqual([0, 1, 2, 4]);
  });

  it('remembers a horizon', () => {
    const horizon = { before: '2026-08-01T00:00:00.000Z', count: 987_654 };
    open().close({ notListedBefore: allListed, horizon });
    expect(open().horizon).toEqual(horizon);
    open().close(whole);
    expect(open().horizon).toBeUndefined();
  });

  it('leaves everything as it was where the reading was broken off', () => {
    fill(3);
    const section = open();
    section.keep('key-9', created(9), answer(9));
    section.close(undefined);
    expect(known(10)).toEqual([0, 1, 2]);
    expect(readdirSync(dirname(file()))).toEqual(['trainingJobs.ndjson']);
  });

  it('removes the drafts of scans that were killed, after a week', () => {
    fill(1);
    const drafts = ['.trainingJobs-a.tmp', '.trainingJobs-b.tmp'].map((name) => join(dirname(file()), name));
    for (const draft of drafts) writeFileSync(draft, '');
    const old = Date.now() / 1000 - 8 * 24 * 3600;
    utimesSync(drafts[0] ?? '', old, old);
    fill(1);
    expect(readdirSync(dirname(file())).toSorted()).toEqual(['.trainingJobs-b.tmp', 'trainingJobs.ndjson']);
  });
});

describe('a damaged cache', () => {
  it.each(all(40))('byte %# of 40 flipped: at most what it touched is lost, and nothing is wrong', (at) => {
    fill(20);
    const bytes = readFileSync(file());
    const place = Math.floor((at * (bytes.length - 1)) / 39);
    bytes[place] = (bytes[place] ?? 0) ^ 0x04;
    writeFileSync(file(), bytes);
    const left = known(20);
    // The header is worth all of them; a line end that is gone joins two lines.
    if (place >= 161) expect(left.length).toBeGreaterThanOrEqual(18);
  });

  it.each([0, 1, 100, 161, 200, 1_000])('cut off after %d bytes', (length) => {
    fill(20);
    truncateSync(file(), length);
    expect(known(20).length).toBeLessThan(20);
    fill(20);
    expect(known(20)).toEqual(all(20));
  });

  it.each(['', 'garbage', '\n\n\n', '{"horizon":{"before":"9999","count":1}}\n', '\u0000'.repeat(5_000)])('%j in its place', (other) => {
    fill(1);
    writeFileSync(file(), other);
    expect(open().horizon).toBeUndefined();
    expect(known(1)).toEqual([]);
  });

  it('a folder in the place of its file: nothing is known, nothing can be kept, and the scan goes on', () => {
    mkdirSync(file(), { recursive: true, mode: 0o700 });
    fill(2);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain('trainingJobs.ndjson');
    expect(known(2)).toEqual([]);
  });
});

describe('two scans at once', () => {
  it('in one process: the later one stays, whole', () => {
    const [first, second] = [open(), open()];
    for (let at = 0; at < 2_000; at += 1) (at % 2 === 0 ? first : second).keep(`key-${at}`, created(at), answer(at));
    first.close(whole);
    second.close(whole);
    expect(known(2_000)).toEqual(all(2_000).filter((at) => at % 2 === 1));
  });

  it('in processes of their own: what is there is always whole', { timeout: 60_000 }, async () => {
    const source = `
      import { AnswerCache } from ${JSON.stringify(new URL('../../src/storage/answer-cache.ts', import.meta.url).href)};
      const cache = new AnswerCache(${JSON.stringify(folder)}, (message) => { throw new Error(message); });
      for (let round = 0; round < 20; round += 1) {
        const section = cache.open(${JSON.stringify(place)});
        for (let at = 0; at < 500; at += 1) {
          const kept = section.recall('key-' + at);
          if (kept !== undefined && kept.list[0] !== at) throw new Error('wrong answer');
          section.keep('key-' + at, new Date(at * 60000).toISOString(), kept ?? { TrainingJobName: 'job-' + at, text: ${JSON.stringify('é\n🦭')}, list: [at] });
        }
        section.close({ notListedBefore: '', horizon: { before: '2026-01-01T00:00:00.000Z', count: round } });
      }`;
    const scans = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { stdio: ['ignore', 'ignore', 'pipe'] }),
    );
    const ended = Promise.all(scans.map(async (scan) => [await text(scan.stderr), scan.exitCode ?? (await once(scan, 'exit'))[0]]));
    expect(await ended).toEqual([
      ['', 0],
      ['', 0],
      ['', 0],
    ]);
    expect(known(501)).toEqual(all(500));
    expect(open().horizon).toEqual({ before: '2026-01-01T00:00:00.000Z', count: 19 });
  });
});

describe('a folder in which others could plant answers', () => {
  const root = (): string => join(folder, 'mlsec-answers-v1');

  it.each([0o755, 0o770, 0o707, 0o750])('mode %o is refused', (mode) => {
    mkdirSync(root());
    chmodSync(root(), mode);
    expect(() => open()).toThrow(expect.objectContaining({ exitCode: 2, hint: expect.stringContaining('chmod 700') }));
  });

  it('a link in its place is refused', () => {
    mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(folder, 'elsewhere'), root());
    expect(() => open()).toThrow('it is no folder');
  });

  it('a file in its place is refused', () => {
    writeFileSync(root(), '');
    expect(() => open()).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('no name leads out of it', () => {
    expect(() => open({ account: '../../etc' })).toThrow('no names of folders');
  });
});
