import type { Gap } from '../../core/gap.ts';
import { perInstance, trainingAddresses, type AddressRange } from '../../workloads/instance-addresses.ts';
import type { ClusterTraffic, Workload } from '../../workloads/workload.ts';

/** What the most demanding users of a subnet take from it. */
export interface SubnetNeed {
  /** What one of them takes at least. */
  readonly least: Demand;
  /** What one of them may take, where nobody says for certain. */
  readonly most: Demand;
  readonly users: number;
}

/** A number of addresses, and whose need it is. */
interface Demand {
  readonly addresses: number;
  readonly user: string;
}

/** An app of Studio takes two to four addresses. https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html */
const perStudioUser = 4;

/**
 * How many free addresses the next run, the next deployment or the next user needs in each subnet: what has several subnets spreads over them.
 * A deployment of an endpoint moves to new instances before the old ones go.
 */
export function subnetNeeds(workloads: Iterable<Workload>): {
  readonly needs: ReadonlyMap<string, SubnetNeed>;
  readonly hidden: readonly Gap[];
} {
  const needs = new Map<string, SubnetNeed>();
  const hidden = new Map<string, Gap>();
  for (const workload of workloads) {
    for (const placement of workload.placements) {
      if (!placement.known) {
        hidden.set(placement.gap.operation, placement.gap);
        continue;
      }
      const { subnetIds } = placement.value;
      const range = addressesOf(workload);
      const spread = (addresses: number): Demand => ({
        addresses: Math.ceil(addresses / Math.max(1, subnetIds.length)),
        user: workload.resource.name,
      });
      for (const id of subnetIds) {
        const { least = nobody, most = nobody, users = 0 } = needs.get(id) ?? {};
        needs.set(id, { least: larger(least, spread(range.least)), most: larger(most, spread(range.most)), users: users + 1 });
      }
    }
  }
  return { needs, hidden: [...hidden.values()] };
}

const nobody: Demand = { addresses: 0, user: '' };

function larger(one: Demand, other: Demand): Demand {
  return other.addresses > one.addresses ? other : one;
}

function addressesOf({ kind, traffic = [] }: Workload): AddressRange {
  if (kind === 'domain' || kind === 'user-profile') return certain(perStudioUser);
  if (kind === 'notebook') return certain(1);
  const runs = traffic.flatMap((part) => (part.known ? rangesOf(part.value) : []));
  return {
    least: Math.max(perInstance, ...runs.map(({ least }) => least)),
    most: Math.max(perInstance, ...runs.map(({ most }) => most)),
  };
}

/** Of several fleets any one may be used. */
function rangesOf({ fleets, instances }: ClusterTraffic): readonly AddressRange[] {
  return fleets === undefined ? [certain(perInstance * (instances.value ?? 1))] : fleets.map(trainingAddresses);
}

function certain(addresses: number): AddressRange {
  return { least: addresses, most: addresses };
}
