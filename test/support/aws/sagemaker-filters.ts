import type { CollectionName } from './account.ts';
import { AwsError, notSimulated } from './aws-error.ts';
import { keyMembers, type SageMakerResource } from './catalogue.ts';
import { at, text, type Call, type Item } from './handler.ts';

const pagingMembers = new Set(['MaxResults', 'NextToken', 'SortBy', 'SortOrder', 'JobCategory']);

/** Whether a resource passes every filter of a List request. */
export function passesFilters(item: Item, collection: CollectionName, resource: SageMakerResource, input: Call['input']): boolean {
  return Object.entries(input).every(
    ([filter, value]) => value === undefined || pagingMembers.has(filter) || passes(item, filter, value, collection, resource),
  );
}

function passes(item: Item, filter: string, value: unknown, collection: CollectionName, resource: SageMakerResource): boolean {
  const [, member, relation] = /^(.+?)(Equals|Contains|Before|After)$/.exec(filter) ?? [];
  if (member === undefined) throw notSimulated(`the parameter ${filter} of ${resource.list}`);
  const actual = at(item, memberPath(member, collection, resource));
  switch (relation) {
    case 'Equals':
      return actual === value;
    case 'Contains':
      return typeof actual === 'string' && actual.includes(String(value));
    case 'Before':
      return typeof actual === 'string' && Date.parse(actual) < Number(value);
    default:
      return typeof actual === 'string' && Date.parse(actual) > Number(value);
  }
}

/** `Name` is the resource's own name, `Status` its own status; anything else is called the same, or has an alias. */
function memberPath(member: string, collection: CollectionName, resource: SageMakerResource): string {
  const alias = resource.aliases?.[member];
  if (alias !== undefined) return alias;
  if (member === 'Name') return keyMembers(collection).at(-1) ?? member;
  return member === 'Status' ? `${resource.describe.slice('Describe'.length)}Status` : member;
}

const sortings = new WeakMap<readonly Item[], Map<string, readonly Item[]>>();

/** The resources in the order that was asked for. Kept per list, because a job history is sorted again for every page. */
export function sortItems(
  items: readonly Item[],
  collection: CollectionName,
  resource: SageMakerResource,
  input: Call['input'],
): readonly Item[] {
  const [defaultBy, defaultOrder] = resource.sort;
  const by = text(input, 'SortBy') ?? defaultBy;
  const order = text(input, 'SortOrder') ?? defaultOrder;
  if (order !== 'Ascending' && order !== 'Descending') throw badSort('sortOrder', order, ['Ascending', 'Descending']);
  let known = sortings.get(items);
  if (known === undefined) sortings.set(items, (known = new Map<string, readonly Item[]>()));
  const key = `${by} ${order}`;
  let sorted = known.get(key);
  if (sorted === undefined) {
    const path = memberPath(by, collection, resource);
    const name = memberPath('Name', collection, resource);
    const sign = order === 'Ascending' ? 1 : -1;
    sorted = items.toSorted((a, b) => sign * (compare(at(a, path), at(b, path)) || compare(at(a, name), at(b, name))));
    known.set(key, sorted);
  }
  return sorted;
}

/** ISO dates compare as their text does; whoever has none comes first. */
function compare(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map((value) => (typeof value === 'string' ? value : '')) as [string, string];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function badSort(member: string, value: string, allowed: readonly string[]): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
  );
}
