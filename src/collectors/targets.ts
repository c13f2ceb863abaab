import type { Session } from '../aws/session.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Note } from '../core/note.ts';
import { globalRegion } from '../inventory/sections.ts';
import { organizationAccounts } from './organization-accounts.ts';

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

/**
 * What every one of the accounts asked for is to be read for.
 *
 * @throws MlsecError noAudit, where none is left
 */
export async function targetsOf(
  { ids, organization, excluded }: AccountsRequest,
  regions: Target['regions'],
  session: Session,
): Promise<Targets> {
  const listed = organization === undefined ? { ids: [], leftOut: [] } : await organizationAccounts(session, organization.units);
  const not = new Set(excluded);
  const accounts = [...new Set([...ids, ...listed.ids])].filter((id) => !not.has(id)).sort();
  if (accounts.length === 0) {
    throw new MlsecError(exitCode.noAudit, 'no account is left to audit', 'every account that was named or listed is excluded, or closed');
  }
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

/**
 * The accounts of some units of a plan, each with the Regions that are asked of it. What belongs to an account itself goes with the first of its
 * units in the plan, so that it is read once whoever reads the others.
 *
 * @param plan all units, sorted
 */
export function targetsOfUnits(units: readonly PlannedUnit[], plan: readonly PlannedUnit[]): readonly Target[] {
  const first = new Map<string, string>();
  for (const { account, region } of plan) if (!first.has(account)) first.set(account, region);
  const accounts = [...new Set(units.map(({ account }) => account))].sort();
  return accounts.map((account) => {
    const regions = units.filter((unit) => unit.account === account).map(({ region }) => region);
    const accountSections = regions.includes(first.get(account) ?? '');
    return { account, regions: regions.includes('all') ? 'all' : regions.sort(), accountSections };
  });
}
