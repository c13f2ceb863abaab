/** Yes, no, or nobody can say. */
export type Answer = 'yes' | 'no' | 'maybe';

/** What becomes of one packet. */
export interface Fate {
  readonly verdict: 'reachable' | 'blocked' | 'undecided';
  /** Where it ends: `internet`, `aws-service`, `interface`, `on-premises`. */
  readonly sink?: string | undefined;
  /** For people who read a failed test. */
  readonly why: string;
}

export function reached(sink: string, why: string): Fate {
  return { verdict: 'reachable', sink, why };
}

export function stopped(why: string): Fate {
  return { verdict: 'blocked', why };
}

export function open(why: string, sink?: string): Fate {
  return { verdict: 'undecided', sink, why };
}

/** A fate that hangs on something that nobody can see: what is blocked all the same stays blocked. */
export function doubtful(fate: Fate, why: string): Fate {
  return fate.verdict === 'reachable' ? open(`${why}; ${fate.why}`, fate.sink) : fate;
}

/** The sender picks one of these ways. */
export function best(fates: readonly Fate[], none: string): Fate {
  return (
    fates.find(({ verdict }) => verdict === 'reachable') ??
    fates.find(({ verdict }) => verdict === 'undecided') ??
    fates[0] ??
    stopped(none)
  );
}

/** AWS picks one of these ways, and does not say which: what all of them agree on. */
export function anyOf(fates: readonly Fate[], why: string): Fate {
  const [first] = fates;
  if (first === undefined) return open(why);
  return fates.every(({ verdict }) => verdict === first.verdict) ? first : open(`${why}: ${fates.map((fate) => fate.why).join(' | ')}`);
}

/** One of these routes, and nobody knows which: undecided unless none of them leads anywhere. They end in different places. */
export function eitherOf(fates: readonly Fate[], why: string): Fate {
  return fates.length === 1 ? anyOf(fates, why) : doubtful(best(fates, why), why);
}

/** What all answers agree on. */
export function allOf(answers: readonly Answer[]): Answer {
  return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? 'maybe') : 'maybe';
}

/** Goes on where the answer is yes; where it is no, the packet ends here. */
export function ifSo(answer: Answer, why: string, then: () => Fate): Fate {
  if (answer === 'no') return stopped(why);
  return answer === 'yes' ? then() : doubtful(then(), why);
}
