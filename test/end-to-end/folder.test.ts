import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { storedScript } from '../../src/collectors/stored-script.ts';
import { audit } from '../../src/engine/audit.ts';
import { folderInventory } from '../../src/inventory/folder/folder-inventory.ts';
import { readFile } from '../../src/inventory/folder/read-file.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import { mlsec } from '../cli/support/spawn.ts';
import { folderOf, isWritten } from '../support/folder-of.ts';

const text = readFileSync(new URL('../../fixtures/accounts/demo.ndjson', import.meta.url), 'utf8');
const demo = await parseInventory(text.trimEnd().split('\n'));
const files = folderOf(demo);
const { startedAt, completedAt } = demo.header;

/** What was refused in the demo is a file that nobody has: another reason, and the same hole. Where both are known, they are told as two. */
function withoutReasons(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'gap' ? { ...(inner as object), code: 'any', message: 'any' } : inner))
      .replaceAll(/\((?:AccessDeniedException|NotCollected)\)/g, '(any)')
      .replaceAll(/(\S+ \(any\)), \1/g, '$1'),
  );
}

describe('the demo account, saved with the AWS CLI', () => {
  const inventory = folderInventory(
    files.map((file) => readFile(file, '', storedScript)),
    { region: undefined, startedAt, completedAt },
  );
  const here = ({ section, account, region }: Inventory['sections'][number]) =>
    inventory.sections.find((record) => record.section === section && record.account === account && record.region === region);

  it('is the same account', () => {
    expect(inventory.header).toEqual({ ...demo.header, since: null });
  });

  it('has the same rows in every section that it holds', () => {
    let compared = 0;
    for (const record of demo.sections.filter(({ section }) => isWritten(section))) {
      expect(withoutReasons(here(record)?.fact), `${record.section} in ${record.region}`).toEqual(withoutReasons(record.fact));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('gets the same findings', () => {
    const sections = demo.sections.map((record) => (isWritten(record.section) ? (here(record) ?? record) : record));
    const findings = (each: Inventory) => withoutReasons([...audit(each, checks, '0.0.0').findings]) as readonly unknown[];
    expect(findings(demo).length).toBeGreaterThan(100);
    expect(findings({ ...inventory, sections })).toEqual(findings(demo));
  });
});

describe('a folder on the command line', () => {
  const root = mkdtempSync(join(tmpdir(), 'mlsec-folder-'));
  for (const { path, json } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(json));
    utimesSync(join(root, path), new Date(startedAt), new Date(path.startsWith('eu-west-1') ? completedAt : startedAt));
  }
  afterAll(() => rmSync(root, { recursive: true }));

  it('gives the same bytes each time, and the times of its files', async () => {
    const [one, other] = [
      await mlsec(['audit', '--inventory', root, '-f', 'json']),
      await mlsec(['audit', '--inventory', root, '-f', 'json']),
    ];
    expect(one.exit).toBe(1);
    expect(other.stdout).toBe(one.stdout);
    const { scope } = JSON.parse(one.stdout) as { scope: object };
    expect(scope).toMatchObject({ accounts: ['111122223333'], regions: ['eu-central-1', 'eu-west-1'], startedAt, completedAt });
  });

  it('holds no secret of the files', async () => {
    const model = {
      ModelName: 'leak',
      ModelArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model/leak',
      PrimaryContainer: { Environment: { TOKEN: 'hunter2' } },
    };
    const read = readFile({ path: 'leak.json', json: model }, '', storedScript);
    expect(read.answers).toHaveLength(1);
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});
