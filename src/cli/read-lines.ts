import { inventoryFormat } from '../inventory/inventory-lines.ts';
import { usageError } from './usage-error.ts';

/**
 * How long a line may be. Most headers are short, so that a file of anything else is recognised within its first 64 KiB; one that begins as a header
 * does may be as long as any line, for it names all accounts of an organization.
 */
export interface LineLimits {
  readonly first: number;
  readonly any: number;
}

const inventoryLimits: LineLimits = { first: 64 * 1024, any: 16 * 1024 * 1024 };

const lineFeed = 0x0a;

/**
 * The lines of a stream of bytes, without their ends, holding no more than one line at a time.
 *
 * Nothing is read on once a line is too long or is no UTF-8: a gigabyte of garbage fails as fast as a kilobyte.
 *
 * @throws MlsecError usage
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  limits: LineLimits = inventoryLimits,
): AsyncGenerator<string, void> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
    if (length > limits.any || (number === 1 && length > limits.first && !isHeader(pieces))) throw tooLong(number);
  };
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      add(bytes.subarray(start, end));
      yield decode(pieces, number);
      pieces = [];
      length = 0;
      number += 1;
      start = end + 1;
    }
    if (start < bytes.length) add(bytes.subarray(start));
  }
  if (length > 0) yield decode(pieces, number);
}

const headerStart = Buffer.from(`{"format":"${inventoryFormat}"`);

function isHeader(pieces: readonly Uint8Array[]): boolean {
  const [first = headerStart] = pieces;
  const start = first.length < headerStart.length ? Buffer.concat(pieces) : first;
  return headerStart.equals(start.subarray(0, headerStart.length));
}

const firstLine = new TextDecoder('utf-8', { fatal: true });
const otherLines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(pieces: readonly Uint8Array[], number: number): string {
  try {
    const [only] = pieces;
    return (number === 1 ? firstLine : otherLines).decode(only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces));
  } catch {
    throw usageError(
      `line ${number} is not UTF-8 text`,
      number === 1 ? notAnInventory : 'the file was changed or damaged; collect it again',
    );
  }
}

const notAnInventory = 'an inventory is the file that `mlsec collect -o FILE` writes, not compressed';

function tooLong(number: number): Error {
  if (number === 1) return usageError('not an mlsec inventory: line 1 is far too long for its header', notAnInventory);
  return usageError(`line ${number} is longer than any line of an inventory`, 'the file was changed or damaged; collect it again');
}
