import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import type { OpenRows, RowSink } from '../inventory/row-sink.ts';

/** Few enough for memory, and more than nearly every account has. */
const mostInMemory = 4_096;

/** How much text is written, and read again, at a time: so little that V8 keeps it among what is young, and throws it away soon. */
const chunkSize = 32 * 1024;

/** A part of the file that holds whole rows of one section, one a line. */
interface Chunk {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Rows on disk, for sections that are larger than memory. One file for all of them, made when the first needs it.
 *
 * The file is readable by its owner alone and has no name for longer than it takes to open it, so that nothing is left behind however the
 * process ends; where the system lets nobody remove an open file, it is removed by {@link close}. Read and written without waiting, because
 * checks walk rows without waiting.
 */
export class Spool {
  readonly #folder: string;
  readonly #most: number;
  #file: number | undefined;
  #path: string | undefined;
  #end = 0;
  /** One for all that is written and read, since nothing waits in between: a million buffers would wait for a collection. */
  #buffer = Buffer.allocUnsafe(4 * chunkSize);

  constructor(folder = tmpdir(), most = mostInMemory) {
    this.#folder = folder;
    this.#most = most;
  }

  /** A sink that keeps the first few thousand rows in memory, and all of them on disk as soon as there are more. */
  readonly openRows: OpenRows = <T>(): RowSink<T> => {
    const rows: T[] = [];
    let spooled: SpooledRows<T> | undefined;
    return {
      add: (row) => {
        if (spooled !== undefined) spooled.add(row);
        else if (rows.push(row) > this.#most) {
          spooled = new SpooledRows<T>(this);
          for (const each of rows.splice(0)) spooled.add(each);
        }
      },
      rows: () => {
        spooled?.flush();
        return spooled ?? rows;
      },
    };
  };

  /** How many bytes lie on disk. */
  get size(): number {
    return this.#end;
  }

  /** @throws MlsecError usage, where the disk takes no more */
  write(text: string): Chunk {
    const chunk = { at: this.#end, bytes: Buffer.byteLength(text) };
    const buffer = this.#room(chunk.bytes);
    buffer.write(text);
    try {
      this.#file ??= this.#open();
      for (let done = 0; done < chunk.bytes;) done += writeSync(this.#file, buffer, done, chunk.bytes - done, chunk.at + done);
    } catch (error) {
      throw notKept(this.#folder, error);
    }
    this.#end += chunk.bytes;
    return chunk;
  }

  /** @throws MlsecError usage, where the file has become shorter than it was */
  read({ at, bytes }: Chunk): string {
    const buffer = this.#room(bytes);
    let done = 0;
    while (done < bytes) {
      const count = this.#file === undefined ? 0 : readSync(this.#file, buffer, done, bytes - done, at + done);
      if (count === 0) throw notKept(this.#folder, new Error('the file was cut off'));
      done += count;
    }
    return buffer.toString('utf8', 0, bytes);
  }

  /** Afterwards no row can be read any more. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    if (this.#path !== undefined) unlinkSync(this.#path);
    this.#file = undefined;
    this.#path = undefined;
  }

  #room(bytes: number): Buffer {
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(bytes);
    return this.#buffer;
  }

  #open(): number {
    const path = join(this.#folder, `mlsec-${randomUUID()}.rows`);
    const file = openSync(path, 'wx+', 0o600);
    try {
      unlinkSync(path);
    } catch {
      this.#path = path;
    }
    return file;
  }
}

/** The rows of one section in a spool; walked again and again, with one chunk of them in memory. */
class SpooledRows<T> implements Iterable<T> {
  readonly #spool: Spool;
  readonly #chunks: Chunk[] = [];
  #pending = '';
  /** How many rows there are, which needs no walk. */
  size = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  add(row: T): void {
    this.size += 1;
    this.#pending += `${JSON.stringify(row)}\n`;
    if (this.#pending.length >= chunkSize) this.flush();
  }

  flush(): void {
    if (this.#pending === '') return;
    this.#chunks.push(this.#spool.write(this.#pending));
    this.#pending = '';
  }

  *[Symbol.iterator](): Generator<T, void> {
    for (const chunk of this.#chunks) {
      const text = this.#spool.read(chunk);
      for (let start = 0, end = text.indexOf('\n'); end !== -1; start = end + 1, end = text.indexOf('\n', start)) {
        yield JSON.parse(text.slice(start, end)) as T;
      }
    }
  }
}

function notKept(folder: string, error: unknown): MlsecError {
  const why = error instanceof Error ? error.message : String(error);
  return new MlsecError(
    exitCode.usage,
    `cannot keep the rows of a large account in ${folder}: ${why}`,
    'set TMPDIR to a folder with more room; a job takes about 2 KB',
    { cause: error },
  );
}
