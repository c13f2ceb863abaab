/** What is known of a statement about a request: it holds, it does not, or it hangs on something that is not known. */
export type Truth = 'yes' | 'no' | 'maybe';

/** Do all hold? One that does not settles it, whatever is not known of the others. */
export function every(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'maybe') result = 'maybe';
  }
  return result;
}

/** Does one hold? */
export function some(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no';
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    if (truth === 'maybe') result = 'maybe';
  }
  return result;
}

export function not(truth: Truth): Truth {
  return truth === 'maybe' ? 'maybe' : yesOrNo(truth === 'no');
}

export function yesOrNo(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}
