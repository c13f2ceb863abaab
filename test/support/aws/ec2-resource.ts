import type { CollectionName } from './account.ts';
import { AwsError } from './aws-error.ts';
import { listMember, shapesOf, type Ec2Resource } from './catalogue.ts';
import { passesEc2Filters, type Ec2Filter } from './ec2-filters.ts';
import { itemsOf, text, type Call, type Handler, type Item } from './handler.ts';
import { cutPage } from './paging.ts';

/** An EC2 Describe: by ids, by filters, by pages if asked, everything if not. */
export function ec2Handler(collection: CollectionName, resource: Ec2Resource): Handler {
  const { name } = listMember(shapesOf('ec2', resource.describe).output);
  return (call) => {
    if (call.input['DryRun'] === true) throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    const size = pageSizeOf(call.input['MaxResults'], resource.pageSize);
    const filters = (call.input['Filters'] ?? []) as readonly Ec2Filter[];
    const found = byIds(itemsOf(call, collection), resource, call).filter((item) => passesEc2Filters(item, filters));
    const { items, nextToken } = cutPage(
      found,
      size === Number.POSITIVE_INFINITY ? size : Math.min(size, call.pageLimit),
      text(call.input, 'NextToken'),
      { service: 'ec2', operation: call.operation, account: call.account.account, region: call.region },
      size === Number.POSITIVE_INFINITY ? 0 : call.emptyPages,
    );
    return nextToken === undefined ? { [name]: items } : { [name]: items, NextToken: nextToken };
  };
}

function byIds(items: readonly Item[], resource: Ec2Resource, call: Call): readonly Item[] {
  const ids = call.input[resource.ids];
  if (!Array.isArray(ids) || ids.length === 0) return items;
  const wanted = ids.map((id: unknown) => {
    const item = items.find((candidate) => candidate[resource.id] === id);
    if (item === undefined) throw new AwsError(resource.notFound, `The ID '${String(id)}' does not exist`);
    return item;
  });
  return wanted;
}

/** @throws AwsError for a page size that the operation does not take */
export function pageSizeOf(asked: unknown, { min, max, clamp = false }: Ec2Resource['pageSize']): number {
  if (asked === undefined) return Number.POSITIVE_INFINITY;
  if (typeof asked === 'number' && asked > max && clamp) return max;
  if (typeof asked !== 'number' || asked < min || asked > max) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ( ${JSON.stringify(asked)} ) for parameter maxResults is invalid. Expecting a value between ${min} and ${max}.`,
    );
  }
  return asked;
}
