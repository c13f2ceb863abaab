import { plainJson } from '../inventory/plain-json.ts';
import { jsonFault } from './json-fault.ts';
import { usageError } from './usage-error.ts';

/**
 * The bytes of a file as JSON: UTF-8, or UTF-16 as redirection in PowerShell writes it, with or without a mark in front.
 *
 * @throws MlsecError usage, naming the place at which it is none
 */
export function decodeJson(bytes: Uint8Array, path: string): unknown {
  const text = decoded(bytes, path);
  if (text.trim() === '') {
    throw usageError(`${path} is empty`, 'the command that should have written it failed: run it again, or remove the file');
  }
  try {
    return plainJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, cutOff } = jsonFault(text);
    throw usageError(
      `${path} is not JSON: ${cutOff ? 'it breaks off at' : 'it stops making sense at'} line ${line}, column ${column}`,
      'write it again with --output json, or remove the file',
    );
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw usageError(`${path} is no UTF-8 or UTF-16 text`, 'write it again with --output json, not compressed');
  }
}
