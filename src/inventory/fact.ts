import type { Gap } from '../core/gap.ts';

/** An answer from AWS, or the reason why there is none. A refused call is never an empty list. */
export type Fact<T> = Known<T> | Missing<T>;

export interface Known<T> {
  readonly known: true;
  readonly value: T;
}

export interface Missing<T> {
  readonly known: false;
  readonly gap: Gap;
  /** What was read before the failure. Good for naming resources, never for concluding that something is absent. */
  readonly partial?: T;
}

export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** `partial` is what had been read before the failure, if anything. */
export function missing<T>(gap: Gap, partial?: T): Missing<T> {
  return partial === undefined ? { known: false, gap } : { known: false, gap, partial };
}

/** Thrown by {@link need}; the engine turns it into the verdict `unknown`. Of one gap it is made once, since its stack trace is dear and never read. */
export class MissingFact extends Error {
  readonly gap: Gap;

  private constructor(gap: Gap) {
    super(`${gap.operation}: ${gap.code}`);
    this.name = 'MissingFact';
    this.gap = gap;
  }

  static of(gap: Gap): MissingFact {
    let error = thrown.get(gap);
    if (error === undefined) thrown.set(gap, (error = new MissingFact(gap)));
    return error;
  }
}

const thrown = new WeakMap<Gap, MissingFact>();

/**
 * The value of a fact. Where it is missing the question cannot be answered and the verdict is `unknown`.
 *
 * @throws MissingFact
 */
export function need<T>(fact: Fact<T>): T {
  if (fact.known) return fact.value;
  throw MissingFact.of(fact.gap);
}

/**
 * All known values first, and then the end: a MissingFact if any was missing.
 *
 * So a loop that returns at the first bad value finds it although a neighbour could not be read, and a loop that finds nothing bad does not
 * conclude that all is well.
 *
 * @throws MissingFact after the last known value
 */
export function* eachKnown<T>(facts: Iterable<Fact<T>>): Generator<T, void> {
  let gap: Gap | undefined;
  for (const fact of facts) {
    if (fact.known) yield fact.value;
    else gap ??= fact.gap;
  }
  if (gap !== undefined) throw MissingFact.of(gap);
}
