import type { StatusCounts } from '../../core/report.ts';
import { columnsOf } from '../columns.ts';
import { guardLine } from '../escape.ts';
import { countsTable } from './counts-table.ts';
import { fit, padEnd } from './layout.ts';
import type { Page } from './page.ts';
import type { PlaceTally } from './tally.ts';
import { counted } from './words.ts';

const rowsShown = 40;

/**
 * Verdicts by account and Region, each account's Regions together. An estate of too many places is told by account, the worst of them where even
 * these are too many.
 */
export function* placeTable(page: Page, places: readonly PlaceTally[]): Generator<string, void> {
  const sorted = [...places].sort((a, b) => compare(a.account, b.account) || compare(a.region, b.region));
  if (sorted.length <= rowsShown) {
    yield* countsTable(
      page,
      sorted.map(({ account, region, counts }, index) => {
        const name = fitted(page, account);
        const again = sorted[index - 1]?.account === account;
        return [`${again ? padEnd('', columnsOf(name)) : name}  ${fitted(page, region, 16)}`, counts];
      }),
    );
  } else {
    const accounts = byAccount(sorted);
    const shown = accounts.length <= rowsShown ? accounts : [...accounts].sort(worstFirst).slice(0, rowsShown);
    yield* countsTable(
      page,
      shown.map(({ name, counts }) => [fitted(page, name), counts]),
    );
    const rest = accounts.length - shown.length;
    if (rest > 0) yield page.paint.dim(`${page.glyphs.ellipsis} and ${counted(rest, 'more account')} with fewer`);
  }
  yield '';
}

/** Account ids and Regions are short; whatever else stands there must not break the table, also not by what keeps its line from being a command. */
function fitted(page: Page, name: string, width = 12): string {
  return fit(guardLine(page.safe(name)), width, page.glyphs.ellipsis);
}

interface AccountRow {
  readonly name: string;
  readonly counts: StatusCounts;
}

function byAccount(places: readonly PlaceTally[]): readonly AccountRow[] {
  const rows = new Map<string, StatusCounts>();
  for (const { account, counts } of places) rows.set(account, sum(rows.get(account), counts));
  return [...rows].map(([name, counts]) => ({ name, counts }));
}

function sum(a: StatusCounts = { fail: 0, pass: 0, unknown: 0, notApplicable: 0 }, b: StatusCounts): StatusCounts {
  return {
    fail: a.fail + b.fail,
    pass: a.pass + b.pass,
    unknown: a.unknown + b.unknown,
    notApplicable: a.notApplicable + b.notApplicable,
  };
}

function worstFirst(a: AccountRow, b: AccountRow): number {
  return b.counts.fail - a.counts.fail || b.counts.unknown - a.counts.unknown || compare(a.name, b.name);
}

/** By code unit: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
