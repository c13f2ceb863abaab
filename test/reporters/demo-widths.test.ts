import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { statuses } from '../../src/core/status.ts';
import { audit } from '../../src/engine/audit.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import terminal from '../../src/reporters/terminal.ts';

const text = readFileSync(new URL('../../fixtures/accounts/demo.ndjson', import.meta.url), 'utf8');

// Whatever checks, names and templates it shows, nothing runs over: neither to a terminal nor to what a terminal would break.
it.each([60, 80, 100, 200])('the whole report of the demo account fits into %i columns', async (width) => {
  const report = audit(await parseInventory(text.trimEnd().split('\n')), checks, '0.0.0');
  const lines = [...terminal(report, { color: false, width, unicode: true, statuses: new Set(statuses) })].flatMap((piece) =>
    piece.split('\n'),
  );
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
});
