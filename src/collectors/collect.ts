import { systemClock, type Clock } from '../aws/clock.ts';
import { certificatesIn } from '../aws/certificates.ts';
import { createHandler, type ConnectionOptions } from '../aws/connection.ts';
import { credentialsThrough } from '../aws/credentials.ts';
import { callerIdentity } from '../aws/identity.ts';
import type { WireCounts } from '../aws/middleware.ts';
import { openSession, type SessionContext } from '../aws/open-session.ts';
import { Pacer } from '../aws/pacer.ts';
import { regionOfProfile } from '../aws/profile.ts';
import { assertRegion, homeRegionOf, partitionOf } from '../aws/regions.ts';
import type { Session } from '../aws/session.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { missing, type Fact } from '../inventory/fact.ts';
import { sectionFact, type AnySectionRecord, type Inventory } from '../inventory/inventory.ts';
import { globalRegion, sectionCatalogue, type SectionName, type Sections } from '../inventory/sections.ts';
import type { OpenRows } from '../inventory/row-sink.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { AnyCollector, CollectOptions } from './collector.ts';
import { declaredActions } from './declared-actions.ts';
import enabledRegions from './enabled-regions.ts';
import { gapOf } from './gap-of.ts';
import { collectors } from './index.ts';

/** How far a collection is. */
export interface Progress {
  /** Sections read and resources described, so far. */
  readonly done: number;
  /** What is known to be there to read; grows while lists name resources. */
  readonly total: number;
  readonly calls: number;
  readonly throttles: number;
  /** The section that reported last. */
  readonly doing: string;
}

export interface CollectRequest extends Omit<ConnectionOptions, 'maxAttempts' | 'certificates'> {
  /** Empty: the Region of the profile. `all`: every Region that the account has enabled. */
  readonly regions: readonly string[];
  /** Where to ask which these are; by default the Region of the profile, or us-east-1. */
  readonly askIn?: string;
  /** The profile that the user named, to tell an unknown one from missing credentials. */
  readonly profile?: string;
  /** What to read; the sections that these build on are added. */
  readonly sections: readonly SectionName[];
  readonly since: Date | null;
  /** Only tries each call once; what comes back tells of permissions and of nothing else. */
  readonly probe?: boolean;
  /** Attempts per call; enough by default to ride out a throttle of about a minute. */
  readonly maxAttempts?: number;
  /** A file of certificates to trust in place of the system's. */
  readonly caBundle?: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Where the rows of a history go; into memory by default. */
  readonly openRows?: OpenRows;
  /** What earlier scans remember; nothing by default. */
  readonly memory?: AnswerMemory;
  readonly now: () => Date;
  /** For pace and retries; the system's own by default. */
  readonly clock?: Clock;
}

const defaultAttempts = 10;

/**
 * Reads what was asked for from one live account, all Regions side by side.
 *
 * What AWS refuses becomes a gap in the inventory. When the signal aborts, the inventory holds what there is, marked as interrupted.
 *
 * @throws MlsecError usage, for a Region or profile that does not exist; noAudit, where nothing could be read at all
 */
export async function collectInventory(request: CollectRequest): Promise<Inventory> {
  const startedAt = request.now();
  const named = await regionsOf(request);
  const connection: ConnectionOptions = {
    ...request,
    maxAttempts: request.maxAttempts ?? defaultAttempts,
    ...(request.caBundle === undefined ? {} : { certificates: await certificatesIn(request.caBundle) }),
  };
  const handler = createHandler(connection);
  try {
    const home = named[0] ?? '';
    const credentials = credentialsThrough(handler);
    const identity = await callerIdentity(home, credentials, handler, connection, request.signal);
    const counts: WireCounts = { calls: 1, throttles: 0 };
    const clock = request.clock ?? systemClock;
    const context: SessionContext = {
      connection,
      handler,
      credentials,
      counts,
      clock,
      pacer: new Pacer(clock),
      actions: new Set(declaredActions),
      signal: request.signal,
    };
    const wanted = withDependencies(request.sections);
    // What belongs to no Region is asked in the partition's own, which no account can switch off.
    const global = openSession(identity, homeRegionOf(home), context, globalRegion);
    const regions = isAll(request.regions) ? await enabledRegionsOf(global) : named;
    const units = regions.map((region) => openSession(identity, region, context));
    const sections = await readAll(global, units, wanted, request, counts);
    assertSomethingRead(sections, regions);
    return {
      header: {
        accounts: [identity.account],
        regions,
        partition: partitionOf(home),
        startedAt: startedAt.toISOString(),
        completedAt: request.now().toISOString(),
        since: request.since?.toISOString() ?? null,
        interrupted: request.signal.aborted,
      },
      sections,
    };
  } finally {
    handler.destroy();
  }
}

