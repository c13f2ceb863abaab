import { known } from '../inventory/fact.ts';

/** A section about which nothing was asked, because nothing in the Region, read completely, leads to what it would hold. */
export const notAsked = { fact: known([]), ledger: [], notes: [] } as const;
