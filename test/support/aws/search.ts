import type { CollectionName } from './account.ts';
import { AwsError, notSimulated } from './aws-error.ts';
import { at, itemsOf, text, type Answer, type Call, type Item } from './handler.ts';
import { cutPage } from './paging.ts';

/** What Search can find, where it lies in a record, and by what it sorts. */
const searchable: Readonly<Record<string, { readonly collection: CollectionName; readonly record: (item: Item) => Answer }>> = {
  TrainingJob: { collection: 'TrainingJobs', record: (item) => ({ TrainingJob: item }) },
  HyperParameterTuningJob: { collection: 'HyperParameterTuningJobs', record: (item) => ({ HyperParameterTuningJob: item }) },
  Model: { collection: 'Models', record: (item) => ({ Model: { Model: item } }) },
};

const defaultPageSize = 10;
const maximumPageSize = 100;

/**
 * `sagemaker:Search`: whole resources of one kind, newest change first. What a record has no member for (`RemoteDebugConfig` of a training job)
 * is not in the answer. Where the Region has a `SearchIndex`, that is what is found, whatever the lists say.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Search.html
 */
export function search(call: Call): Answer {
  const { input } = call;
  const resource = text(input, 'Resource');
  if (resource === undefined) throw invalid("Value null at 'resource' failed to satisfy constraint: Member must not be null");
  const kind = searchable[resource];
  if (kind === undefined) throw notSimulated(`Search for ${resource}`);
  for (const member of ['SortBy', 'SortOrder', 'VisibilityConditions', 'CrossAccountFilterOption']) {
    if (input[member] !== undefined) throw notSimulated(`${member} of Search`);
  }
  const size = input['MaxResults'] ?? defaultPageSize;
  if (typeof size !== 'number' || size < 1 || size > maximumPageSize) throw invalid(`Value '${JSON.stringify(size)}' at 'maxResults'`);
  const found = matching(indexed(call, kind.collection), input['SearchExpression']);
  const scope = {
    service: 'sagemaker',
    operation: `Search ${resource} ${JSON.stringify(input['SearchExpression'])}`,
    account: call.account.account,
    region: call.region,
  } as const;
  const { items, nextToken } = cutPage(found, size, text(input, 'NextToken'), scope, call.emptyPages);
  return {
    Results: items.map(kind.record),
    TotalHits: { Value: found.length, Relation: 'EqualTo' },
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
}

function indexed(call: Call, collection: CollectionName): readonly Item[] {
  const index = call.account.regions[call.region]?.SearchIndex as Readonly<Record<string, readonly Item[]>> | undefined;
  return index?.[collection] ?? itemsOf(call, collection);
}

const memo = new WeakMap<readonly Item[], Map<string, readonly Item[]>>();

/** Kept per list and expression: a search goes over the same resources for every page. */
function matching(items: readonly Item[], expression: unknown): readonly Item[] {
  let known = memo.get(items);
  if (known === undefined) memo.set(items, (known = new Map()));
  const key = JSON.stringify(expression) ?? '';
  let found = known.get(key);
  if (found === undefined) {
    const tests = filtersOf(expression);
    found = items.filter((item) => tests.every((test) => test(item))).sort(latestFirst);
    if (known.size > 8) known.clear();
    known.set(key, found);
  }
  return found;
}

function latestFirst(a: Item, b: Item): number {
  return changed(b) - changed(a);
}

function changed(item: Item): number {
  return Date.parse(String(item['LastModifiedTime'] ?? item['CreationTime']));
}

function filtersOf(expression: unknown): readonly ((item: Item) => boolean)[] {
  if (expression === undefined) return [];
  const { Filters = [], ...others } = expression as { readonly Filters?: readonly Item[] };
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (other !== undefined) throw notSimulated(`${other} of Search`);
  if (Filters.length === 0) throw invalid('SearchExpression must have at least one filter, nested filter or sub-expression');
  if (Filters.length > 20) throw invalid('SearchExpression has more than 20 filters');
  return Filters.map(testOf);
}

function testOf({ Name, Operator = 'Equals', Value }: Item): (item: Item) => boolean {
  const name = String(Name);
  if (!name.endsWith('Time')) throw notSimulated(`a Search for ${name}`);
  if (typeof Value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(Value))
    throw invalid(`Value '${String(Value)}' of ${name} is no time`);
  const limit = Date.parse(`${Value}Z`);
  const compare: Readonly<Record<string, (time: number) => boolean>> = {
    GreaterThan: (time) => time > limit,
    GreaterThanOrEqualTo: (time) => time >= limit,
    LessThan: (time) => time < limit,
    LessThanOrEqualTo: (time) => time <= limit,
  };
  const passes = compare[String(Operator)];
  if (passes === undefined) throw notSimulated(`${String(Operator)} of Search`);
  return (item) => {
    const value = at(item, name);
    return typeof value === 'string' && passes(Date.parse(value));
  };
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationException', `1 validation error detected: ${message}`);
}
