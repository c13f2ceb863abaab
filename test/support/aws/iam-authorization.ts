import type { IamFixture } from './account.ts';
import { AwsError } from './aws-error.ts';
import { text, type Answer, type Call, type Item } from './handler.ts';
import { cutPage } from './paging.ts';

const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;

/** Members that hold a policy, which IAM sends URL-encoded. */
const documents = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

/**
 * iam:GetAccountAuthorizationDetails: users, groups, roles and policies one after another, a page may hold the end of one list and the
 * beginning of the next. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function accountAuthorizationDetails(call: Call): Answer {
  const iam: IamFixture = call.account.iam ?? {};
  const size = call.input['MaxItems'] ?? 100;
  if (typeof size !== 'number' || size < 1 || size > 1000) throw new AwsError('ValidationError', 'MaxItems must be between 1 and 1000');
  const all = lists.flatMap((list) => (iam[list] ?? []).map((item) => ({ list, item })));
  const scope = { service: call.service, operation: call.operation, account: call.account.account, region: call.region };
  const { items, nextToken } = cutPage(all, Math.min(size, call.pageLimit), text(call.input, 'Marker'), scope, call.emptyPages);
  const page = Object.fromEntries(
    lists.map((list) => [list, items.filter((entry) => entry.list === list).map(({ item }) => encoded(item) as Item)]),
  );
  return nextToken === undefined ? { ...page, IsTruncated: false } : { ...page, IsTruncated: true, Marker: nextToken };
}

/** The same, with every policy as it stands on the wire. A document that is not JSON is sent as it is: tests put such there. */
function encoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      documents.has(key) && typeof part === 'string' && part.startsWith('{') ? encodeURIComponent(part) : encoded(part),
    ]),
  );
}
