import type { CollectionName } from './account.ts';
import { AwsError } from './aws-error.ts';
import { keyMembers, listMember, requiredKeys, shapesOf, type SageMakerResource } from './catalogue.ts';
import { at, itemsOf, text, type Answer, type Call, type Handler, type Item } from './handler.ts';
import { cutPage } from './paging.ts';
import { passesFilters, sortItems } from './sagemaker-filters.ts';

/** The service's own page size, and the largest one that it accepts. */
const defaultPageSize = 10;
const maximumPageSize = 100;

/**
 * A List: sorts, cuts a page, and only then applies the filters, as SageMaker does. So a page may be empty although more follow.
 */
export function listHandler(collection: CollectionName, resource: SageMakerResource): Handler {
  const { name, element } = listMember(shapesOf('sagemaker', resource.list).output);
  const summaryMembers = [...element.structIterator()].map(([member]) => member);
  return (call) => {
    const sorted = sortItems(itemsOf(call, collection), collection, resource, call.input).filter((item) => inCategory(item, call.input));
    const { items, nextToken } = cutPage(
      sorted,
      Math.min(pageSize(call.input['MaxResults']), call.pageLimit),
      text(call.input, 'NextToken'),
      { service: 'sagemaker', operation: call.operation, account: call.account.account, region: call.region },
      call.emptyPages,
    );
    const kept = items.filter((item) => passesFilters(item, collection, resource, call.input));
    const answer = { [name]: kept.map((item) => project(item, summaryMembers, resource)) };
    return nextToken === undefined ? answer : { ...answer, NextToken: nextToken };
  };
}

/** Jobs of each category are a list of their own, and not a filter over one. */
function inCategory(item: Item, { JobCategory }: Call['input']): boolean {
  return JobCategory === undefined || item['JobCategory'] === JobCategory;
}

/** A Describe: the resource as the fixture has it. */
export function describeHandler(collection: CollectionName, resource: SageMakerResource): Handler {
  const keys = keyMembers(collection);
  const required = requiredKeys(collection);
  return (call) => {
    for (const key of required) {
      if (text(call.input, key) === undefined) throw missingParameter(key);
    }
    const found = indexOf(itemsOf(call, collection), keys).get(indexKey(call.input, keys));
    if (found === undefined) throw notFound(collection, resource, call);
    return resource.holder === undefined ? found : { [resource.holder]: found };
  };
}

/** What Describe answers for a resource that is not there (any more). */
export function notFound(collection: CollectionName, resource: SageMakerResource, call: Call): AwsError {
  const { account, partition } = call.account;
  const name = keyMembers(collection)
    .map((key) => text(call.input, key) ?? '')
    .join('/');
  const arn = `arn:${partition}:sagemaker:${call.region}:${account}:${resource.arnType}/${name}`;
  return new AwsError(resource.notFoundCode ?? 'ValidationException', resource.notFound(arn));
}

/** The part of a resource that its List shows: the members that the summary and the resource share. */
function project(item: Item, members: readonly string[], resource: SageMakerResource): Answer {
  const summary: Record<string, unknown> = {};
  for (const member of members) {
    const value = item[member] ?? itemAlias(item, member, resource);
    if (value !== undefined) summary[member] = value;
  }
  return summary;
}

function itemAlias(item: Item, member: string, resource: SageMakerResource): unknown {
  const alias = resource.aliases?.[member];
  return alias === undefined ? undefined : at(item, alias);
}

function pageSize(asked: unknown): number {
  if (asked === undefined) return defaultPageSize;
  if (typeof asked !== 'number' || asked < 1) throw outOfBounds(asked, 'greater than or equal to 1');
  if (asked > maximumPageSize) throw outOfBounds(asked, `less than or equal to ${maximumPageSize}`);
  return asked;
}

function outOfBounds(asked: unknown, bound: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${String(asked)}' at 'maxResults' failed to satisfy constraint: Member must have value ${bound}`,
  );
}

function missingParameter(member: string): AwsError {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

const indexes = new WeakMap<readonly Item[], ReadonlyMap<string, Item>>();

/** Resources by key. Kept, because a benchmark describes ten thousand of them one by one. */
function indexOf(items: readonly Item[], keys: readonly string[]): ReadonlyMap<string, Item> {
  let index = indexes.get(items);
  if (index === undefined) {
    index = new Map(items.map((item) => [indexKey(item, keys), item]));
    indexes.set(items, index);
  }
  return index;
}

function indexKey(item: Item, keys: readonly string[]): string {
  return keys.map((key) => String(item[key])).join('\n');
}