async function regionsOf(request: CollectRequest): Promise<readonly string[]> {
  const ofProfile = await regionOfProfile(request.profile);
  if (isAll(request.regions)) {
    const askIn = request.askIn ?? ofProfile ?? 'us-east-1';
    assertRegion(askIn);
    return [askIn];
  }
  const regions = [...new Set(request.regions.length > 0 ? request.regions : ofProfile === undefined ? [] : [ofProfile])];
  if (regions.length === 0) {
    throw new MlsecError(exitCode.noAudit, 'no Region to audit', 'pass --region, set AWS_REGION, or give the profile a region');
  }
  for (const region of regions) assertRegion(region);
  return regions.sort();
}

function isAll(regions: readonly string[]): boolean {
  if (!regions.includes('all')) return false;
  if (new Set(regions).size === 1) return true;
  throw new MlsecError(
    exitCode.usage,
    '--region all and another Region were given',
    'all stands for every Region that the account has enabled',
  );
}

/** @throws MlsecError noAudit, where nobody says which these are: to guess them would be to leave some out */
async function enabledRegionsOf(session: Session): Promise<readonly string[]> {
  const { fact } = await enabledRegions.collect(session, { since: null, probe: false, progress: () => undefined });
  const regions = fact.known ? fact.value.flatMap(({ RegionName }) => RegionName ?? []).sort() : [];
  if (regions.length > 0) return regions;
  // Every account has some: none is no answer, and an audit of none would find nothing wrong.
  const { code, message, permission } = fact.known
    ? { code: 'empty', message: 'AWS named none', permission: 'ec2:DescribeRegions' }
    : fact.gap;
  throw new MlsecError(
    exitCode.noAudit,
    `cannot tell which Regions the account has enabled (${code}: ${message})`,
    `allow ${permission}, or name the Regions with --region`,
  );
}

/** The collectors for these sections and for those they build on. */
function withDependencies(sections: readonly SectionName[]): readonly AnyCollector[] {
  const wanted = new Set<SectionName>(['callerIdentity']);
  const add = (section: SectionName): void => {
    if (wanted.has(section)) return;
    wanted.add(section);
    for (const earlier of collectors.find((collector) => collector.section === section)?.after ?? []) add(earlier);
  };
  for (const section of sections) add(section);
  return collectors.filter((collector) => wanted.has(collector.section));
}

async function readAll(
  global: Session,
  units: readonly Session[],
  wanted: readonly AnyCollector[],
  request: CollectRequest,
  counts: WireCounts,
): Promise<readonly AnySectionRecord[]> {
  const progress = { done: 0, total: 0 };
  const report = (doing: string): void => request.onProgress?.({ ...progress, ...counts, doing });

  const ofScope = (scope: 'account' | 'region', session: Session) =>
    wanted.filter(({ section }) => sectionCatalogue[section].scope === scope).map((collector) => ({ collector, session }));
  const jobs = [...ofScope('account', global), ...units.flatMap((session) => ofScope('region', session))];
  progress.total = jobs.length;
  report('start');

  const started = new Map<string, Promise<AnySectionRecord>>();
  const read = ({ collector, session }: (typeof jobs)[number]): Promise<AnySectionRecord> => {
    const key = `${session.region}/${collector.section}`;
    let running = started.get(key);
    if (running === undefined) {
      running = readSection(collector, session);
      started.set(key, running);
    }
    return running;
  };
  const readSection = async (collector: AnyCollector, session: Session): Promise<AnySectionRecord> => {
    const before = await Promise.all(
      jobs
        .filter((job) => collector.after.includes(job.collector.section))
        .filter((job) => job.session === session || sectionCatalogue[job.collector.section].scope === 'account')
        .map(read),
    );
    const options: CollectOptions = {
      since: request.since,
      probe: request.probe === true,
      ...(request.openRows === undefined ? {} : { openRows: request.openRows }),
      ...(request.memory === undefined ? {} : { memory: request.memory }),
      progress: (event) => {
        progress[event === 'found' ? 'total' : 'done'] += 1;
        report(collector.section);
      },
    };
    const record = await collectSection(collector, session, options, before);
    progress.done += 1;
    report(collector.section);
    return record;
  };

  // In the order of the jobs, not of the answers: the same account gives the same inventory.
  return Promise.all(jobs.map(read));
}

async function collectSection(
  collector: AnyCollector,
  session: Session,
  options: CollectOptions,
  before: readonly AnySectionRecord[],
): Promise<AnySectionRecord> {
  const { section } = collector;
  const { account } = session;
  const region = sectionCatalogue[section].scope === 'account' ? globalRegion : session.region;
  const earlier = <K extends SectionName>(name: K): Fact<Sections[K]> => sectionFact({ sections: before }, account, session.region, name);
  const at = { account, region, section };
  try {
    // The collector's section fixes the type of what it collects; TypeScript cannot follow that through the union.
    return { ...at, ...(await collector.collect(session, options, earlier)) } as AnySectionRecord;
  } catch (error) {
    // No answer of AWS's, but something that the user can do something about: there is no room for the rows.
    if (error instanceof MlsecError) throw error;
    const { operation } = sectionCatalogue[section];
    const fact = missing(gapOf(error, operation, session));
    return { ...at, fact, ledger: [{ operation, calls: 0, complete: false }], notes: [] } as AnySectionRecord;
  }
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
