/** How a script brings something from elsewhere. */
export type FetchKind =
  /** What comes is run: piped into an interpreter, or started as a file. */
  | 'run'
  /** A package manager of a language fetches packages, which may run code while they are installed. */
  | 'install'
  /** A copy of a repository. */
  | 'clone'
  /** A file that the script does not start. */
  | 'download';

/** One statement of a script that fetches something. */
export interface Fetch {
  /** The line on which the statement begins, from 1. */
  readonly Line: number;
  /** The program: one of a few that are known. */
  readonly Command: string;
  readonly How: FetchKind;
  /** The host alone: people put tokens into paths and queries, and names into URLs. `null` where a variable or a setting elsewhere says it. */
  readonly Host: string | null;
}

/**
 * What an inventory keeps of a script. People put passwords and tokens into scripts, so no line of one is stored.
 */
export interface Script {
  /** SHA-256 of the text, in hex: tells whether two scripts are the same, and whether one has changed. */
  readonly Sha256: string;
  /** Lines that do something: neither blank nor comments. `null` where the content could not be decoded. */
  readonly Statements: number | null;
  /** What it fetches; `null` where the content could not be decoded. */
  readonly Fetches: readonly Fetch[] | null;
}
