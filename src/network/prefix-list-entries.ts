import { known, missing, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { PrefixList } from '../inventory/sections/prefix-lists.ts';
import { parseCidr, union, type AddressSet, type Cidr, type IpFamily } from './address-set.ts';

/** The CIDR blocks of a prefix list; `undefined` where no such list is visible; missing where it could not be read. */
export type EntriesOf = (prefixListId: string) => Fact<readonly string[] | undefined>;

/** Looks prefix lists up in what was collected. */
export function prefixListEntries(lists: Fact<readonly PrefixList[]>): EntriesOf {
  return (id) => {
    if (!lists.known) return missing(lists.gap);
    const list = indexBy(lists.value, idOf).get(id);
    if (list === undefined) return known(undefined);
    if (!list.detail.known) return missing(list.detail.gap);
    return blocksOf(list.detail);
  };
}

type Detail = Extract<PrefixList['detail'], { readonly known: true }>;

const read = new WeakMap<Detail, Fact<readonly string[] | undefined>>();

/** The same list whenever it is asked for. An entry that names no block cannot be read, and spoils the list. */
function blocksOf(detail: Detail): Fact<readonly string[] | undefined> {
  let blocks = read.get(detail);
  if (blocks === undefined) read.set(detail, (blocks = known(detail.value.Entries?.map(({ Cidr }) => Cidr ?? ''))));
  return blocks;
}

const parsed = new WeakMap<readonly string[], readonly (Cidr | undefined)[]>();
const united: { readonly [F in IpFamily]: WeakMap<readonly string[], AddressSet> } = { 4: new WeakMap(), 6: new WeakMap() };

/** The blocks of a list, read once; undefined where one of them is none. */
export function cidrsOfEntries(entries: readonly string[]): readonly Cidr[] | undefined {
  let cidrs = parsed.get(entries);
  if (cidrs === undefined) parsed.set(entries, (cidrs = entries.map(parseCidr)));
  return cidrs.every((cidr) => cidr !== undefined) ? cidrs : undefined;
}

/** The addresses of one family in a list; undefined where one of its blocks is none. */
export function addressesOfEntries(entries: readonly string[], family: IpFamily): AddressSet | undefined {
  const before = united[family].get(entries);
  if (before !== undefined) return before;
  const addresses = cidrsOfEntries(entries)?.filter((cidr) => cidr.family === family);
  if (addresses === undefined) return undefined;
  const set = union(addresses);
  united[family].set(entries, set);
  return set;
}

const idOf = (list: PrefixList): string | undefined => list.summary.PrefixListId;
