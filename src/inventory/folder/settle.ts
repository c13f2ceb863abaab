import type { Settle, Settled } from './section-reader.ts';

/** One file says all; of several alike the first does. */
export const firstPart: Settle = ([value = {}]) => ({ value });

/** The pages of a list, one after the other, without what comes twice. */
export function joinedPages(member: string): Settle {
  return (parts) => {
    const seen = new Map<string, unknown>();
    for (const part of parts) for (const row of listIn(part, member)) seen.set(JSON.stringify(row), row);
    return { value: { ...parts[0], [member]: [...seen.values()] } };
  };
}

/** One attribute a file: all of these are needed. */
export function joinedAttributes(...members: readonly string[]): Settle {
  return (parts): Settled => {
    const value = Object.assign({}, ...parts) as object;
    const lacking = members.filter((member) => !(member in value));
    return lacking.length === 0 ? { value } : { value, lacks: lacking.join(' and ') };
  };
}

export function listIn(part: object, member: string): readonly unknown[] {
  const value = (part as Readonly<Record<string, unknown>>)[member];
  return Array.isArray(value) ? value : [];
}
