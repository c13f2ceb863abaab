import type { Command } from 'commander';
import type { AnyCheck } from '../../checks/check.ts';
import type { TriedAction } from '../../collectors/tried-actions.ts';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { sectionNames } from '../../inventory/sections.ts';
import { safeText } from '../../reporters/escape.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addLiveOptions, collectLive, type LiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { knownFormat } from '../outputs.ts';
import { paintFor } from '../paint.ts';
import { say } from '../say.ts';
import { sectionsOf } from '../select-checks.ts';
import { drawingFor } from '../terminal.ts';
import { wrapped } from '../wrapped.ts';
import { writeStream } from '../write-stream.ts';

interface DoctorOptions extends LiveOptions, GlobalOptions {
  readonly format?: string;
}

/** What the doctor found; also its JSON. */
interface Diagnosis {
  readonly caller: string;
  readonly account: string;
  /** Every account that was tried. */
  readonly accounts: readonly string[];
  /** Those that could not be entered, with the reason. */
  readonly closed: readonly { readonly account: string; readonly operation: string; readonly code: string; readonly message: string }[];
  readonly partition: string;
  readonly regions: readonly string[];
  /** Null where AWS did not say. */
  readonly enabledRegions: readonly string[] | null;
  readonly actions: readonly {
    readonly action: string;
    /** The permission that allows it, which IAM may call otherwise. */
    readonly permission: string;
    readonly outcome: TriedAction['outcome'];
    /** Does another call answer in its stead, so that an audit is complete without it? */
    readonly replaceable: boolean;
    readonly code: string | null;
    readonly message: string | null;
    /** The first place where it failed. */
    readonly inAccount: string | null;
    readonly region: string | null;
    /** The checks whose verdicts become unknown without it. */
    readonly checks: readonly string[];
  }[];
}

export function addDoctorCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('doctor')
    .summary('try which permissions the credentials have')
    .description(
      'Calls every action that an audit may call once (only reads), and says which permissions are missing and what stays unknown.',
    );
  addLiveOptions(command)
    .optionsGroup('Output:')
    .option('-f, --format <format>', 'terminal or json', once('--format'))
    .action(async (_options: unknown, self: Command) => done(await diagnose(self.optsWithGlobals(), context)));
}

async function diagnose(options: DoctorOptions, context: Context): Promise<ExitCode> {
  const { io, parts } = context;
  const format = knownFormat(options.format ?? 'terminal', ['terminal', 'json']);
  const { inventory } = await collectLive(options, sectionNames, context, { probe: true });
  const { triedActions } = await parts.permissions();
  const diagnosis = diagnosisOf(inventory, triedActions(inventory.sections), await parts.checks());
  if (format === 'json') await writeStream(io.stdout, [`${JSON.stringify(diagnosis, undefined, 2)}\n`]);
  else {
    const { color, width } = drawingFor(io, options.color);
    await writeStream(io.stdout, page(diagnosis, width, paintFor(color)));
  }
  const ill = diagnosis.actions.filter(isIll).length;
  const shut = diagnosis.closed.length;
  if (ill === 0 && shut === 0) return exitCode.clean;
  const why = [
    ...(shut === 0 ? [] : [`${shut} of ${diagnosis.accounts.length} accounts could not be entered`]),
    ...(ill === 0 ? [] : [`${ill} of ${diagnosis.actions.length} calls did not succeed`]),
  ];
  say(io, `exit ${exitCode.incomplete}: ${why.join(', ')}; an audit would be incomplete`);
  return exitCode.incomplete;
}

function diagnosisOf({ header, sections }: Inventory, tried: readonly TriedAction[], checks: readonly AnyCheck[]): Diagnosis {
  const caller = sections.find((record) => record.section === 'callerIdentity' && record.fact.known);
  const enabled = sections.find((record) => record.section === 'enabledRegions');
  return {
    caller: (caller?.section === 'callerIdentity' && caller.fact.known ? caller.fact.value[0]?.Arn : undefined) ?? '',
    account: header.accounts[0] ?? '',
    accounts: header.accounts,
    closed: closedIn(sections),
    partition: header.partition,
    regions: header.regions,
    enabledRegions:
      enabled?.section === 'enabledRegions' && enabled.fact.known
        ? enabled.fact.value.flatMap(({ RegionName }) => RegionName ?? []).sort()
        : null,
    actions: tried.map(({ action, permission, outcome, gap, replaceable, sections: hidden }) => ({
      action,
      permission,
      outcome,
      replaceable,
      code: gap?.code ?? null,
      message: gap?.message ?? null,
      inAccount: gap?.account ?? null,
      region: gap?.region ?? null,
      checks: checks.filter((check) => sectionsOf([check]).some((section) => hidden.includes(section))).map(({ id }) => id),
    })),
  };
}

