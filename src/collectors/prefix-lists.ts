import type { EC2Client } from '@aws-sdk/client-ec2';
import { missing } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import { prefixListEntriesShape, prefixListSummaryShape } from '../inventory/sections/prefix-lists.ts';
import { select } from '../inventory/stored.ts';
import type { Collector, EarlierFacts } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** Values that one filter may hold. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html */
const valuesPerFilter = 200;

/** The prefix lists that rules and routes name, with their entries; an account that names none costs no call. */
export default {
  section: 'prefixLists',
  after: ['securityGroups', 'routeTables'],
  actions: ['ec2:DescribeManagedPrefixLists', 'ec2:GetManagedPrefixListEntries'],
  async collect(session, options, earlier) {
    const groups = earlier('securityGroups');
    // Where neither groups nor tables could be read, nobody knows which lists matter.
    if (!groups.known && !earlier('routeTables').known) return { fact: missing(groups.gap), ledger: [], notes: [] };
    const ids = namedLists(earlier);
    if (ids.length === 0) return notAsked('ec2:DescribeManagedPrefixLists', 'no rule and no route that was read names one');
    const client = await session.ec2();
    const abort = { abortSignal: session.signal };
    const { paginateDescribeManagedPrefixLists } = await import('@aws-sdk/client-ec2');

    async function* pages() {
      for (let from = 0; from < ids.length; from += valuesPerFilter) {
        // By filter, because a list of ids of which one is gone is answered with an error.
        const Filters = [{ Name: 'prefix-list-id', Values: ids.slice(from, from + valuesPerFilter) }];
        yield* paginateDescribeManagedPrefixLists({ client, pageSize: 100 }, { Filters }, abort);
      }
    }
    return listThenDescribe(session, options, {
      section: 'prefixLists',
      list: {
        operation: 'ec2:DescribeManagedPrefixLists',
        pages: async () => pages(),
        rows: (page) => always(page.PrefixLists, 'PrefixLists').map((list) => select(list, prefixListSummaryShape)),
      },
      describe: {
        operation: 'ec2:GetManagedPrefixListEntries',
        arn: ({ PrefixListArn }) => PrefixListArn ?? '',
        call: ({ PrefixListId }) => entriesOf(client, PrefixListId ?? '', abort),
      },
    });
  },
} satisfies Collector<'prefixLists'>;

async function entriesOf(client: EC2Client, PrefixListId: string, abort: { readonly abortSignal: AbortSignal }) {
  const { paginateGetManagedPrefixListEntries } = await import('@aws-sdk/client-ec2');
  const entries = [];
  for await (const page of pagesOf(paginateGetManagedPrefixListEntries({ client, pageSize: 100 }, { PrefixListId }, abort))) {
    entries.push(...always(page.Entries, 'Entries'));
  }
  return select({ Entries: entries }, prefixListEntriesShape);
}

function namedLists(earlier: EarlierFacts): readonly string[] {
  const ids = new Set<string>();
  for (const group of rowsToName(earlier('securityGroups'))) {
    for (const permission of [...(group.IpPermissions ?? []), ...(group.IpPermissionsEgress ?? [])]) {
      for (const { PrefixListId } of permission.PrefixListIds ?? []) if (PrefixListId !== undefined) ids.add(PrefixListId);
    }
  }
  for (const table of rowsToName(earlier('routeTables'))) {
    for (const { DestinationPrefixListId } of table.Routes ?? [])
      if (DestinationPrefixListId !== undefined) ids.add(DestinationPrefixListId);
  }
  return [...ids].sort();
}
