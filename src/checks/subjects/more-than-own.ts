import type { Counterexample } from '../../iam/question.ts';
import type { ReadAnswer } from './access-verdict.ts';

/**
 * May a caller do something as, or to, more than one user?
 *
 * Its own name is left out first. Where only one other name is possible, that is what the caller is called there; where a second one is, at
 * least one of them is somebody else's.
 *
 * @param own the name it should have, where it has one
 * @param askBeside asks about all names but these
 * @param nameOf whose an example is; undefined where it may be anybody's
 */
export function moreThanOwn(
  own: string | undefined,
  askBeside: (names: readonly string[]) => ReadAnswer,
  nameOf: (example: Counterexample) => string | undefined,
): ReadAnswer {
  const first = askBeside(own === undefined ? [] : [own]);
  if (first.kind !== 'possible') return first;
  const name = nameOf(first.example);
  if (name === undefined) return first;
  const second = askBeside([name]);
  return second.kind === 'possible' ? first : second;
}
