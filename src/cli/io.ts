/** A stream that the CLI writes to; process.stdout is one. */
export interface Output {
  write(chunk: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export type Signal = 'SIGINT' | 'SIGTERM';

/** Everything of the outside world that the CLI touches. `process` is one; tests bring their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The live environment: `--profile` is written to it, because that is where the SDK looks. */
  readonly env: Record<string, string | undefined>;
  readonly platform: string;
  readonly arch: string;
  /** The version of Node. */
  readonly version: string;
  cwd(): string;
  on(event: Signal | 'uncaughtException', listener: (error: Error) => void): unknown;
  off(event: Signal | 'uncaughtException', listener: (error: Error) => void): unknown;
}
