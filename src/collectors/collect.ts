import pMap from 'p-map';
import { partitionOf } from '../aws/regions.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Note } from '../core/note.ts';
import type { AnySectionRecord, Inventory } from '../inventory/inventory.ts';
import type { OpenRows } from '../inventory/row-sink.ts';
import { globalRegion, type SectionName } from '../inventory/sections.ts';
import type { AnswerMemory } from './answer-memory.ts';
import { withEstate, type ConnectRequest, type OpenEstate } from './open-estate.ts';
import { ProgressCount, type Progress } from './progress-count.ts';
import { readAccount, type AccountOptions } from './read-account.ts';
import { withDependencies } from './read-sections.ts';
import { noRegions } from './regions-asked.ts';
import { targetsOf, type AccountsRequest, type Targets } from './targets.ts';
import { noStore, type UnitStore } from './unit-store.ts';

export interface CollectRequest extends ConnectRequest {
  /** Which accounts to read; without it the caller's own, which then must be readable. */
  readonly accounts?: AccountsRequest | Targets;
  /** What to read; the sections that these build on are added. */
  readonly sections: readonly SectionName[];
  readonly since: Date | null;
  /** Only tries each call once; what comes back tells of permissions and of nothing else. */
  readonly probe?: boolean;
  /** Where finished units are kept. */
  readonly store?: UnitStore;
  /** When the scan began, where it goes on with one that was broken off. */
  readonly startedAt?: Date;
  readonly onProgress?: (progress: Progress) => void;
  /** Where the rows of a history go; into memory by default. */
  readonly openRows?: OpenRows;
  /** What earlier scans remember; nothing by default. */
  readonly memory?: AnswerMemory;
  readonly now: () => Date;
}

/** So many that the quotas of each, which are not shared, are put to use; so few that sockets and memory suffice. */
const accountsAtOnce = 8;

/**
 * Reads what was asked for from one or many live accounts, all Regions of an account side by side.
 *
 * What AWS refuses becomes a gap in the inventory, and so does an account that cannot be entered. When the signal aborts, the inventory holds what
 * there is, marked as interrupted.
 *
 * @throws MlsecError usage, for a Region or profile that does not exist; noAudit, where nothing could be read at all
 */
export async function collectInventory(request: CollectRequest): Promise<Inventory> {
  const startedAt = request.startedAt ?? request.now();
  return withEstate(request, async (estate) => {
    const options: AccountOptions = {
      wanted: withDependencies(request.sections),
      since: request.since,
      probe: request.probe === true,
      ...(request.openRows === undefined ? {} : { openRows: request.openRows }),
      ...(request.memory === undefined ? {} : { memory: request.memory }),
      store: request.store ?? noStore,
      progress: new ProgressCount(estate.context.counts, request.onProgress),
    };
    const { targets, notes } = await targetsFor(request, estate);
    const read = await pMap(targets, (target) => readAccount(target, estate, options), { concurrency: accountsAtOnce });
    const regions = [...new Set(read.flatMap((account) => account.regions))].sort();
    const sections = withNotes(
      read.flatMap((account) => account.sections),
      notes,
    );
    if (request.accounts === undefined) {
      const closed = read[0]?.closed;
      if (closed !== undefined) throw noRegions(closed);
      assertSomethingRead(sections, regions);
    }
    return {
      header: {
        accounts: targets.map(({ account }) => account),
        regions,
        partition: partitionOf(estate.home),
        startedAt: startedAt.toISOString(),
        completedAt: request.now().toISOString(),
        since: request.since?.toISOString() ?? null,
        interrupted: request.signal.aborted,
      },
      sections,
    };
  });
}

async function targetsFor({ accounts }: CollectRequest, { identity, regions, global }: OpenEstate): Promise<Targets> {
  if (accounts === undefined) return { targets: [{ account: identity.account, regions, accountSections: true }], notes: [] };
  if ('targets' in accounts) return accounts;
  return targetsOf(accounts, regions, global);
}

/** Notes on the estate stand with the first thing that was read of it. */
function withNotes(sections: readonly AnySectionRecord[], notes: readonly Note[]): readonly AnySectionRecord[] {
  const [first, ...rest] = sections;
  return first === undefined || notes.length === 0 ? sections : [{ ...first, notes: [...notes, ...first.notes] }, ...rest];
}

/** Codes with which a Region says that it is not enabled for the account, when the credentials are good elsewhere. */
const regionRefusals = /^(UnrecognizedClientException|InvalidClientTokenId|AuthFailure|OptInRequired)$/;

/** An audit in which every Region refused the credentials is none. */
function assertSomethingRead(sections: readonly AnySectionRecord[], regions: readonly string[]): void {
  const regional = sections.filter(({ region }) => region !== globalRegion);
  const refused = regional.every(({ fact }) => !fact.known && regionRefusals.test(fact.gap.code));
  if (regional.length === 0 || !refused) return;
  const one = regions.length === 1;
  throw new MlsecError(
    exitCode.noAudit,
    `${regions.join(', ')} ${one ? 'is' : 'are'} not enabled for this account: every call was refused, although the credentials are valid`,
    'enable the Region in the account settings, or name another with --region',
  );
}
