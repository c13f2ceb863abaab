import type { Account } from '@aws-sdk/client-organizations';
import { failureOf } from '../aws/failure.ts';
import type { Session } from '../aws/session.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { pagesOf } from './pages.ts';
import { always, UnreadableAnswer } from './unreadable-answer.ts';

/** The accounts of an organization, and those that are left out because nobody can enter them. */
export interface OrganizationAccounts {
  readonly ids: readonly string[];
  readonly leftOut: readonly { readonly id: string; readonly state: string }[];
}

/**
 * Every account of the organization, or those below some of its units, however deep; asked from the management account or a delegated
 * administrator, which are the only ones that may.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 *
 * @param units ids of organizational units or roots; none for the whole organization
 * @throws MlsecError noAudit, where a list fails: to go on with a part of the accounts would be to leave some out
 */
export async function organizationAccounts(session: Session, units: readonly string[]): Promise<OrganizationAccounts> {
  const accounts = new Map<string, string>();
  const add = (account: Account): void => {
    // Status is being retired in favour of State. https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
    if (account.Id === undefined || !/^\d{12}$/.test(account.Id)) throw new UnreadableAnswer('account id');
    accounts.set(account.Id, account.State ?? account.Status ?? 'ACTIVE');
  };
  if (units.length === 0) for (const account of await allAccounts(session)) add(account);
  const open = [...units];
  const seen = new Set<string>();
  for (let unit = open.shift(); unit !== undefined; unit = open.shift()) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    for (const account of await accountsIn(session, unit)) add(account);
    open.push(...(await unitsIn(session, unit)));
  }
  const ids = [...accounts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ids: ids.filter(([, state]) => state === 'ACTIVE').map(([id]) => id),
    leftOut: ids.filter(([, state]) => state !== 'ACTIVE').map(([id, state]) => ({ id, state })),
  };
}

/** What Organizations gives at most a page. */
const pageSize = 20;

async function allAccounts(session: Session): Promise<readonly Account[]> {
  return allRows(
    session,
    'organizations:ListAccounts',
    (sdk, config, abort) => sdk.paginateListAccounts(config, {}, abort),
    ({ Accounts }) => always(Accounts, 'Accounts'),
  );
}

async function accountsIn(session: Session, ParentId: string): Promise<readonly Account[]> {
  return allRows(
    session,
    'organizations:ListAccountsForParent',
    (sdk, config, abort) => sdk.paginateListAccountsForParent(config, { ParentId }, abort),
    ({ Accounts }) => always(Accounts, 'Accounts'),
  );
}

async function unitsIn(session: Session, ParentId: string): Promise<readonly string[]> {
  return allRows(
    session,
    'organizations:ListOrganizationalUnitsForParent',
    (sdk, config, abort) => sdk.paginateListOrganizationalUnitsForParent(config, { ParentId }, abort),
    ({ OrganizationalUnits }) => always(OrganizationalUnits, 'OrganizationalUnits').map(({ Id }) => always(Id, 'Id')),
  );
}

type Sdk = typeof import('@aws-sdk/client-organizations');
type Config = { readonly client: Awaited<ReturnType<Session['organizations']>>; readonly pageSize: number };

async function allRows<P extends { NextToken?: string | undefined }, Row>(
  session: Session,
  operation: string,
  pages: (sdk: Sdk, config: Config, abort: { readonly abortSignal: AbortSignal }) => AsyncIterable<P>,
  rowsOf: (page: P) => readonly Row[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  try {
    const sdk = await import('@aws-sdk/client-organizations');
    const list = pages(sdk, { client: await session.organizations(), pageSize }, { abortSignal: session.signal });
    for await (const page of pagesOf(list, false)) rows.push(...rowsOf(page));
    return rows;
  } catch (error) {
    const { code, message } = failureOf(error);
    throw new MlsecError(
      exitCode.noAudit,
      `cannot tell which accounts the organization has (${operation}: ${code}: ${message})`,
      'the management account or a delegated administrator may ask; or name the accounts with --account or --accounts-file',
      { cause: error },
    );
  }
}
