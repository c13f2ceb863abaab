import type { ByType } from './check.ts';

/** Everything that a by-type list names, once, in the order of its writing. */
export function allOf<T>(list: ByType<T>): readonly T[] {
  return isFlat(list) ? list : [...new Set(Object.values(list).flat())];
}

/** What a by-type list names for one CloudFormation type. */
export function ofType<T>(list: ByType<T>, resourceType: string): readonly T[] {
  return isFlat(list) ? list : (list[resourceType] ?? []);
}

function isFlat<T>(list: ByType<T>): list is readonly T[] {
  return Array.isArray(list);
}
