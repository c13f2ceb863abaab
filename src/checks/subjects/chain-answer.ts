import { ask, type Ask, type Place } from '../../iam/ask.ts';
import type { Caller } from '../../iam/key-domain.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { worstAnswer, type ReadAnswer } from './access-verdict.ts';
import { everyAnswer } from './every-answer.ts';

/** Requests that together do what none of them does alone; the first is the one that is shown. */
export type Chain = readonly Ask[];

/** Can a caller go any of these ways to its end, in one Region? */
export function chainAnswer(chains: readonly Chain[], policies: PolicySet, caller: Caller, { partition, regions }: Place): ReadAnswer {
  return worstAnswer(ways());

  function* ways(): Generator<ReadAnswer, void> {
    for (const region of regions) {
      for (const chain of chains) yield everyAnswer(links(chain, region));
    }
  }

  function* links(chain: Chain, region: string): Generator<ReadAnswer, void> {
    for (const question of chain) yield ask(policies, caller, question, { partition, regions: [region] });
  }
}
