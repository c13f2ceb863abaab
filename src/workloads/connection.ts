import type { JsonValue } from '../core/json-value.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { WorkloadPlacement } from './workload.ts';

/** What makes a workload's code connected, or not, to a network: which answer says so. */
export interface ConnectionGround {
  /** The API action that answered. */
  readonly source: string;
  /** Where in its answer. */
  readonly path: string;
  /** What stood there; null for nothing. */
  readonly value: JsonValue;
  /** The name of the object that says so: the workload itself, or the model behind an endpoint. */
  readonly of: string;
}

/**
 * One way in which a workload's code is connected to a network.
 *
 * - `isolated`: not at all, by network isolation;
 * - `service-network`: to a network of SageMaker's own that leads to the internet, past every VPC, route, group and ACL of the customer's;
 * - `service-registries`: to a network of SageMaker's own that leads to container registries of trusted accounts only;
 * - `vpc`: to a VPC of the customer's, by an interface;
 * - `unknown`: nobody can say, although every read succeeded.
 */
export type Connection =
  | { readonly kind: 'isolated' | 'service-network' | 'service-registries'; readonly ground: ConnectionGround }
  | { readonly kind: 'unknown'; readonly ground: ConnectionGround; readonly reason: string }
  | { readonly kind: 'vpc'; readonly ground: ConnectionGround; readonly placement: WorkloadPlacement; readonly dualStack: boolean };

/** The connections that placements are. */
export function vpcConnections(placements: readonly Fact<WorkloadPlacement>[], dualStack = false): readonly Fact<Connection>[] {
  return placements.map((placement): Fact<Connection> => {
    if (!placement.known) return missing(placement.gap);
    const { source, subnetsPath: path, subnetIds, of } = placement.value;
    return known({ kind: 'vpc', ground: { source, path, value: [...subnetIds], of }, placement: placement.value, dualStack });
  });
}

/**
 * The connections that placements are, by the IpAddressType of what is placed: IPv4 alone unless it says otherwise.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html#sagemaker-CreateNotebookInstance-request-IpAddressType
 */
export function addressedConnections(
  placements: readonly Fact<WorkloadPlacement>[],
  type: string | undefined,
  origin: Omit<ConnectionGround, 'value'>,
): readonly Fact<Connection>[] {
  if (placements.length === 0 || type === undefined || type === 'ipv4') return vpcConnections(placements);
  if (type === 'dualstack') return vpcConnections(placements, true);
  return [
    known({ kind: 'unknown', ground: { ...origin, value: type }, reason: `IpAddressType is ${type}, which this version does not know` }),
  ];
}
