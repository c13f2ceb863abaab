import { EventEmitter } from 'node:events';
import type { Io, Output } from '../../../src/cli/io.ts';

/** A stream that remembers what was written to it. */
export class FakeOutput extends EventEmitter implements Output {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Refuses everything after this many characters, as a pipe does whose reader has gone. */
  closesAfter = Number.POSITIVE_INFINITY;

  constructor(columns?: number) {
    super();
    this.isTTY = columns !== undefined;
    this.columns = columns;
  }

  write(chunk: string, done: (error?: Error | null) => void): boolean {
    if (this.text.length + chunk.length > this.closesAfter) {
      const error = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
      setImmediate(() => {
        done(error);
        this.emit('error', error);
      });
      return false;
    }
    this.text += chunk;
    setImmediate(done);
    return true;
  }
}

export interface FakeIoOptions {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly stdin?: string | readonly Uint8Array[];
  /** Columns of a terminal; without them stdout and stderr are pipes. */
  readonly columns?: number;
}

/** The outside world of a test. */
export class FakeIo extends EventEmitter implements Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  readonly env: Record<string, string | undefined>;
  readonly platform = 'linux';
  readonly arch = 'x64';
  readonly version = 'v20.0.0';
  readonly #cwd: string;

  constructor({ env = {}, cwd = process.cwd(), stdin = '', columns }: FakeIoOptions = {}) {
    super();
    this.env = { LANG: 'C.UTF-8', ...env };
    this.#cwd = cwd;
    this.stdin = chunked(typeof stdin === 'string' ? [stdin] : stdin);
    this.stdout = new FakeOutput(columns);
    this.stderr = new FakeOutput(columns);
  }

  cwd(): string {
    return this.#cwd;
  }
}

async function* chunked(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array | string, void> {
  yield* chunks;
}
