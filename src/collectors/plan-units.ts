import pMap from 'p-map';
import { openSession } from '../aws/open-session.ts';
import { homeRegionOf, partitionOf } from '../aws/regions.ts';
import type { Gap } from '../core/gap.ts';
import type { Note } from '../core/note.ts';
import type { Fact } from '../inventory/fact.ts';
import { missing } from '../inventory/fact.ts';
import { globalRegion } from '../inventory/sections.ts';
import { enter } from './enter.ts';
import { withEstate, type ConnectRequest, type OpenEstate } from './open-estate.ts';
import { noRegions, readEnabledRegions, regionNames } from './regions-asked.ts';
import { targetsOf, type AccountsRequest, type PlannedUnit, type Targets } from './targets.ts';

export interface PlanRequest extends ConnectRequest {
  /** Which accounts to plan for; without it the caller's own. */
  readonly accounts?: AccountsRequest;
}

export interface PlannedUnits {
  readonly partition: string;
  /** Where the caller was asked who it is. */
  readonly home: string;
  /** Sorted by account and Region. */
  readonly units: readonly PlannedUnit[];
  readonly notes: readonly Note[];
  /** Accounts that would not say which Regions they have enabled; each is one unit, of all its Regions. */
  readonly closed: readonly Gap[];
}

const accountsAtOnce = 8;

/**
 * What an estate consists of, without reading any of it. Accounts are entered only where their Regions must be asked for.
 *
 * @throws MlsecError usage, for a Region or profile that does not exist; noAudit, where nobody says which accounts there are
 */
export async function planUnits(request: PlanRequest): Promise<PlannedUnits> {
  return withEstate(request, async (estate) => {
    const { targets, notes } = await targetsFor(request, estate);
    const found = await pMap(
      targets,
      async ({ account, regions }) => ({ account, regions: regions === 'all' ? await enabledIn(account, estate) : regions }),
      {
        concurrency: accountsAtOnce,
      },
    );
    const closed: Gap[] = [];
    const units = found.flatMap(({ account, regions }): readonly PlannedUnit[] => {
      if (!('known' in regions)) return regions.map((region) => ({ account, region }));
      if (regions.known) return regions.value.map((region) => ({ account, region }));
      closed.push(regions.gap);
      return [{ account, region: 'all' }];
    });
    const [only] = closed;
    if (request.accounts === undefined && only !== undefined) throw noRegions(only);
    return { partition: partitionOf(estate.home), home: estate.home, units, notes, closed };
  });
}

async function targetsFor({ accounts }: PlanRequest, { identity, regions, global }: OpenEstate): Promise<Targets> {
  if (accounts !== undefined) return targetsOf(accounts, regions, global);
  return { targets: [{ account: identity.account, regions, accountSections: true }], notes: [] };
}

async function enabledIn(account: string, estate: OpenEstate): Promise<Fact<readonly string[]>> {
  const entered = await enter(account, estate);
  if (!entered.known) return missing(entered.gap);
  const { identity, credentials } = entered.value;
  const session = openSession(identity, homeRegionOf(estate.home), { ...estate.context, credentials }, globalRegion);
  return regionNames(await readEnabledRegions(session));
}
