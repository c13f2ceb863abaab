import { createHash } from 'node:crypto';
import type { Script } from '../inventory/script.ts';
import { fetchesOf } from './script-fetches.ts';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What is kept of a script.
 *
 * @param content as AWS gives it: base64, at most 16,384 characters; undefined where AWS gave none, and nobody knows
 */
export function storedScript(content: string | undefined): Script {
  if (content === undefined) return { Sha256: sha256(''), Statements: null, Fetches: null };
  const packed = content.replaceAll(/\s/g, '');
  if (!base64.test(packed)) return { Sha256: sha256(content), Statements: null, Fetches: null };
  const text = Buffer.from(packed, 'base64').toString('utf8');
  return { Sha256: sha256(text), Statements: countOf(text), Fetches: fetchesOf(text) };
}

/** Lines that are neither blank nor comments; the line that names the interpreter is a comment, too. */
function countOf(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => !/^\s*(#|$)/.test(line)).length;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
