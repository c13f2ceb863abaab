import { prefixListSummaryShape, prefixListEntriesShape } from '../sections/prefix-lists.ts';
import { namedAnswer, objectsIn, type NameRule } from './described-source.ts';
import { textOf } from './json-object.ts';
import { keep, rowsUnder, type Source } from './source.ts';
import { placeTold } from './told.ts';

const listName: NameRule = { pattern: /pl-[0-9a-z]+/, looks: 'pl-0123456789abcdef0' };

/** The answer to get-managed-prefix-list-entries. */
export const prefixListEntries: Source = namedAnswer(['Entries'], 'PrefixListId', listName, (answer, file) => {
  const entries = objectsIn(answer, 'Entries');
  if (entries === undefined || !entries.every((entry) => textOf(entry, 'Cidr') !== undefined)) return undefined;
  // Other answers have entries, too; without one to look at, the file's name has to say whose they are.
  return entries.length === 0 && !listName.pattern.test(file.stem) ? undefined : keep(answer, prefixListEntriesShape);
});

/** The older describe-prefix-lists tells the blocks beside the list itself. */
export const olderPrefixLists: Source = {
  keys: ['PrefixLists'],
  read: (answer, file) =>
    rowsUnder(answer, 'PrefixLists', ['PrefixListId'], file)
      ?.filter((row) => Array.isArray(row['Cidrs']))
      .map((row) => ({
        id: textOf(row, 'PrefixListId') ?? '',
        value: { Entries: (row['Cidrs'] as readonly unknown[]).filter((cidr) => typeof cidr === 'string').map((Cidr) => ({ Cidr })) },
        summary: keep(row, prefixListSummaryShape),
        place: placeTold(row, ['PrefixListId']),
      })),
};
