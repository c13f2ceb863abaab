import type { AnySectionRecord } from '../inventory/inventory.ts';

/**
 * Where finished units are kept, so that a scan that was broken off need not repeat them. A unit is one account in one Region; what belongs to
 * the account itself is a unit under `aws-global`.
 */
export interface UnitStore {
  /** The sections of a finished unit; undefined where it was not finished, or what was kept is damaged. */
  readonly load: (account: string, region: string) => Promise<readonly AnySectionRecord[] | undefined>;
  readonly save: (account: string, region: string, sections: readonly AnySectionRecord[]) => Promise<void>;
}

/** Keeps nothing. */
export const noStore: UnitStore = { load: async () => undefined, save: async () => undefined };
