import type { Gap } from '../../core/gap.ts';
import type { Workload } from '../../workloads/workload.ts';

/** What the most demanding user of a subnet takes from it. */
export interface SubnetNeed {
  readonly addresses: number;
  /** Whose need it is. */
  readonly user: string;
  readonly users: number;
}

/** An app of Studio takes two to four addresses. https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html */
const perStudioUser = 4;
/** An instance that trains, processes or serves takes two. https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html */
const perInstance = 2;

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
      const addresses = Math.ceil(addressesOf(workload) / Math.max(1, subnetIds.length));
      for (const id of subnetIds) {
        const known = needs.get(id) ?? { addresses: 0, user: '', users: 0 };
        const users = known.users + 1;
        needs.set(id, addresses > known.addresses ? { addresses, user: workload.resource.name, users } : { ...known, users });
      }
    }
  }
  return { needs, hidden: [...hidden.values()] };
}

function addressesOf({ kind, traffic = [] }: Workload): number {
  if (kind === 'domain' || kind === 'user-profile') return perStudioUser;
  if (kind === 'notebook') return 1;
  const counts = traffic.map((part) => (part.known ? (part.value.instances.value ?? 1) : 1));
  return perInstance * Math.max(1, ...counts);
}
