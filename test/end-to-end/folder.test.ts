import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { storedScript } from '../../src/collectors/stored-script.ts';
import { audit } from '../../src/engine/audit.ts';
import { folderInventory } from '../../src/inventory/folder/folder-inventory.ts';
import { readFile } from '../../src/inventory/folder/read-file.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import { folderOf } from '../support/folder-of.ts';

const text = readFileSync(new URL('../../fixtures/accounts/demo.ndjson', import.meta.url), 'utf8');
const demo = await parseInventory(text.trimEnd().split('\n'));
const files = folderOf(demo);

function inventoryOf(): Inventory {
  const { startedAt, completedAt } = demo.header;
  return folderInventory(
    files.map((file) => readFile(file, '', storedScript)),
    { region: undefined, startedAt, completedAt },
  );
}

describe('the demo account, saved with the AWS CLI', () => {
  const inventory = inventoryOf();

  it('is the same account', () => {
    expect(inventory.header).toEqual({ ...demo.header, since: null });
  });

  it('has the same rows in every section that it holds', () => {
    let compared = 0;
    for (const { account, region, section, fact } of demo.sections) {
      // What is kept of scripts cannot be turned back into scripts.
      if (section === 'notebookLifecycleConfigs') continue;
      const found = inventory.sections.find(
        (record) => record.section === section && record.account === account && record.region === region,
      );
      expect(found?.fact, `${section} in ${region}`).toEqual(fact);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('gets the same findings', () => {
    const scripts = demo.sections.filter(({ section }) => section === 'notebookLifecycleConfigs');
    const sections = inventory.sections.map(
      (record) => scripts.find(({ section, region }) => section === record.section && region === record.region) ?? record,
    );
    const [one, other] = [demo, { ...inventory, sections }].map((each) => [...audit(each, checks, '0.0.0').findings]);
    expect(one?.length).toBeGreaterThan(100);
    expect(other).toEqual(one);
  });
});
