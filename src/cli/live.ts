import { Option, type Command } from 'commander';
import { setMaxListeners } from 'node:events';
import type { CollectRequest } from '../collectors/collect.ts';
import type { ConnectRequest } from '../collectors/open-estate.ts';
import { resolve } from 'node:path';
import type { AnswerMemory } from '../collectors/answer-memory.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { SectionName } from '../inventory/sections.ts';
import { accountOptionNames, accountsAsked, addAccountOptions, type AccountOptions } from './account-options.ts';
import type { Context } from './context.ts';
import type { Io, Signal } from './io.ts';
import { httpUrl, listed, once, seconds } from './option-values.ts';
import { plannedReading, planOptionNames, type PlannedReading, type PlanOptions } from './plan-options.ts';
import { ProgressLine } from './progress.ts';
import { say } from './say.ts';
import { signalOf, stoppable } from './signals.ts';
import { parseSince } from './since.ts';
import type { Asked } from './scan-state.ts';
import { refuseResumeAlone, stateOptionNames, type StateOptions } from './state-options.ts';
import { usageError } from './usage-error.ts';

/** The options that say which account is read, and how; named as in the AWS CLI. */
export interface LiveOptions extends AccountOptions {
  readonly profile?: string;
  readonly region?: readonly string[];
  readonly endpointUrl?: string;
  readonly cliReadTimeout: number;
  readonly cliConnectTimeout: number;
  readonly since: string;
  readonly cache?: string;
}

export const liveOptionNames = [
  'profile',
  'region',
  'endpointUrl',
  'cliReadTimeout',
  'cliConnectTimeout',
  'since',
  'cache',
  ...accountOptionNames,
  ...planOptionNames,
  ...stateOptionNames,
] as const satisfies readonly (keyof (LiveOptions & PlanOptions & StateOptions))[];

export function addLiveOptions(command: Command): Command {
  const live = command
    .optionsGroup('Account:')
    .option(
      '--profile <name>',
      'profile of the shared AWS files',
      once('--profile', 'for several accounts pass --account, --accounts-file or --org'),
    )
    .option(
      '--region <region,...>',
      "Regions to read, repeatable, or all that are enabled: all (default: AWS_REGION, AWS_DEFAULT_REGION, the profile's)",
      listed,
    )
    .addOption(
      new Option(
        '--since <span>',
        'job history to read: 12h, 90d, 2w, a date such as 2026-08-01, or all; running jobs are always read',
      ).default('90d', '90d'),
    )
    .option('--endpoint-url <url>', 'ask this endpoint instead of AWS', httpUrl)
    .option('--cli-read-timeout <seconds>', 'how long to wait for an answer', seconds('--cli-read-timeout'), 30)
    .option('--cli-connect-timeout <seconds>', 'how long to wait for a connection', seconds('--cli-connect-timeout'), 5);
  return addAccountOptions(live);
}

/** The option for commands that read an account whole. */
export function addCacheOption(command: Command): Command {
  return command.option(
    '--cache <folder>',
    'keep what cannot change (finished jobs, models, configurations) in this folder, and read it from there the next time',
    once('--cache'),
  );
}

/** What a live account told us, and the signal that stopped the telling, if one did. */
export interface Collected {
  readonly inventory: Inventory;
  readonly signal: Signal | null;
}

/** Reads live accounts, with progress on stderr, until they are read or somebody stops it. */
export async function collectLive(
  options: LiveOptions & PlanOptions & StateOptions,
  sections: readonly SectionName[],
  context: Context,
  { probe = false, judging = false }: { readonly probe?: boolean; readonly judging?: boolean } = {},
): Promise<Collected> {
  const { parts } = context;
  const now = (): Date => new Date();
  const planned = await plannedReading(options, judging, context);
  const asked = planned?.request ?? { since: parseSince(options.since, now()), ...(await accountsAsked(options, context)) };
  const connecting = connectRequest(options, context);
  const { state: folder, resume = false } = options;
  refuseResumeAlone(options);
  const state =
    folder === undefined
      ? undefined
      : await (
          await import('./scan-state.ts')
        ).openScanState(folder, askedFor(options, connecting, asked, sections, planned), asked.since, resume, context);
  const memory = options.cache === undefined ? undefined : await openCache(resolve(context.io.cwd(), options.cache), context.io);
  const openRows = await context.openRows();
  const collectInventory = await parts.collector();
  return whileWatched(context, async (stop, progress) => {
    const inventory = await collectInventory({
      ...connecting,
      ...asked,
      ...state,
      sections,
      openRows,
      ...(memory === undefined ? {} : { memory }),
      probe,
      signal: stop,
      onProgress: (state) => progress.update(state),
      now,
    });
    if (state?.isUnfinished() === true)
      say(context.io, `not all was read to its end; what was is kept in ${folder ?? ''}: the same command with --resume goes on`);
    const header = planned === undefined ? inventory.header : { ...inventory.header, plan: planned.part };
    return { inventory: { ...inventory, header }, signal: null };
  });
}

