import type { Report } from '../core/report.ts';
import { usageError } from './usage-error.ts';

/** A report, and the file that holds it. */
export interface FiledReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * The reports, where together they say what one would have said: by one version, with the same checks, whole, and each of whole accounts, for some
 * checks look across the Regions of an account.
 *
 * @throws MlsecError usage
 */
export function mergeableReports(files: readonly FiledReport[]): readonly [Report, ...Report[]] {
  const [first, ...others] = files;
  if (first === undefined) throw usageError('there is nothing to merge');
  for (const { name, report } of others) {
    if (report.tool.version !== first.report.tool.version) {
      throw usageError(`${first.name} and ${name} are by two versions of mlsec`, 'audit them with one');
    }
    if (JSON.stringify(report.checks) !== JSON.stringify(first.report.checks)) {
      throw usageError(`${first.name} and ${name} are of different checks`, 'audit them with the same --check and --family');
    }
  }
  const owners = new Map<string, string>();
  for (const { name, report } of files) {
    const { summary } = report;
    let shown = 0;
    for (const _ of report.findings) shown += 1;
    if (shown !== summary.fail + summary.pass + summary.unknown + summary.notApplicable) {
      throw usageError(
        `${name} does not show all of its findings`,
        'audit without --severity and --status; they are for the merged report',
      );
    }
    for (const account of new Set((report.scope.plan?.units ?? []).map((unit) => unit.split('/')[0] ?? ''))) {
      const other = owners.get(account);
      if (other !== undefined) {
        throw usageError(
          `${other} and ${name} each judged a part of account ${account} without the other`,
          'save them with mlsec collect --plan, and merge the inventories: they are judged together',
        );
      }
      owners.set(account, name);
    }
  }
  return [first.report, ...others.map(({ report }) => report)];
}
