import { AwsError } from './aws-error.ts';
import { text, type Answer, type Call } from './handler.ts';
import { cutPage } from './paging.ts';

/** How a list is asked for in pages. */
export interface ListParts {
  /** The member of the answer that holds the rows. */
  readonly member: string;
  readonly size: { readonly name: string; readonly min: number; readonly max: number; readonly usual: number };
  readonly token: { readonly asked: string; readonly given: string };
}

const nextToken = { asked: 'NextToken', given: 'NextToken' } as const;
const marker = { asked: 'Marker', given: 'NextMarker' } as const;

/** Lists with MaxResults and NextToken. */
export function tokenList(member: string, size: { readonly min?: number; readonly max?: number } = {}): ListParts {
  const { min = 1, max = 100 } = size;
  return { member, size: { name: 'MaxResults', min, max, usual: Math.min(max, 100) }, token: nextToken };
}

/** Lists of load balancers and what belongs to them. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export function markerList(member: string): ListParts {
  return { member, size: { name: 'PageSize', min: 1, max: 400, usual: 400 }, token: marker };
}

/** @throws AwsError for a page size that the operation does not take, and for a token that it did not give */
export function cutList(call: Call, rows: readonly unknown[], { member, size, token }: ListParts): Answer {
  const asked = call.input[size.name] ?? size.usual;
  if (typeof asked !== 'number' || asked < size.min || asked > size.max) {
    throw new AwsError('ValidationException', `${size.name} must be between ${size.min} and ${size.max}`);
  }
  const scope = { service: call.service, operation: call.operation, account: call.account.account, region: call.region };
  const { items, nextToken: next } = cutPage(rows, Math.min(asked, call.pageLimit), text(call.input, token.asked), scope, call.emptyPages);
  return next === undefined ? { [member]: items } : { [member]: items, [token.given]: next };
}
