import type { Report } from '../../core/report.ts';
import { checksum } from './checksum.ts';

/**
 * `mlsec/<accounts>/<regions>/<what was asked>/`: what GitHub calls the category, and an empty run id behind the last slash.
 *
 * An upload replaces all former alerts of its category: what is missing in it counts as fixed. So whatever was asked of another part of the
 * world must bear another name. A run of all checks keeps its name when a later version brings more of them. Accounts and Regions are
 * readable as long as they are few.
 */
export function category(report: Report): string {
  const { accounts, regions, selection } = report.scope;
  const asked = selection === null ? 'all-checks' : listed(selection, 'chosen');
  return `mlsec/${listed(accounts, 'accounts')}/${listed(regions, 'regions')}/${asked}/`;
}

function listed(names: readonly string[], noun: string): string {
  const plain = [...new Set(names)].sort();
  const readable = plain.length > 0 && plain.length <= 3 && plain.every((name) => /^[a-z0-9-]{1,48}$/.test(name));
  return readable ? plain.join('_') : summed(plain, noun);
}

function summed(names: readonly string[], noun: string): string {
  const unique = [...new Set(names)].sort();
  return `${unique.length}-${noun}-${checksum(unique.join('\n'))}`;
}
