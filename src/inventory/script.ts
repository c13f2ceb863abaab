/**
 * What an inventory keeps of a script. People put passwords and tokens into scripts, so no line of one is stored.
 */
export interface Script {
  /** SHA-256 of the text, in hex: tells whether two scripts are the same, and whether one has changed. */
  readonly Sha256: string;
  /** Lines that do something: neither blank nor comments. `null` where the content could not be decoded. */
  readonly Statements: number | null;
}
