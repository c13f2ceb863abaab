import { addressRange, addressText } from './address-range.ts';
import { conditionTruth } from './condition-truth.ts';
import { operatorOf } from './operator.ts';
import { expand, hasVariables, literal, matchesPattern, shown } from './pattern.ts';
import type { Condition } from './policy-document.ts';
import type { Candidate, KeyDomain } from './question.ts';
import { absent, many, one, type ContextValue } from './request.ts';
import { textClasses, type TextPatterns } from './text-classes.ts';
import type { Truth } from './truth.ts';
import { quantity } from './value-matches.ts';

/** Values of a key, such that any other value is like one of them to all the conditions. */
export interface Candidates {
  readonly list: readonly Candidate[];
  /** Why there may be further ones, where there may. */
  readonly doubt?: string;
}

/** More sets than this are not tried. */
const mostSets = 1_000;

/**
 * The values of a key that are worth trying.
 *
 * @param conditions all conditions on this key
 * @param lookUp the request's values of other keys, for policy variables
 */
export function candidatesFor(
  key: string,
  domain: KeyDomain,
  conditions: readonly Condition[],
  lookUp: (key: string) => ContextValue,
): Candidates {
  if (domain.kind === 'listed') return { list: domain.candidates };
  if (domain.kind === 'unknown') return { list: [{ value: { kind: 'unknown' }, doubt: domain.doubt }] };
  const { values: all, complete } = valuesOf(domain, conditions, lookUp);
  const truthsOf = (value: string): readonly Truth[] => conditions.map((condition) => conditionTruth(condition, one(value), { lookUp }));
  const values = differing(
    all.filter(
      (value) =>
        (domain.base === undefined || matchesPattern(domain.base, value)) && !domain.except?.some((other) => matchesPattern(other, value)),
    ),
    truthsOf,
  );
  const given = (value: ContextValue): Candidate => (domain.doubt === undefined ? { value } : { value, doubt: domain.doubt });
  const present =
    domain.type === 'texts' ? setsWith(domain.including, setsOf(values, truthsOf)) : { list: values.map(one), complete: true };
  const list = [...present.list.map(given), ...(domain.optional ? [given(absent)] : [])];
  if (complete && present.complete) return { list };
  return { list, doubt: `there are too many kinds of values of ${key} to try` };
}

/** One of those that are alike to every condition: the most natural one. */
function differing(values: readonly string[], truthsOf: (value: string) => readonly Truth[]): readonly string[] {
  const found = new Map<string, string>();
  for (const value of values) {
    const key = truthsOf(value).join();
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

interface Values {
  readonly values: readonly string[];
  readonly complete: boolean;
}

function valuesOf(
  domain: Extract<KeyDomain, { kind: 'free' }>,
  conditions: readonly Condition[],
  lookUp: (key: string) => ContextValue,
): Values {
  const written = conditions.flatMap(({ operator, values }) => {
    const comparison = operatorOf(operator)?.comparison;
    return comparison === undefined || comparison === 'null' ? [] : values.map((text) => ({ comparison, text }));
  });
  const natural = [...(domain.including === undefined ? [] : [domain.including]), ...(domain.natural ?? [])];
  switch (domain.type) {
    case 'boolean':
      return { values: ['false', 'true'], complete: true };
    case 'number':
    case 'date':
      return { values: around(domain.type === 'date' ? 'date' : 'numeric', written, natural), complete: true };
    case 'address':
      return { values: addresses(written, natural), complete: true };
    case 'text':
    case 'texts':
    default: {
      const lists = conditions.map((condition) => patternsOf(condition, lookUp));
      const classes = textClasses([...lists, { texts: domain.except ?? [], kind: 'plain' }], domain.base ?? '*');
      return { values: unique([...natural, ...classes.witnesses.map(shown)]), complete: classes.complete };
    }
  }
}

/** What a value is compared with, where its value is known. */
function patternsOf({ operator, values }: Condition, lookUp: (key: string) => ContextValue): TextPatterns {
  const comparison = operatorOf(operator)?.comparison;
  if (comparison === undefined || comparison === 'null') return { texts: [], kind: 'plain' };
  const wild = comparison === 'string-like' || comparison === 'arn';
  const texts = values.flatMap((text) => {
    const plain = wild ? text : literal(text);
    const expanded = hasVariables(text) ? expand(plain, lookUp) : ({ kind: 'pattern', text: plain } as const);
    return expanded.kind === 'pattern' ? [expanded.text] : [];
  });
  return { texts, kind: comparison === 'arn' ? 'arn' : comparison === 'string-ignoring-case' ? 'case' : 'plain' };
}

/** Below, at and above each number or date of the policies. */
function around(
  comparison: 'numeric' | 'date',
  written: readonly { readonly text: string }[],
  natural: readonly string[],
): readonly string[] {
  const limits = written.flatMap(({ text }) => quantity(comparison, text) ?? []);
  const values = limits.flatMap((limit) => [limit - 1, limit, limit + 1]).filter((value) => value >= 0);
  return unique([...natural, ...(values.length === 0 ? ['1'] : values.map(String))]);
}

/** The first address of each range, and the first after it: between two of these, nothing changes. */
function addresses(written: readonly { readonly text: string }[], natural: readonly string[]): readonly string[] {
  const ranges = written.flatMap(({ text }) => addressRange(text) ?? []);
  const edges = ranges.flatMap(({ family, first, last }) => {
    const end = family === 4 ? 2n ** 32n : 2n ** 128n;
    return [first, ...(last + 1n < end ? [last + 1n] : [])].map((value) => addressText(family, value));
  });
  // Addresses for documentation: in nobody's range, unless in one that takes all of its family.
  return unique([...natural, '198.51.100.7', '2001:db8::7', ...edges]);
}

/**
 * Sets of elements that are worth trying: each alone, and the largest that meet some of the conditions on all of a set's elements. A condition
 * on any one element is met by a larger set as well, so no other set can do what none of these does.
 */
function setsOf(elements: readonly string[], truthsOf: (element: string) => readonly Truth[]): Sets {
  const truths = elements.map(truthsOf);
  const bases = (truths[0] ?? []).flatMap((_truth, condition) =>
    (['yes', 'no'] as const).flatMap((end) => [
      elements.filter((_element, index) => truths[index]?.[condition] === end),
      elements.filter((_element, index) => truths[index]?.[condition] !== end),
    ]),
  );
  const found = new Map<string, readonly string[]>([[elements.join('\n'), elements]]);
  for (const base of bases) {
    for (const set of found.values()) {
      const both = set.filter((element) => base.includes(element));
      if (both.length > 0) found.set(both.join('\n'), both);
    }
    if (found.size > mostSets) return { list: elements.map((element) => many(element)), complete: false };
  }
  for (const element of elements) found.set(element, [element]);
  return { list: [...found.values()].sort((a, b) => a.length - b.length).map((set) => many(...set)), complete: true };
}

/** Of the largest sets that meet some of the conditions, those with an element are the largest that hold it. */
function setsWith(element: string | undefined, { list, complete }: Sets): Sets {
  if (element === undefined) return { list, complete };
  const kept = list.filter((set) => set.kind === 'many' && set.values.includes(element));
  return { list: complete ? kept : [many(element)], complete };
}

interface Sets {
  readonly list: readonly ContextValue[];
  readonly complete: boolean;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
