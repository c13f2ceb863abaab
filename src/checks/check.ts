import type { Family } from '../core/family.ts';
import type { JobRun } from '../core/job-run.ts';
import type { RequirementId } from '../core/requirement.ts';
import type { Resource } from '../core/resource.ts';
import type { Severity } from '../core/severity.ts';
import type { Estate } from '../inventory/estate.ts';
import type { Fact } from '../inventory/fact.ts';
import type { SectionName, Sections } from '../inventory/sections.ts';
import type { Verdict } from './verdict.ts';

/** The same for every resource the check judges, or by the resource's CloudFormation type where kinds differ. */
export type ByType<T> = readonly T[] | { readonly [resourceType: string]: readonly T[] };

/** Where a check is looking: one account, one Region. */
export interface Scope {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/**
 * What a check may read.
 *
 * - sections in `needs` are handed over as they are;
 * - sections in `consults` are handed over as facts (those that are needed as well, too), and only a missing fact that is really touched
 *   makes the verdict unknown;
 * - sections in `across` are handed over for every audited Region of the account, for questions that do not stop at a Region; and by `estate`
 *   for every account and Region of the inventory.
 */
export type Facts<N extends SectionName, C extends SectionName, A extends SectionName> = { readonly [K in Exclude<N, C>]: Sections[K] } & {
  readonly [K in C]: Fact<Sections[K]>;
} & {
  readonly across: { readonly [K in A]: readonly Fact<Sections[K]>[] };
  readonly estate: Estate<A>;
  readonly scope: Scope;
};

/** What a check says of itself; all of it is shown to users. */
export interface CheckDescription {
  /** Kebab-case, names the bad state, equals the file's name, is never changed. */
  readonly id: string;
  /** At most 72 characters, no full stop. */
  readonly title: string;
  readonly severity: Severity;
  readonly family: Family;
  readonly requirements: ByType<RequirementId>;
  /** Markdown: what is looked at, and what an attacker gains. */
  readonly description: string;
  /** Markdown, imperative: whether it can be changed in place, must be stopped first, or made anew. */
  readonly remediation: string;
  readonly references: readonly string[];
  /** Published controls that ask the same, such as `FSBP/SageMaker.1`; never an invented mapping. */
  readonly controls: ByType<string>;
}

/** One question, asked of one kind of resource or of every kind of workload. One verdict per resource. */
export interface Check<
  N extends SectionName = SectionName,
  C extends SectionName = SectionName,
  A extends SectionName = SectionName,
  R = unknown,
> extends CheckDescription {
  /** Sections without which there is nothing to judge. Where one is missing, what the others name is still judged. */
  readonly needs: readonly N[];
  readonly consults: readonly C[];
  readonly across: readonly A[];
  /**
   * The resources to judge. A missing fact among them says that there may be more than could be named:
   * the engine reports it once per check, account and Region.
   */
  readonly resources: (facts: Facts<N, C, A>) => Iterable<Fact<Subject<R>>>;
  /** Pure. @throws MissingFact through `need` where an answer is missing */
  readonly evaluate: (subject: R, facts: Facts<N, C, A>) => Verdict;
}

/** A resource to judge, and whatever the check wants to know about it. */
export interface Subject<R> {
  readonly resource: Resource;
  /** For jobs: what they were made from, so that a report can show a thousand of them as one. */
  readonly run?: JobRun;
  /** Those of the check's controls that ask about this resource, where its type alone does not tell. */
  readonly controls?: readonly string[];
  readonly about: R;
}

/** Any check, whatever it reads: what it is given is known to itself alone, and the engine hands it over unseen. */
export interface AnyCheck extends CheckDescription {
  readonly needs: readonly SectionName[];
  readonly consults: readonly SectionName[];
  readonly across: readonly SectionName[];
  readonly resources: (facts: never) => Iterable<Fact<Subject<unknown>>>;
  readonly evaluate: (about: never, facts: never) => Verdict;
}

type Definition<N extends SectionName, C extends SectionName, A extends SectionName, R> = Omit<Check<N, C, A, R>, 'consults' | 'across'> & {
  readonly consults?: readonly C[];
  readonly across?: readonly A[];
};

/** Declares a check. Reading a section that is not declared does not compile; nor does a fail without evidence. */
export function defineCheck<const N extends SectionName, R, const C extends SectionName = never, const A extends SectionName = never>(
  definition: Definition<N, C, A, R>,
): Check<N, C, A, R> {
  return { consults: [], across: [], ...definition };
}
