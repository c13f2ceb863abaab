import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import { globalRegion } from '../inventory/sections.ts';
import { organizationAccounts } from './organization.ts';

/** Which accounts were asked for beside, or in place of, the caller's own. */
export interface AccountsRequest {
  readonly ids: readonly string[];
  /** All accounts of the organization, or those below some of its units. */
  readonly organization?: { readonly units: readonly string[] };
  readonly excluded: readonly string[];
}

/** A unit of a plan: one account in one Region, or in all that it has enabled where the plan could not tell them. */
export interface PlannedUnit {
  readonly account: string;
  readonly region: string;
}

/** One account to read. */
export interface Target {
  readonly account: string;
  readonly regions: readonly string[] | 'all';
  /** False where another run reads what belongs to the account and to no Region. */
  readonly accountSections: boolean;
}

export interface Targets {
  readonly targets: readonly Target[];
  readonly notes: readonly Note[];
}

/** What every one of the accounts asked for is to be read for. */
export async function targetsOf(
  { ids, organization, excluded }: AccountsRequest,
  regions: Target['regions'],
  session: Session,
): Promise<Targets> {
  const listed = organization === undefined ? { ids: [], leftOut: [] } : await organizationAccounts(session, organization.units);
  const not = new Set(excluded);
  const accounts = [...new Set([...ids, ...listed.ids])].filter((id) => !not.has(id)).sort();
  return {
    targets: accounts.map((account) => ({ account, regions, accountSections: true })),
    notes: listed.leftOut.filter(({ id }) => !not.has(id) && !ids.includes(id)).map(({ id, state }) => closedNote(id, state)),
  };
}

function closedNote(account: string, state: string): Note {
  return {
    code: 'account-left-out',
    account,
    region: globalRegion,
    section: 'callerIdentity',
    count: 1,
    message: `account ${account} was left out: the organization says that it is ${state}`,
  };
}
