import { createHash } from 'node:crypto';

/** One answer as it lies in a file. */
export interface KeptAnswer {
  readonly key: string;
  /** When the resource was created, ISO 8601. */
  readonly created: string;
  readonly answer: unknown;
}

const checksumLength = 32;
const hashLength = 16;
const head = new RegExp(`^[0-9a-f]{${checksumLength}} ([0-9a-f]{${hashLength}}) $`);

/** How much of a line {@link keyHashIn} has to see. */
export const headLength = checksumLength + 1 + hashLength + 1;

/** 64 bits of a key, as 16 hexadecimal digits. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, hashLength);
}

/**
 * An answer as one line, with a checksum over it and over the place that it belongs to: a line that was cut off, changed, or moved to the file of
 * another account is none.
 *
 * @param place whose answer it is, and in which form
 */
export function lineOf(place: string, { key, created, answer }: KeptAnswer): string {
  const text = `${hashOf(key)} ${JSON.stringify([key, created, answer])}`;
  return `${checksumOf(place, text)} ${text}`;
}

/** The hash of the key of a line, by its beginning and unchecked; undefined where it is no line of ours. */
export function keyHashIn(beginning: string): string | undefined {
  return head.exec(beginning)?.[1];
}

/** The answer in a line; undefined where the line is damaged, or belongs elsewhere. */
export function answerIn(place: string, line: string): KeptAnswer | undefined {
  const text = line.slice(checksumLength + 1);
  if (checksumOf(place, text) !== line.slice(0, checksumLength)) return undefined;
  const [key, created, answer] = JSON.parse(text.slice(hashLength + 1)) as [string, string, unknown];
  return { key, created, answer };
}

/** A checksum against damage, not against the owner of the file, who may write what they like. */
export function checksumOf(place: string, text: string): string {
  return createHash('sha256').update(`${place}\n${text}`).digest('hex').slice(0, checksumLength);
}
