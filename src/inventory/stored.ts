import { withoutQuery } from './without-query.ts';

/** An answer of the SDK as it lies in an inventory: the same, but that dates are ISO 8601 strings. */
export type Stored<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? readonly Stored<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Stored<T[K]> }
      : T;

/**
 * Which fields of an SDK type are kept: `true` for a whole field, a shape of its own for a part of it, `url` for an address without what may be
 * secret in it. Lists are described by their element.
 * What is not named is never stored, so environment variables and hyperparameters cannot slip in.
 */
export type Shape<T> = T extends readonly (infer E)[]
  ? Shape<E>
  : T extends object
    ? { readonly [K in keyof T]?: true | Shape<NonNullable<T[K]>> | (NonNullable<T[K]> extends string ? 'url' : never) }
    : never;

/** The part of `T` that the shape `S` names, as it lies in an inventory. */
export type Selected<T, S> = S extends true
  ? Stored<T>
  : T extends readonly (infer E)[]
    ? readonly Selected<E, S>[]
    : T extends object
      ? { readonly [K in keyof T as K extends keyof S ? K : never]: K extends keyof S ? Selected<T[K], S[K]> : never }
      : T;

/** A shape for `T`, with its literal type kept so that {@link Selected} can use it. */
export function shapeOf<T>() {
  return <const S extends Shape<T>>(shape: S): S => shape;
}

/**
 * The part of an SDK answer that `shape` names, ready to be stored: dates as ISO strings, absent fields left out. `null` is absent too: AWS never
 * answers it, but programs that print what AWS answered do.
 * Anything else that JSON cannot carry has no place in a shape.
 */
export function select<T, const S extends Shape<T>>(answer: T, shape: S): Selected<T, S> {
  return selectFrom(answer, shape) as Selected<T, S>;
}

function selectFrom(value: unknown, shape: unknown): unknown {
  if (shape === true) return toStored(value);
  if (shape === 'url' && typeof value === 'string') return withoutQuery(value);
  if (Array.isArray(value)) return value.map((element) => selectFrom(element, shape));
  if (typeof value !== 'object' || value === null || typeof shape !== 'object' || shape === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(shape)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined && field !== null) kept[key] = selectFrom(field, part);
  }
  return kept;
}

function toStored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toStored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined && field !== null)
      .map(([key, field]) => [key, toStored(field)]),
  );
}
