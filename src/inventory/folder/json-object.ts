/** A JSON object, of which nothing is known but that it is one. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** A member that is a text and not empty. */
export function textOf(row: JsonObject, member: string): string | undefined {
  const value = Object.hasOwn(row, member) ? row[member] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
