import type { Command } from 'commander';
import type { ExitCode } from '../../core/exit-code.ts';
import type { Context } from '../context.ts';
import { addJudgeOptions, judge, prepareJudging, tell, type JudgeOptions } from '../judging.ts';
import { addCacheOption, addLiveOptions } from '../live.ts';
import { addPlanOptions, refuseMixedPlans } from '../plan-options.ts';
import { sectionsOf } from '../select-checks.ts';
import { parseSince } from '../since.ts';
import { addStateOptions } from '../state-options.ts';
import { addSourceOptions, readSource, refuseMixedSources, type SourceOptions } from '../source.ts';

interface AuditOptions extends SourceOptions, JudgeOptions {}

const examples = `
Examples:
  mlsec audit --demo                                     look at a made-up company
  mlsec audit --profile prod --region eu-west-1,us-east-1
  mlsec audit --org --region all                         every account of the organization, in one report
  mlsec audit -o json=report.json -o sarif=report.sarif  several reports, stdout stays empty
  mlsec audit --inventory account.ndjson --family internet-egress --fail-on medium
  mlsec audit --inventory snapshot/                      a folder of answers of the AWS CLI`;

export function addAuditCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('audit')
    .summary('audit accounts: live, saved, or the bundled demo')
    .description('Reads accounts (only reads), judges the network security of everything SageMaker runs there, and reports.');
  addJudgeOptions(addStateOptions(addPlanOptions(addSourceOptions(addCacheOption(addLiveOptions(command))))))
    .addHelpText('after', examples)
    .action(async (_options: unknown, self: Command) => {
      refuseMixedSources(self, context);
      refuseMixedPlans(self);
      done(await audit(self.optsWithGlobals(), context));
    });
}

async function audit(options: AuditOptions, context: Context): Promise<ExitCode> {
  parseSince(options.since, new Date());
  const judging = await prepareJudging(options, options.inventory === undefined ? [] : [options.inventory], context);
  const { inventory, signal } = await readSource(options, sectionsOf(judging.checks), context);
  const report = await judge(inventory, judging, options, context.version);
  return tell(report, judging, options, { signal, interrupted: inventory.header.interrupted }, context);
}
