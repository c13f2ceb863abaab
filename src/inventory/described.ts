import type { Fact } from './fact.ts';

/** A resource that a List call named and a Describe call explained, or could not. */
export interface Described<Summary, Detail> {
  readonly summary: Summary;
  readonly detail: Fact<Detail>;
}
