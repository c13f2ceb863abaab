/** Something that a reader should know about the collection and that is no gap. */
export interface Note {
  /** `older-jobs-left-out`: beyond `--since`. `gone-during-scan`: deleted between list and describe. */
  readonly code: 'older-jobs-left-out' | 'gone-during-scan';
  readonly account: string;
  readonly region: string;
  readonly section: string;
  /** How many resources the note is about. */
  readonly count: number;
  /** A sentence for people. */
  readonly message: string;
}
