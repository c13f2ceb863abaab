/** Something that a reader should know about the collection and that is no gap. */
export interface Note {
  /**
   * `older-jobs-left-out`: beyond `--since`. `gone-during-scan`: deleted between list and describe. `described-one-by-one`: Search would have
   * told of a hundred with one call, and did not. `account-left-out`: closed or suspended.
   */
  readonly code: 'older-jobs-left-out' | 'gone-during-scan' | 'account-left-out' | 'described-one-by-one';
  readonly account: string;
  readonly region: string;
  readonly section: string;
  /** How many resources the note is about. */
  readonly count: number;
  /** A sentence for people. */
  readonly message: string;
}
