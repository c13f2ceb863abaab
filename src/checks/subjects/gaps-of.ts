import type { Gap } from '../../core/gap.ts';
import type { Doubt } from '../../network/doubt.ts';

/** The failed reads among the reasons for which a question about the network is open. */
export function gapsOf(doubts: readonly Doubt[]): readonly Gap[] {
  return doubts.flatMap(({ gap }) => gap ?? []);
}

/** What would settle the question, in the words of the first reason. */
export function sayDoubts([first, ...others]: readonly Doubt[]): string {
  if (first === undefined) return 'what was read does not say';
  return others.length === 0 ? first.settledBy : `${first.settledBy}, and ${others.length} more`;
}
