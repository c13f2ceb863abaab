import type { AnyCheck, Scope } from '../checks/check.ts';
import { reportedCheck } from '../checks/reported-check.ts';
import type { Report } from '../core/report.ts';
import { severities } from '../core/severity.ts';
import { closedAccounts, type Inventory } from '../inventory/inventory.ts';
import { globalRegion, sectionCatalogue } from '../inventory/sections.ts';
import { GapGroups } from './gap-groups.ts';
import { gapsOf } from './gaps.ts';
import { judge, type Judged } from './judge.ts';
import { repeatable } from './repeatable.ts';
import { Tally } from './tally.ts';

/** Little beside the inventory that so many findings come from. */
const mostKept = 5_000;

/**
 * Runs checks over an inventory.
 *
 * Verdicts are computed once for the totals, and, where there are too many to keep, again whenever somebody walks `findings`: evaluation is
 * pure and cheap, a million findings in memory are not.
 *
 * @param version the version of mlsec that signs the report
 * @param selection the ids and families that were asked for, where `checks` are not all there are
 */
export function audit(
  inventory: Inventory,
  checks: readonly AnyCheck[],
  version: string,
  selection: readonly string[] | null = null,
): Report {
  const ordered = [...checks].sort(worstFirst);
  const families = new Map(ordered.map(({ id, family }) => [id, family]));
  const judged = repeatable(() => judgeAll(inventory, ordered), mostKept);

  const tally = new Tally();
  const groups = new GapGroups();
  for (const gap of gapsOf(inventory)) groups.add(gap);
  for (const { finding, gaps } of judged) {
    const family = families.get(finding.checkId);
    if (family === undefined) throw new Error(`no check ${finding.checkId}`);
    tally.add(finding, family);
    for (const gap of gaps) groups.met(gap, finding.checkId);
  }
  const gaps = groups.reported();
  const { header } = inventory;
  return {
    schemaVersion: 1,
    tool: { name: 'mlsec', version },
    scope: {
      accounts: header.accounts,
      regions: header.regions,
      checks: ordered.length,
      selection: selection === null ? null : [...selection].sort(),
      startedAt: header.startedAt,
      completedAt: header.completedAt,
      complete: gaps.length === 0 && !header.interrupted,
      ...(header.plan === undefined ? {} : { plan: header.plan }),
    },
    checks: ordered.map(reportedCheck),
    findings: {
      *[Symbol.iterator]() {
        for (const { finding } of judged) yield finding;
      },
    },
    gaps,
    notes: inventory.sections.flatMap((record) => record.notes),
    summary: tally.summary(),
  };
}

function* judgeAll(inventory: Inventory, checks: readonly AnyCheck[]): Generator<Judged, void> {
  const units = unitsOf(inventory);
  const regionsOf = new Map<string, string[]>();
  for (const { account, region } of units) regionsOf.set(account, [...(regionsOf.get(account) ?? []), region]);
  const accounts = accountsOf(units);
  for (const check of checks) {
    for (const scope of concernsAccount(check) ? accounts : units)
      yield* judge(check, inventory, scope, regionsOf.get(scope.account) ?? []);
  }
}

/** A check that needs sections of the account alone is asked once for each account. */
function concernsAccount({ needs }: AnyCheck): boolean {
  return needs.length > 0 && needs.every((section) => sectionCatalogue[section].scope === 'account');
}

function accountsOf(units: readonly Scope[]): readonly Scope[] {
  return [...new Map(units.map((unit) => [unit.account, { ...unit, region: globalRegion }])).values()];
}

/** The accounts and Regions that were read, or should have been. */
function unitsOf(inventory: Inventory): readonly Scope[] {
  const { partition } = inventory.header;
  const keys = new Set(
    inventory.sections.filter(({ region }) => region !== globalRegion).map(({ account, region }) => `${account}\n${region}`),
  );
  for (const account of closedAccounts(inventory)) keys.add(`${account}\n${globalRegion}`);
  return [...keys].sort().map((key) => {
    const [account = '', region = ''] = key.split('\n');
    return { partition, account, region };
  });
}

function worstFirst(a: AnyCheck, b: AnyCheck): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1);
}
