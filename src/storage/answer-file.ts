import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Horizon } from '../collectors/answer-memory.ts';
import { answerIn, checksumOf, hashOf, headLength, keyHashIn, type KeptAnswer } from './answer-line.ts';
import { OffsetIndex, type LinePlace } from './offset-index.ts';

const chunkSize = 1024 * 1024;
/** So large a file is read whole. */
const mostInMemory = 256 * 1024;
const lineFeed = 0x0a;

/** What an earlier scan kept of one section. A file that is not there, not readable or not whole is one that holds less. */
export class AnswerFile {
  readonly #place: string;
  /** The file; its bytes, where they are few, so that it need not stay open; undefined where it is not there. */
  #source: number | Buffer | undefined;
  readonly #index = new OffsetIndex();
  readonly horizon: Horizon | undefined;

  /** @param place whose answers, and in which form; those of another are not found */
  constructor(path: string, place: string) {
    this.#place = place;
    try {
      this.#source = openSync(path, 'r');
      const { size } = fstatSync(this.#source);
      if (size <= mostInMemory) {
        const bytes = readFileSync(this.#source);
        this.close();
        this.#source = bytes;
      }
      this.horizon = this.#load();
    } catch {
      // Nothing is known then, and everything is read anew.
      this.#index = new OffsetIndex();
    }
  }

  /** The answer that was kept under a key; undefined where there is none, or none that is whole. */
  find(key: string): KeptAnswer | undefined {
    for (const at of this.#index.find(hashOf(key))) {
      const kept = this.#read(at);
      if (kept?.key === key) return kept;
    }
    return undefined;
  }

  /** Every whole answer that nobody has looked for. */
  *unasked(): Generator<KeptAnswer, void> {
    for (const at of this.#index.unasked()) {
      const kept = this.#read(at);
      if (kept !== undefined) yield kept;
    }
  }

  /** Is there a file, whatever is in it? */
  get exists(): boolean {
    return this.#source !== undefined;
  }

  close(): void {
    if (typeof this.#source === 'number') closeSync(this.#source);
    this.#source = undefined;
  }

  #read({ at, bytes }: LinePlace): KeptAnswer | undefined {
    const buffer = Buffer.allocUnsafe(bytes);
    return answerIn(this.#place, buffer.toString('utf8', 0, this.#take(buffer, at)));
  }

  /** Fills a buffer from a place in the file, and tells how far. */
  #take(into: Buffer, at: number): number {
    if (typeof this.#source === 'number') return readSync(this.#source, into, 0, into.length, at);
    return this.#source?.copy(into, 0, at) ?? 0;
  }

  /** Indexes the lines. What follows the last line end was cut off, and is none. */
  #load(): Horizon | undefined {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let horizon: Horizon | undefined;
    let rest = Buffer.alloc(0);
    let at = 0;
    for (let read = 0, count = this.#take(chunk, 0); count > 0; count = this.#take(chunk, read)) {
      read += count;
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
        if (at === 0 && start === 0) {
          const header = headerIn(this.#place, bytes.toString('utf8', 0, end));
          // A file of another form, or of another place: nothing in it would be found.
          if (header === undefined) return undefined;
          horizon = header.horizon ?? undefined;
        } else {
          const hash = keyHashIn(bytes.toString('latin1', start, Math.min(end, start + headLength)));
          if (hash !== undefined) this.#index.add(hash, { at: at + start, bytes: end - start });
        }
        start = end + 1;
      }
      rest = bytes.subarray(start);
      at += start;
    }
    return horizon;
  }
}

interface Header {
  readonly horizon: Horizon | null;
}

/** The first line of a file. */
export function headerOf(place: string, horizon: Horizon | undefined): string {
  const text = JSON.stringify({ horizon: horizon ?? null } satisfies Header);
  return `${checksumOf(place, text)} ${text}`;
}

function headerIn(place: string, line: string): Header | undefined {
  const end = line.indexOf(' ');
  const text = line.slice(end + 1).trimEnd();
  return line.slice(0, end) === checksumOf(place, text) ? (JSON.parse(text) as Header) : undefined;
}
