import { known, missing, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { workloadsOf, type PlacementFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { usersBy, type Users } from './users-by.ts';

/** A VPC in which workloads run. */
export interface UsedVpc {
  readonly vpcId: string;
  /** The account that owns it, and alone sees all that is in it. */
  readonly owner: string;
  readonly users: Users;
  /** The subnets that they may run in. */
  readonly used: readonly string[];
}

/** The VPCs of all workloads, each once; and a missing fact for every workload whose VPC could not be read. */
export function* vpcSubjects(
  facts: Partial<PlacementFacts> & { readonly subnets: Fact<readonly Subnet[]>; readonly scope: Scope },
): Generator<Fact<Subject<UsedVpc>>, void> {
  const { scope, subnets } = facts;
  const owners = new Map<string, string>();
  const usedSubnets = new Map<string, Set<string>>();
  const { users, hidden } = usersBy(workloadsOf(facts, scope), ({ subnetIds, source, subnetsPath, of }) => {
    if (!subnets.known) return missing(subnets.gap);
    const rows = indexBy(subnets.value, subnetIdOf);
    return known(
      subnetIds.flatMap((subnetId) => {
        const { VpcId, OwnerId } = rows.get(subnetId) ?? {};
        // A subnet that is gone leads to no VPC; the placement check tells of it.
        if (VpcId === undefined) return [];
        owners.set(VpcId, OwnerId ?? scope.account);
        usedSubnets.set(VpcId, (usedSubnets.get(VpcId) ?? new Set<string>()).add(subnetId));
        return [{ key: VpcId, source, path: subnetsPath, of, value: subnetId }];
      }),
    );
  });
  yield* hidden;
  for (const [vpcId, usedBy] of users) {
    const owner = owners.get(vpcId) ?? scope.account;
    const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:vpc/${vpcId}`;
    yield known({
      resource: { type: 'AWS::EC2::VPC', name: vpcId, arn, account: scope.account, region: scope.region },
      about: { vpcId, owner, users: usedBy, used: [...(usedSubnets.get(vpcId) ?? [])].sort() },
    });
  }
}

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
