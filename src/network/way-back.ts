import { subtract, union, type AddressSet } from './address-set.ts';

/** Do replies find the way back to a sender? */
export type WayBack = 'yes' | 'no' | 'maybe';

/** The part of the address space that a route may take, and whether it leads back. */
export interface ClaimBack {
  readonly addresses: AddressSet;
  readonly back: WayBack;
}

/**
 * Asks the routes of one table for the way back to a sender. More than one may claim an address, where it is not known which of them has it.
 *
 * @param sender one address, or all that it may turn out to have: where they differ nobody can say
 * @param taken what some route takes for certain
 */
export function wayBackTo(sender: AddressSet, claims: readonly ClaimBack[], taken: AddressSet): WayBack {
  const claimed = (which: WayBack): AddressSet => union(claims.filter(({ back }) => back === which).flatMap(({ addresses }) => addresses));
  const [yes, maybe] = [claimed('yes'), claimed('maybe')];
  const no = union([...claimed('no'), ...subtract(sender, taken)]);
  if (subtract(sender, subtract(yes, union([...no, ...maybe]))).length === 0) return 'yes';
  return subtract(sender, subtract(no, union([...yes, ...maybe]))).length === 0 ? 'no' : 'maybe';
}
