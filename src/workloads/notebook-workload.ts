import type { Fact } from '../inventory/fact.ts';
import { known, missing } from '../inventory/fact.ts';
import type { NotebookInstance, NotebookInstanceDetail } from '../inventory/sections/notebook-instances.ts';
import type { Where } from './where.ts';
import type { Lifecycle, Workload, WorkloadPlacement } from './workload.ts';

const source = 'sagemaker:DescribeNotebookInstance';

/** A notebook instance: in the one subnet it names, or in none. */
export function notebookWorkload(notebook: NotebookInstance, where: Where): Workload {
  return {
    kind: 'notebook',
    resource: notebookResource(notebook, where),
    lifecycle: lifecycleOf(notebook.summary.NotebookInstanceStatus),
    placements: placementsOf(notebook.detail),
    unresolved: [],
  };
}

/** The notebook instance as the resource of a finding. */
export function notebookResource({ summary }: NotebookInstance, { account, region }: Where) {
  return {
    type: 'AWS::SageMaker::NotebookInstance',
    name: summary.NotebookInstanceName ?? '',
    arn: summary.NotebookInstanceArn ?? '',
    account,
    region,
  };
}

function placementsOf(detail: Fact<NotebookInstanceDetail>): readonly Fact<WorkloadPlacement>[] {
  if (!detail.known) return [missing(detail.gap)];
  const { SubnetId, SecurityGroups, NotebookInstanceName } = detail.value;
  if (SubnetId === undefined) return [];
  const [ids, of] = [SecurityGroups ?? [], NotebookInstanceName ?? ''];
  return [
    known({
      subnetIds: [SubnetId],
      securityGroupIds: ids,
      source,
      subnetsPath: 'SubnetId',
      of,
      groupsFrom: [{ ids, source, path: 'SecurityGroups', of }],
    }),
  ];
}

function lifecycleOf(status: string | undefined): Lifecycle {
  return status === 'Stopped' || status === 'Failed' ? 'stopped' : 'running';
}
