import { organizationRootShape } from '../inventory/sections/organization-roots.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { organizationsPageSize } from './organizations-page-size.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/**
 * The root with the types of policy that are enabled. Only the management account and delegated administrators may ask.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html
 */
export default {
  section: 'organizationRoots',
  after: ['organization'],
  actions: ['organizations:ListRoots'],
  async collect(session, options, earlier) {
    if (!mayHold(earlier('organization'), () => true)) return notAsked('organizations:ListRoots', 'the account is in no organization');
    const [client, sdk] = [await session.organizations(), await import('@aws-sdk/client-organizations')];
    const read = await readList(session, options, {
      operation: 'organizations:ListRoots',
      pages: async () => sdk.paginateListRoots({ client, pageSize: organizationsPageSize }, {}, { abortSignal: session.signal }),
      rows: ({ Roots }) => always(Roots, 'Roots').map((root) => select(root, organizationRootShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'organizationRoots'>;
