import { Option, type Command } from 'commander';
import { setMaxListeners } from 'node:events';
import { resolve } from 'node:path';
import type { AnswerMemory } from '../collectors/answer-memory.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { SectionName } from '../inventory/sections.ts';
import type { Context } from './context.ts';
import type { Io, Signal } from './io.ts';
import { httpUrl, listed, once, seconds } from './option-values.ts';
import { ProgressLine } from './progress.ts';
import { say } from './say.ts';
import { signalOf, stoppable } from './signals.ts';
import { parseSince } from './since.ts';
import { usageError } from './usage-error.ts';

/** The options that say which account is read, and how; named as in the AWS CLI. */
export interface LiveOptions {
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
] as const satisfies readonly (keyof LiveOptions)[];

export function addLiveOptions(command: Command): Command {
  return command
    .optionsGroup('Account:')
    .option('--profile <name>', 'profile of the shared AWS files', once('--profile', 'mlsec audits one account at a time'))
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

/** Reads a live account, with progress on stderr, until it is read or somebody stops it. */
export async function collectLive(
  options: LiveOptions,
  sections: readonly SectionName[],
  context: Context,
  { probe = false }: { readonly probe?: boolean } = {},
): Promise<Collected> {
  const { io, parts, lifetime } = context;
  const now = (): Date => new Date();
  const since = parseSince(options.since, now());
  adaptEnvironment(options, io);
  const maxAttempts = attemptsOf(io.env);
  const caBundle = filled(io.env['AWS_CA_BUNDLE']);
  const profile = filled(io.env['AWS_PROFILE']);
  const configured = regionsOf(io.env);
  const memory = options.cache === undefined ? undefined : await openCache(resolve(io.cwd(), options.cache), io);
  const collectInventory = await parts.collector();

  const progress = new ProgressLine(io, () => performance.now());
  const timer = setInterval(() => progress.tick(), 1_000);
  timer.unref();
  const onSignal = (name: Signal): void => {
    progress.clear();
    say(io, `${name}: stopping, and keeping what was read so far; once more ends at once`);
  };
  const work = async (stop: AbortSignal): Promise<Collected> => {
    try {
      const inventory = await collectInventory({
        regions: options.region ?? configured,
        ...(configured[0] === undefined ? {} : { askIn: configured[0] }),
        ...(profile === undefined ? {} : { profile }),
        sections,
        openRows: await context.openRows(),
        since,
        ...(memory === undefined ? {} : { memory }),
        probe,
        ...(options.endpointUrl === undefined ? {} : { endpointUrl: options.endpointUrl }),
        readTimeoutMs: options.cliReadTimeout * 1_000,
        connectTimeoutMs: options.cliConnectTimeout * 1_000,
        ...(maxAttempts === undefined ? {} : { maxAttempts }),
        ...(caBundle === undefined ? {} : { caBundle }),
        signal: manyListeners(AbortSignal.any([stop, lifetime])),
        onProgress: (state) => progress.update(state),
        now,
      });
      return { inventory, signal: signalOf(stop) };
    } catch (error) {
      // Stopped before there was anything to keep: how the stopping came about is of no interest.
      throw signalOf(stop) === null ? error : stop.reason;
    }
  };
  try {
    return await stoppable(io, work, onSignal);
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
