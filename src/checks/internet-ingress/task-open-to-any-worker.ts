import type { Evidence } from '../../core/evidence.ts';
import { known, missing, need, type Fact, type Known } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Workforce } from '../../inventory/sections/workforces.ts';
import type { Workteam } from '../../inventory/sections/workteams.ts';
import { labelingJobWorkload } from '../../workloads/labeling-job-workload.ts';
import { finishedWords } from '../../core/job-run.ts';
import { defineCheck, type Subject } from '../check.ts';
import { workforceSources } from '../subjects/workforce-sources.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';

/** A task for people: to whom it is given, and where that stood. */
interface Task {
  readonly team: Fact<string | undefined>;
  readonly source: string;
  readonly path: string;
  readonly finished: boolean;
}

const sections = ['flowDefinitions', 'labelingJobs'] as const;

export default defineCheck({
  id: 'task-open-to-any-worker',
  title: 'People anywhere are shown what a task holds',
  severity: 'medium',
  family: 'internet-ingress',
  requirements: ['ING-7'],
  controls: [],
  description:
    'A labeling job, or a flow that has people review what a model is unsure of, shows its data to whoever works for its team. The public crowd is Amazon ' +
    'Mechanical Turk: anybody, anywhere, and no address can be named. A private team is as open as its workforce, whose workers sign in from anywhere unless ' +
    'SourceIpConfig names their addresses. From where the workers of a vendor sign in, AWS does not say.',
  remediation:
    'Neither can be changed in place: create a new flow definition, or the next labeling job, with the ARN of a private team, and delete the old one. The ' +
    'addresses of a private workforce are named in place: `aws sagemaker update-workforce --source-ip-config Cidrs=…`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-management-public.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HumanLoopConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SourceIpConfig.html',
  ],
  needs: sections,
  consults: [...sections, 'workteams', 'workforces'],
  *resources({ flowDefinitions, labelingJobs, scope }): Generator<Known<Subject<Task>>, void> {
    const { account, region } = scope;
    for (const { summary, detail } of rowsToName(flowDefinitions)) {
      const { FlowDefinitionName: name = '', FlowDefinitionArn: arn = '' } = summary;
      const team = detail.known ? known(detail.value.HumanLoopConfig?.WorkteamArn) : missing<undefined>(detail.gap);
      const about = { team, source: 'sagemaker:DescribeFlowDefinition', path: 'HumanLoopConfig.WorkteamArn', finished: false };
      yield known({ resource: { type: 'AWS::SageMaker::FlowDefinition', name, arn, account, region }, about });
    }
    for (const job of rowsToName(labelingJobs)) {
      const workload = labelingJobWorkload(job, scope);
      const team = job.detail.known ? known(job.detail.value.HumanTaskConfig?.WorkteamArn) : missing<undefined>(job.detail.gap);
      const finished = workload.lifecycle === 'finished';
      const about = { team, source: 'sagemaker:DescribeLabelingJob', path: 'HumanTaskConfig.WorkteamArn', finished };
      yield known({ ...workloadSubject(workload).value, about });
    }
  },
  evaluate(task, { workteams, workforces }) {
    const arn = need(task.team);
    const evidence: Evidence = { source: task.source, path: task.path, value: arn ?? null };
    const suffix = task.finished ? finishedWords : '';
    const crowd = /:workteam\/([a-z]+)-crowd\//.exec(arn ?? '')?.[1];
    if (crowd === 'public') return fail(`the task is given to the public crowd, anybody anywhere${suffix}`, [evidence]);
    if (crowd === 'vendor') return unknown('AWS does not say from where the workers of the vendor sign in', [evidence]);
    if (crowd === 'private') return privateVerdict(arn ?? '', evidence, need(workteams), workforces, suffix);
    return unknown(arn === undefined ? 'AWS named no team' : 'this version does not know teams of this kind', [evidence]);
  },
});

function privateVerdict(
  arn: string,
  evidence: Evidence,
  workteams: readonly Workteam[],
  workforces: Fact<readonly Workforce[]>,
  suffix: string,
): Verdict {
  const team = indexBy(workteams, teamArn).get(arn);
  if (team === undefined) return unknown('the team does not exist any more', [evidence]);
  const workforce = indexBy(need(workforces), workforceArn).get(team.WorkforceArn ?? '');
  if (workforce === undefined) return unknown('AWS did not say of which workforce the team is', [evidence]);
  const sources = workforceSources(workforce);
  const through = `workers of ${workforce.WorkforceName ?? ''}`;
  if (sources.kind === 'narrow')
    return pass(`${through}, who see the task, sign in from named addresses only`, [evidence, sources.evidence]);
  if (sources.kind === 'unreadable') {
    return unknown(`some of the addresses of ${through} are no blocks that this version can read`, [evidence, sources.evidence]);
  }
  return fail(`${through}, who see the task, sign in from any address${suffix}`, [evidence, sources.evidence]);
}

const teamArn = ({ WorkteamArn }: Workteam): string | undefined => WorkteamArn;
const workforceArn = ({ WorkforceArn }: Workforce): string | undefined => WorkforceArn;
