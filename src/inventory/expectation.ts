/** What is wrong with a value, and where in it: `findings[3].resource.arn`. */
export interface Complaint {
  readonly path: string;
  readonly expected: string;
}

/**
 * Looks at a value that came from a file and says what is wrong with it first; undefined when nothing is.
 *
 * A dozen lines instead of a schema library: files are checked for their structure only, row by row, and a path is only built for a complaint.
 */
export type Expectation = (value: unknown) => Complaint | undefined;

/** A complaint as words: `findings[3].resource.arn is not a string`. */
export function complaintText(complaint: Complaint, whole: string): string {
  return `${complaint.path === '' ? whole : complaint.path} is not ${complaint.expected}`;
}

export const text: Expectation = primitive('string', 'a string');
export const flag: Expectation = primitive('boolean', 'true or false');
export const present: Expectation = (value) => (value === undefined ? { path: '', expected: 'there' } : undefined);
export const count: Expectation = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : { path: '', expected: 'a count' };
export const time: Expectation = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : { path: '', expected: 'a time' };

/** A JSON object with at least these fields; others are let pass. */
export function record(fields: { readonly [key: string]: Expectation }): Expectation {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isRecord(value)) return { path: '', expected: 'an object' };
    for (const [key, expectation] of entries) {
      const complaint = expectation(Object.hasOwn(value, key) ? value[key] : undefined);
      if (complaint !== undefined) return within(key, complaint);
    }
    return undefined;
  };
}

export function list(element: Expectation): Expectation {
  return (value) => {
    if (!Array.isArray(value)) return { path: '', expected: 'a list' };
    for (const [index, item] of value.entries()) {
      const complaint = element(item);
      if (complaint !== undefined) return within(`[${index}]`, complaint);
    }
    return undefined;
  };
}

export function nullable(expectation: Expectation): Expectation {
  return (value) => (value === null ? undefined : expectation(value));
}

/** A field that may be left out. */
export function optional(expectation: Expectation): Expectation {
  return (value) => (value === undefined ? undefined : expectation(value));
}

export function oneOf(allowed: readonly string[]): Expectation {
  return (value) => (allowed.includes(value as string) ? undefined : { path: '', expected: `one of ${allowed.join(', ')}` });
}

/** Is this a JSON object, and neither null nor a list? */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function primitive(type: 'string' | 'boolean', expected: string): Expectation {
  return (value) => (typeof value === type ? undefined : { path: '', expected });
}

function within(key: string, inner: Complaint): Complaint {
  const glue = inner.path === '' || inner.path.startsWith('[') ? '' : '.';
  return { path: `${key}${glue}${inner.path}`, expected: inner.expected };
}
