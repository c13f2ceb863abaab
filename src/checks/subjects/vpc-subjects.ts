import type { Gap } from '../../core/gap.ts';
import { known, missing, MissingFact, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { Remembered } from '../../inventory/remembered.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { placementFacts, placementSections, workloadsOf, type PlacementFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { usersBy, type Users } from './users-by.ts';

/** Where workloads may run that are alike to the network: one subnet, and one set of groups. */
export interface PlacementClass {
  readonly subnetId: string;
  readonly groupIds: readonly string[];
}

/** A VPC in which workloads run. */
export interface UsedVpc {
  readonly vpcId: string;
  /** The account that owns it, and alone sees all that is in it. */
  readonly owner: string;
  readonly users: Users;
  /** The subnets that they may run in. */
  readonly used: readonly string[];
  /** The same with their groups, each once. */
  readonly classes: readonly PlacementClass[];
  /** Why there may be more workloads in it than these. */
  readonly hidden: Gap | undefined;
}

/**
 * Said before a verdict that others could overturn: no workload may be hidden.
 *
 * @throws MissingFact
 */
export function needAllWorkloads({ hidden }: Pick<UsedVpc, 'hidden'>): void {
  if (hidden !== undefined) throw MissingFact.of(hidden);
}

type VpcFacts = Partial<PlacementFacts> & { readonly subnets: Fact<readonly Subnet[]>; readonly scope: Scope };

const kept = new Remembered<readonly Fact<Subject<UsedVpc>>[]>();
const absent = {};

/**
 * The VPCs of all workloads, each once; and a missing fact for every workload whose VPC could not be read. Many checks ask for those of the same
 * facts, which are gone through once.
 */
export function vpcSubjects(facts: VpcFacts): readonly Fact<Subject<UsedVpc>>[] {
  const read = placementFacts.map((section) => facts[section] ?? absent);
  return kept.of([facts.subnets, facts.scope, ...read], () => [...subjectsOf(facts)]);
}

function* subjectsOf(facts: VpcFacts): Generator<Fact<Subject<UsedVpc>>, void> {
  const { scope, subnets } = facts;
  const owners = new Map<string, string>();
  const usedSubnets = new Map<string, Set<string>>();
  const classes = new Map<string, Map<string, PlacementClass>>();
  const { users, hidden } = usersBy(workloadsOf(facts, scope), ({ subnetIds, securityGroupIds, source, subnetsPath, of }) => {
    if (!subnets.known) return missing(subnets.gap);
    const rows = indexBy(subnets.value, subnetIdOf);
    const groupIds = [...securityGroupIds].sort();
    return known(
      subnetIds.flatMap((subnetId) => {
        const { VpcId, OwnerId } = rows.get(subnetId) ?? {};
        // A subnet that is gone leads to no VPC; the placement check tells of it.
        if (VpcId === undefined) return [];
        owners.set(VpcId, OwnerId ?? scope.account);
        const alike = classes.get(VpcId) ?? new Map<string, PlacementClass>();
        classes.set(VpcId, alike.set([subnetId, ...groupIds].join(' '), { subnetId, groupIds }));
        usedSubnets.set(VpcId, (usedSubnets.get(VpcId) ?? new Set<string>()).add(subnetId));
        return [{ key: VpcId, source, path: subnetsPath, of, value: subnetId }];
      }),
    );
  });
  yield* hidden;
  const unread = placementSections.map((section) => facts[section]).find((fact) => fact?.known === false);
  for (const [vpcId, usedBy] of users) {
    const owner = owners.get(vpcId) ?? scope.account;
    const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:vpc/${vpcId}`;
    yield known({
      resource: { type: 'AWS::EC2::VPC', name: vpcId, arn, account: scope.account, region: scope.region },
      about: {
        vpcId,
        owner,
        users: usedBy,
        used: [...(usedSubnets.get(vpcId) ?? [])].sort(),
        classes: [...(classes.get(vpcId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
        hidden: hidden[0]?.gap ?? (unread?.known === false ? unread.gap : undefined),
      },
    });
  }
}

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
