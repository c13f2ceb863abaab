import type { Gap } from '../../core/gap.ts';
import { ask, type Ask } from '../../iam/ask.ts';
import type { Caller } from '../../iam/key-domain.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import type { Answer } from '../../iam/solve.ts';
import { everyAnswer } from './every-answer.ts';

/** A kind of request that should not be possible in any of these Regions. */
export interface AccessTarget {
  readonly question: Ask;
  readonly regions: readonly string[];
  /** Why it is not known whether there is anything to reach: what would be possible is then unknown. */
  readonly gap?: Gap | undefined;
  /** A request without which it is nothing: the role that has to be passed with it. */
  readonly also?: ((policies: PolicySet, caller: Caller) => Ask) | undefined;
}

/** May a caller make a request of one of these kinds? Asked one by one, those that are there for sure first. */
export function* targetAnswers(
  targets: readonly AccessTarget[],
  policies: PolicySet,
  caller: Caller,
  { partition }: { readonly partition: string },
): Generator<Answer & { readonly gap?: Gap }, void> {
  for (const { question, regions, gap, also } of [...targets].sort((a, b) => Number(a.gap !== undefined) - Number(b.gap !== undefined))) {
    const alone = ask(policies, caller, question, { partition, regions });
    const answer =
      alone.kind === 'impossible' || also === undefined
        ? alone
        : everyAnswer([alone, ask(policies, caller, also(policies, caller), { partition, regions })]);
    if (gap === undefined || answer.kind === 'impossible') yield answer;
    else yield { kind: 'unknown', reason: `${gap.operation} failed (${gap.code})`, gap };
  }
}