/** What decides what is read, by the names of the options: a scan is continued only with the same. */
function askedFor(
  { since }: LiveOptions,
  { regions, profile, endpointUrl }: Omit<ConnectRequest, 'signal'>,
  { accounts, role }: Pick<CollectRequest, 'accounts' | 'role'>,
  sections: readonly SectionName[],
  planned: PlannedReading | undefined,
): Asked {
  const several = accounts === undefined || 'targets' in accounts ? undefined : accounts;
  return {
    plan: planned?.part ?? null,
    region: planned === undefined ? regions : null,
    since: planned === undefined ? since : null,
    profile: profile ?? null,
    'endpoint URL': endpointUrl ?? null,
    account: several ?? null,
    role: role ?? null,
    'set of checks': [...sections].sort(),
  };
}

/** How AWS is reached, by the options and the environment. */
export function connectRequest(options: LiveOptions, { io }: Context): Omit<ConnectRequest, 'signal'> {
  adaptEnvironment(options, io);
  const maxAttempts = attemptsOf(io.env);
  const caBundle = filled(io.env['AWS_CA_BUNDLE']);
  const profile = filled(io.env['AWS_PROFILE']);
  const configured = regionsOf(io.env);
  return {
    regions: options.region ?? configured,
    ...(configured[0] === undefined ? {} : { askIn: configured[0] }),
    ...(profile === undefined ? {} : { profile }),
    ...(options.endpointUrl === undefined ? {} : { endpointUrl: options.endpointUrl }),
    readTimeoutMs: options.cliReadTimeout * 1_000,
    connectTimeoutMs: options.cliConnectTimeout * 1_000,
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(caBundle === undefined ? {} : { caBundle }),
  };
}

/**
 * Talks to AWS, with progress on stderr, until it is done or somebody stops it.
 *
 * @returns what the work gave, with the signal that stopped it
 */
export async function whileWatched<T extends { readonly signal: Signal | null }>(
  { io, lifetime }: Context,
  work: (stop: AbortSignal, progress: ProgressLine) => Promise<T>,
): Promise<T> {
  const progress = new ProgressLine(io, () => performance.now());
  const timer = setInterval(() => progress.tick(), 1_000);
  timer.unref();
  const onSignal = (name: Signal): void => {
    progress.clear();
    say(io, `${name}: stopping, and keeping what was read so far; once more ends at once`);
  };
  const watched = async (stop: AbortSignal): Promise<T> => {
    try {
      const result = await work(manyListeners(AbortSignal.any([stop, lifetime])), progress);
      return { ...result, signal: signalOf(stop) };
    } catch (error) {
      // Stopped before there was anything to keep: how the stopping came about is of no interest.
      throw signalOf(stop) === null ? error : stop.reason;
    }
  };
  try {
    return await stoppable(io, watched, onSignal);
  } finally {
    clearInterval(timer);
    progress.clear();
  }
}

async function openCache(folder: string, io: Io): Promise<AnswerMemory> {
  const { AnswerCache } = await import('../storage/answer-cache.ts');
  let told = false;
  return new AnswerCache(folder, (message) => {
    // Where one file cannot be written, no other can.
    if (!told) say(io, message);
    told = true;
  });
}

/** Every request in flight listens, dozens of them: more than ten are no leak here. */
function manyListeners(signal: AbortSignal): AbortSignal {
  setMaxListeners(0, signal);
  return signal;
}

/** How often a call is tried, where the environment says so. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
function attemptsOf(env: Io['env']): number | undefined {
  const told = filled(env['AWS_MAX_ATTEMPTS']);
  if (told === undefined) return undefined;
  if (!/^[1-9][0-9]{0,2}$/.test(told))
    throw usageError(`AWS_MAX_ATTEMPTS is ${told}`, 'set it to a number of attempts such as 5, or unset it');
  return Number(told);
}

/** The Region of the environment; none where only the profile can say. */
function regionsOf(env: Io['env']): readonly string[] {
  const fromEnv = filled(env['AWS_REGION']) ?? filled(env['AWS_DEFAULT_REGION']);
  return fromEnv === undefined ? [] : [fromEnv];
}

/**
 * The SDK reads its profile from the environment alone if its endpoint is to come from that profile too; and it writes a warning about Node
 * to stderr, where people read our lines.
 */
function adaptEnvironment({ profile }: LiveOptions, { env }: Io): void {
  if (profile !== undefined) env['AWS_PROFILE'] = profile;
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