/** An account that could not be entered has its identity missing. */
function closedIn(sections: Inventory['sections']): Diagnosis['closed'] {
  const gaps = sections.flatMap(({ section, fact }) => (section === 'callerIdentity' && !fact.known ? [fact.gap] : []));
  const first = new Map(gaps.map((gap) => [gap.account, gap]));
  return [...first.values()].map(({ account, operation, code, message }) => ({ account, operation, code, message }));
}

const words = { allowed: 'ok', refused: 'refused', failed: 'failed', untried: 'untried' } as const;

function isIll({ outcome, replaceable }: Pick<TriedAction, 'outcome' | 'replaceable'>): boolean {
  return (outcome === 'refused' || outcome === 'failed') && !replaceable;
}

function* page(diagnosis: Diagnosis, width: number, paint: ReturnType<typeof paintFor>): Generator<string, void> {
  const { caller, accounts, closed, partition, regions, enabledRegions, actions } = diagnosis;
  const several = accounts.length > 1 || closed.length > 0;
  yield fact('Caller', safeText(caller), width);
  if (several) yield fact('Accounts', accounts.join(', '), width);
  yield fact('Partition', partition, width);
  yield fact('Regions', regions.join(', '), width);
  yield fact('Enabled', enabledRegions === null ? 'AWS did not say' : enabledRegions.join(', '), width);
  for (const { account, operation, code, message } of closed) {
    yield `\n  ${paint.strong('closed')}   ${account}  ${operation}: ${safeText(code)}\n${indented(safeText(message), width)}`;
  }
  yield '\n';
  for (const { outcome, code, inAccount, region, replaceable, ...tried } of actions) {
    const action = labelOf(tried);
    const word = words[outcome].padEnd(9);
    const colored = outcome === 'refused' || outcome === 'failed' ? paint.strong(word) : outcome === 'untried' ? paint.faint(word) : word;
    const dearer = replaceable ? '; others answer, with a call for each' : '';
    const why =
      outcome === 'untried'
        ? 'nothing known to ask about'
        : code === null
          ? ''
          : `${safeText(code)} in ${several ? `${inAccount} ` : ''}${region}${dearer}`;
    const fits = 11 + action.length + 2 + why.length <= width;
    yield `  ${colored}${action}${why === '' ? '' : fits ? `  ${paint.faint(why)}` : `\n           ${paint.faint(why)}`}\n`;
  }
  const ill = actions.filter(isIll);
  if (ill.length === 0 && closed.length > 0) return;
  if (ill.length === 0) {
    yield `\nEverything that ${actions.some(({ code }) => code !== null) ? 'an audit needs' : 'could be tried'} is allowed.\n`;
    return;
  }
  yield `\n${paint.strong(ill.length === 1 ? '1 call did not succeed' : `${ill.length} calls did not succeed`)}\n`;
  for (const { message, checks, ...tried } of ill) {
    const lost = checks.length === 0 ? 'no check needs it' : `unknown without it: ${checks.join(', ')}`;
    yield `\n  ${labelOf(tried)}\n${indented(safeText(message ?? ''), width)}${indented(lost, width)}`;
  }
  yield `\n${wrapped('`mlsec policy` prints a policy with every permission of an audit.', width)}\n`;
}

/** The permission, and the call, where its name tells more. */
function labelOf({ action, permission }: Pick<Diagnosis['actions'][number], 'action' | 'permission'>): string {
  return action === permission ? action : `${permission} (${action.split(':')[1] ?? ''})`;
}

function fact(name: string, value: string, width: number): string {
  const [first = '', ...rest] = wrapped(value, Math.max(20, width - 11)).split('\n');
  return [`${name.padEnd(11)}${first}`, ...rest.map((line) => ' '.repeat(11) + line)].map((line) => `${line}\n`).join('');
}

function indented(text: string, width: number): string {
  if (text === '') return '';
  return wrapped(text, Math.max(20, width - 4))
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
}
