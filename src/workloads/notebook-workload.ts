import type { Fact } from '../inventory/fact.ts';
import { known, missing } from '../inventory/fact.ts';
import type { NotebookInstance, NotebookInstanceDetail } from '../inventory/sections/notebook-instances.ts';
import { addressedConnections, type Connection } from './connection.ts';
import type { Where } from './where.ts';
import type { Lifecycle, Workload, WorkloadPlacement } from './workload.ts';

const source = 'sagemaker:DescribeNotebookInstance';

/** A notebook instance: in the one subnet it names, or in none. */
export function notebookWorkload(notebook: NotebookInstance, where: Where): Workload {
  const placements = placementsOf(notebook.detail);
  return {
    kind: 'notebook',
    resource: notebookResource(notebook, where),
    isolation: [],
    lifecycle: lifecycleOf(notebook.summary.NotebookInstanceStatus),
    placements,
    unresolved: [],
    connections: connectionsOf(notebook.detail, placements),
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

/**
 * With direct internet access a notebook has an interface of SageMaker's own beside the one in its subnet, and everything that is not for the
 * VPC leaves by it. https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
 */
function connectionsOf(detail: Fact<NotebookInstanceDetail>, placements: readonly Fact<WorkloadPlacement>[]): readonly Fact<Connection>[] {
  if (!detail.known) return [missing(detail.gap)];
  const { DirectInternetAccess, IpAddressType, NotebookInstanceName } = detail.value;
  const of = NotebookInstanceName ?? '';
  const inVpc = addressedConnections(placements, IpAddressType, { source, path: 'IpAddressType', of });
  const direct: string = DirectInternetAccess ?? 'Enabled';
  if (direct === 'Disabled') return inVpc;
  const ground = { source, path: 'DirectInternetAccess', value: DirectInternetAccess ?? null, of };
  if (direct === 'Enabled') return [known({ kind: 'service-network', ground }), ...inVpc];
  return [known({ kind: 'unknown', ground, reason: `DirectInternetAccess is ${direct}, which this version does not know` }), ...inVpc];
}

function lifecycleOf(status: string | undefined): Lifecycle {
  return status === 'Stopped' || status === 'Failed' ? 'stopped' : 'running';
}
