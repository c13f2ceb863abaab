import { known, missing, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { PrefixList } from '../inventory/sections/prefix-lists.ts';

/** The CIDR blocks of a prefix list; `undefined` where no such list is visible; missing where it could not be read. */
export type EntriesOf = (prefixListId: string) => Fact<readonly string[] | undefined>;

/** Looks prefix lists up in what was collected. */
export function prefixListEntries(lists: Fact<readonly PrefixList[]>): EntriesOf {
  return (id) => {
    if (!lists.known) return missing(lists.gap);
    const list = indexBy(lists.value, idOf).get(id);
    if (list === undefined) return known(undefined);
    if (!list.detail.known) return missing(list.detail.gap);
    // An entry that names no block cannot be read, and spoils the list.
    return known(list.detail.value.Entries?.map(({ Cidr }) => Cidr ?? ''));
  };
}

const idOf = (list: PrefixList): string | undefined => list.summary.PrefixListId;
