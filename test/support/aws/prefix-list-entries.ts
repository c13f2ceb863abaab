import { AwsError } from './aws-error.ts';
import { pageSizeOf } from './ec2-resource.ts';
import { text, type Call } from './handler.ts';
import { cutPage } from './paging.ts';

/** ec2:GetManagedPrefixListEntries. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export function prefixListEntries(call: Call): Readonly<Record<string, unknown>> {
  const id = text(call.input, 'PrefixListId') ?? '';
  const entries = call.account.regions[call.region]?.PrefixListEntries?.[id];
  if (entries === undefined) throw new AwsError('InvalidPrefixListID.NotFound', `The prefix list ID '${id}' does not exist`);
  const scope = { service: call.service, operation: call.operation, account: call.account.account, region: call.region };
  const size = pageSizeOf(call.input['MaxResults'], { min: 1, max: 100 });
  const { items, nextToken } = cutPage(entries, Math.min(size, call.pageLimit), text(call.input, 'NextToken'), scope, call.emptyPages);
  return nextToken === undefined ? { Entries: items } : { Entries: items, NextToken: nextToken };
}
