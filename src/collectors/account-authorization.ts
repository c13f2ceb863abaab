import type { GetAccountAuthorizationDetailsResponse } from '@aws-sdk/client-iam';
import {
  groupDetailShape,
  managedPolicyDetailShape,
  roleDetailShape,
  userDetailShape,
  type AuthorizationDetail,
} from '../inventory/sections/account-authorization.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { UnreadableAnswer } from './unreadable-answer.ts';

/**
 * Every user, group, role and attached policy of the account with one list: a thousand at most a page.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export default {
  section: 'accountAuthorization',
  after: [],
  actions: ['iam:GetAccountAuthorizationDetails'],
  async collect(session, options) {
    const [client, sdk] = [await session.iam(), await import('@aws-sdk/client-iam')];
    const abort = { abortSignal: session.signal };
    async function* pages(): AsyncGenerator<Page, void> {
      for await (const page of sdk.paginateGetAccountAuthorizationDetails({ client, pageSize: 1000 }, {}, abort)) {
        if (page.IsTruncated === true && page.Marker === undefined) throw new UnreadableAnswer('Marker');
        yield { ...page, NextToken: page.Marker };
      }
    }
    const read = await readList(session, options, {
      operation: 'iam:GetAccountAuthorizationDetails',
      pages: async () => pages(),
      rows: rowsOf,
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'accountAuthorization'>;

/** IAM calls the token of the next page Marker, and sends it only where there is more. */
type Page = GetAccountAuthorizationDetailsResponse & { readonly NextToken?: string | undefined };

function rowsOf(page: Page): readonly AuthorizationDetail[] {
  const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = page;
  // Which lists a page carries depends on where it was cut; a page without any is no answer of IAM.
  if ((UserDetailList ?? GroupDetailList ?? RoleDetailList ?? Policies) === undefined) throw new UnreadableAnswer('list');
  return [
    ...(UserDetailList ?? []).map((user) => ({ User: select(user, userDetailShape) })),
    ...(GroupDetailList ?? []).map((group) => ({ Group: select(group, groupDetailShape) })),
    ...(RoleDetailList ?? []).map((role) => ({ Role: select(role, roleDetailShape) })),
    ...(Policies ?? []).map((policy) => ({ Policy: select(policy, managedPolicyDetailShape) })),
  ];
}
