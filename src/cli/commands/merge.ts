import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { ExitCode } from '../../core/exit-code.ts';
import type { Report } from '../../core/report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { assertWhole } from '../assert-whole.ts';
import type { Context } from '../context.ts';
import { addJudgeOptions, judge, prepareJudging, tell, type JudgeOptions } from '../judging.ts';
import { loadParts } from '../load-parts.ts';
import { mergeableReports } from '../mergeable-reports.ts';
import { once } from '../option-values.ts';
import type { SavedPlan } from '../plan-file.ts';
import { readText } from '../read-text.ts';
import { assertNotInput } from '../same-file.ts';
import { saveInventory } from '../save-inventory.ts';
import { usageError } from '../usage-error.ts';

interface MergeOptions extends JudgeOptions {
  readonly plan?: string;
  readonly save?: string;
}

const examples = `
Examples:
  mlsec merge shards/ --plan plan.json -o sarif=mlsec.sarif   everything in a folder
  mlsec merge shard-1.json shard-2.json -f json               reports of parts, as one report`;

export function addMergeCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('merge')
    .summary('put the parts of a plan together, and judge the whole')
    .description(
      'Takes what `collect --plan` saved, judges it as one estate, and reports as `audit` does. Takes what `audit --plan -f json` reported, too, ' +
        'where each report holds whole accounts; what leads from one of these into another stays unknown. Refuses parts of another plan, ' +
        'parts given twice, and a plan of which a part is missing.',
    )
    .argument('<part...>', 'inventories, or JSON reports, or folders of either')
    .optionsGroup('Parts:')
    .option('--plan <path>', 'the plan, to be sure that it is this one and to name what is missing', once('--plan'))
    .option('--save <path>', 'also save the merged inventory, for `mlsec audit --inventory`', once('--save'));
  addJudgeOptions(command)
    .addHelpText('after', examples)
    .action(async (files: readonly string[], _options: unknown, self: Command) =>
      done(await merge(files, self.optsWithGlobals(), context)),
    );
}

async function planOf(path: string | undefined, { io }: Context): Promise<SavedPlan | undefined> {
  if (path === undefined) return undefined;
  const { parsePlan } = await import('../plan-file.ts');
  return parsePlan(await readText(path, io), path);
}

async function merge(files: readonly string[], options: MergeOptions, context: Context): Promise<ExitCode> {
  const { io, version } = context;
  const judging = await prepareJudging(options, files, context);
  const save = options.save === undefined ? undefined : resolve(io.cwd(), options.save);
  if (save !== undefined) {
    for (const file of files) assertNotInput([save], file, io.cwd());
    const { assertWritable } = await import('../output-file.ts');
    await assertWritable(save);
  }
  const plan = await planOf(options.plan, context);
  const parts = await loadParts(files, context);

  if (parts.kind === 'inventories') {
    assertWhole(
      parts.files.map(({ name, inventory }) => ({ name, part: inventory.header.plan })),
      plan,
    );
    const { mergeInventories } = await import('../../inventory/merge-inventories.ts');
    const inventory: Inventory = mergeInventories(parts.files.map((file) => file.inventory));
    if (save !== undefined) await saveInventory(save, inventory, context);
    const report = await judge(inventory, judging, options, version);
    return tell(report, judging, options, { signal: null, interrupted: inventory.header.interrupted }, context);
  }

  if (save !== undefined) throw usageError('--save has no effect on reports', 'merge inventories: mlsec collect --plan');
  if (options.check !== undefined || options.family !== undefined) {
    throw usageError(
      '--check and --family have no effect on reports',
      'these were judged already; merge inventories: mlsec collect --plan',
    );
  }
  assertWhole(
    parts.files.map(({ name, report }) => ({ name, part: report.scope.plan })),
    plan,
  );
  const { mergeReports } = await import('../../engine/merge-reports.ts');
  const report: Report = mergeReports(mergeableReports(parts.files));
  return tell(report, judging, options, { signal: null, interrupted: !report.scope.complete && report.gaps.length === 0 }, context);
}
