import type { Answer } from '../../iam/solve.ts';

/** Are requests of all these kinds possible? The first that is not decides; where all are, the first is the example. */
export function everyAnswer(answers: Iterable<Answer>): Answer {
  let doubt: Answer | undefined;
  let example: Answer | undefined;
  for (const answer of answers) {
    if (answer.kind === 'impossible') return answer;
    if (answer.kind === 'unknown') doubt ??= answer;
    else example ??= answer;
  }
  return doubt ?? example ?? { kind: 'impossible', by: [], why: 'there is nothing to ask about' };
}
