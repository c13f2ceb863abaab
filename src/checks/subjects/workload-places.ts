import type { Gap } from '../../core/gap.ts';
import type { Doubt } from '../../network/doubt.ts';
import { placedOrigin, type Origin } from '../../network/origin.ts';
import type { Workload, WorkloadPlacement } from '../../workloads/workload.ts';
import type { NetworkAt } from './network-at.ts';

/** One subnet in which a workload's code may run, as the network sees it. */
export interface WorkloadPlace {
  readonly origin: Origin;
  readonly placement: WorkloadPlacement;
  readonly subnetId: string;
}

/** Every place of a workload, and why there may be others. */
export interface WorkloadPlaces {
  readonly places: readonly WorkloadPlace[];
  readonly gaps: readonly Gap[];
  readonly doubts: readonly Doubt[];
}

/**
 * Where a workload's own code runs in VPCs of the customer's: an isolated container is nowhere.
 *
 * @param what `code`, or `transfers` for what SageMaker itself moves for the workload, which isolation does not stop
 */
export function workloadPlaces(
  { network, place }: NetworkAt,
  { connections, placements }: Workload,
  what: 'code' | 'transfers',
): WorkloadPlaces {
  const gaps: Gap[] = [];
  const doubts: Doubt[] = [];
  const places: WorkloadPlace[] = [];
  const add = (placement: WorkloadPlacement, dualStack: boolean): void => {
    for (const subnetId of placement.subnetIds) {
      const origin = placedOrigin(network, place, subnetId, placement.securityGroupIds, dualStack);
      if (origin.value === undefined) doubts.push(origin.doubt);
      else places.push({ origin: origin.value, placement, subnetId });
    }
  };
  if (what === 'transfers') {
    for (const placement of placements) {
      if (placement.known) add(placement.value, false);
      else gaps.push(placement.gap);
    }
    return { places, gaps, doubts };
  }
  for (const connection of connections) {
    if (!connection.known) gaps.push(connection.gap);
    else if (connection.value.kind === 'vpc') add(connection.value.placement, connection.value.dualStack);
    else if (connection.value.kind === 'unknown') {
      const { ground, reason } = connection.value;
      doubts.push({ code: 'DANGLING', object: ground.of, settledBy: `where it runs: ${reason}`, gap: undefined });
    }
  }
  return { places, gaps, doubts };
}
