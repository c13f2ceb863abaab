import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventoryLines } from '../../src/inventory/inventory-lines.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import { countOf } from '../../src/inventory/rows.ts';
import { Spool } from '../../src/storage/spool.ts';
import { inventory } from '../support/inventory.ts';
import { trainingJob, vpc } from '../support/rows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlsec-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (at: number) => ({ at, text: `line\nbreak ${'é'.repeat(at % 50)} \u2028 🦭`, nested: [{ empty: {} }] });
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at));

describe('a spool', () => {
  it('keeps few rows in memory, and makes no file for them', () => {
    const spool = new Spool(folder, 10);
    const sink = spool.openRows();
    for (const each of rows(10)) sink.add(each);
    expect(sink.rows()).toEqual(rows(10));
    expect(spool.size).toBe(0);
    spool.close();
  });

  it('gives more rows back as they were, in their order, again and again', () => {
    const spool = new Spool(folder, 10);
    const sink = spool.openRows<ReturnType<typeof row>>();
    for (const each of rows(20_000)) sink.add(each);
    const kept = sink.rows();
    expect(Array.isArray(kept)).toBe(false);
    expect([...kept]).toEqual(rows(20_000));
    expect([...kept]).toEqual(rows(20_000));
    expect(countOf(kept)).toBe(20_000);
    spool.close();
  });

  it('keeps sections apart that are written by turns, and two walks through one', () => {
    const spool = new Spool(folder, 1);
    const [first, second] = [spool.openRows<object>(), spool.openRows<object>()];
    for (let at = 0; at < 6_000; at += 1) (at % 3 === 0 ? first : second).add(row(at));
    const [a, b] = [first.rows(), second.rows()];
    expect([...a]).toEqual(rows(6_000).filter(({ at }) => at % 3 === 0));
    expect([...b]).toEqual(rows(6_000).filter(({ at }) => at % 3 !== 0));
    const walks = [a[Symbol.iterator](), a[Symbol.iterator]()];
    expect(walks.map((walk) => walk.next().value)).toEqual([row(0), row(0)]);
    expect(walks.map((walk) => walk.next().value)).toEqual([row(3), row(3)]);
    spool.close();
  });

  it('leaves no name in the folder while it is open', () => {
    const spool = new Spool(folder, 0);
    spool.openRows().add(row(1));
    const sink = spool.openRows();
    for (const each of rows(5_000)) sink.add(each);
    sink.rows();
    expect(spool.size).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
    spool.close();
  });

  it.each(['process.exit(0)', 'process.kill(process.pid, "SIGTERM")', 'process.kill(process.pid, "SIGKILL")'])(
    'leaves nothing after %s',
    (end) => {
      const source = `
      import { Spool } from ${JSON.stringify(new URL('../../src/storage/spool.ts', import.meta.url).href)};
      const spool = new Spool(${JSON.stringify(folder)}, 0);
      const sink = spool.openRows();
      for (let at = 0; at < 5000; at += 1) sink.add({ at });
      if ([...sink.rows()].length !== 5000 || spool.size === 0) throw new Error('nothing was spooled');
      process.stdout.write('spooled', () => { ${end}; });
      setInterval(() => undefined, 1000);`;
      const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { encoding: 'utf8' });
      expect(ended.stdout, ended.stderr).toBe('spooled');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('says where there is no room, and what to do', () => {
    const spool = new Spool(join(folder, 'gone'), 0);
    const sink = spool.openRows();
    expect(() => {
      sink.add({});
      sink.rows();
    }).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringContaining('gone'), hint: expect.stringContaining('TMPDIR') }));
  });
});

describe('an inventory that is read into a spool', () => {
  it('is the same inventory, with its history on disk and everything else in memory', async () => {
    const given = inventory({ trainingJobs: Array.from({ length: 300 }, (_, at) => trainingJob(`job-${at}`)), vpcs: [vpc()] });
    const spool = new Spool(folder, 100);
    const read = await parseInventory(inventoryLines(given, '0.0.0'), spool.openRows);
    expect(spool.size).toBeGreaterThan(0);
    const lines = (of: typeof given) => [...inventoryLines(of, '0.0.0')];
    expect(lines(read)).toEqual(lines(given));
    for (const { section, fact } of read.sections) {
      if (fact.known) expect(Array.isArray(fact.value), section).toBe(section !== 'trainingJobs');
    }
    spool.close();
  });
});
