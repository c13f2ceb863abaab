import type { DescribeOrganizationResponse } from '@aws-sdk/client-organizations';
import { failureOf } from '../aws/failure.ts';
import { organizationShape } from '../inventory/sections/organization.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/**
 * The organization of the account, which every account in it may ask about. That there is none is an answer, too.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html
 */
export default {
  section: 'organization',
  after: [],
  actions: ['organizations:DescribeOrganization'],
  async collect(session, options) {
    const [client, sdk] = [await session.organizations(), await import('@aws-sdk/client-organizations')];
    async function* onePage(): AsyncGenerator<Page, void> {
      try {
        yield await client.send(new sdk.DescribeOrganizationCommand({}), { abortSignal: session.signal });
      } catch (error) {
        if (failureOf(error).code !== 'AWSOrganizationsNotInUseException') throw error;
        yield { inNone: true };
      }
    }
    const read = await readList(session, options, {
      operation: 'organizations:DescribeOrganization',
      pages: async () => onePage(),
      rows: ({ inNone, Organization }) => (inNone === true ? [] : [select(always(Organization, 'Organization'), organizationShape)]),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'organization'>;

type Page = Partial<DescribeOrganizationResponse> & { readonly inNone?: boolean; readonly NextToken?: string };
