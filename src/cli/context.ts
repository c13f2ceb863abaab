import type { OpenRows } from '../inventory/row-sink.ts';
import type { Io } from './io.ts';
import type { Parts } from './parts.ts';

/** What every command gets. */
export interface Context {
  readonly io: Io;
  readonly parts: Parts;
  /** The version of mlsec. */
  readonly version: string;
  /** Aborts when the process has failed and whatever still runs is in vain. */
  readonly lifetime: AbortSignal;
  /** Where rows go that may be more than memory holds. */
  readonly openRows: () => Promise<OpenRows>;
}

/** The options that every command knows, before or after its name. */
export interface GlobalOptions {
  readonly color?: boolean;
  readonly debug?: boolean;
}
