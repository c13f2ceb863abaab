import type { EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';

/** Is there an endpoint in the Region that something could stand before? */
export function mayBeFronted(earlier: EarlierFacts): boolean {
  return mayHold(earlier('endpoints'), () => true);
}
