import { known, missing, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { Remembered } from '../../inventory/remembered.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import { groupFacts, workloadsOf, type GroupFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { usersBy, type Users } from './users-by.ts';

/** A security group that workloads carry. */
export interface UsedGroup {
  readonly groupId: string;
  /** `undefined`: no such group in this account and Region. */
  readonly group: Fact<SecurityGroup | undefined>;
  readonly users: Users;
}

type UsedGroupFacts = GroupFacts & { readonly securityGroups: Fact<readonly SecurityGroup[]>; readonly scope: Scope };

const kept = new Remembered<readonly Fact<Subject<UsedGroup>>[]>();

/**
 * The security groups of all workloads, each once; and a missing fact for every workload whose groups could not be read. Several checks ask for
 * those of the same facts, which are gone through once.
 */
export function securityGroupSubjects(facts: UsedGroupFacts): readonly Fact<Subject<UsedGroup>>[] {
  const read = groupFacts.map((section) => facts[section]);
  return kept.of([facts.securityGroups, facts.scope, ...read], () => [...subjectsOf(facts)]);
}

function* subjectsOf(facts: UsedGroupFacts): Generator<Fact<Subject<UsedGroup>>, void> {
  const { scope, securityGroups } = facts;
  const { users, hidden } = usersBy(workloadsOf(facts, scope), ({ groupsFrom }) =>
    known(groupsFrom.flatMap(({ ids, ...origin }) => ids.map((id) => ({ key: id, value: id, ...origin })))),
  );
  yield* hidden;
  for (const [groupId, usedBy] of users) {
    const group: UsedGroup['group'] = securityGroups.known
      ? known(indexBy(securityGroups.value, groupIdOf).get(groupId))
      : missing(securityGroups.gap);
    const owner = (group.known ? group.value?.OwnerId : undefined) ?? scope.account;
    const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:security-group/${groupId}`;
    yield known({
      resource: { type: 'AWS::EC2::SecurityGroup', name: groupId, arn, account: scope.account, region: scope.region },
      about: { groupId, group, users: usedBy },
    });
  }
}

const groupIdOf = (group: SecurityGroup): string | undefined => group.GroupId;
