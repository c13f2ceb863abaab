import { known, missing, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import { workloadsOf, type GroupFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { usersBy, type Users } from './users-by.ts';

/** A security group that workloads carry. */
export interface UsedGroup {
  readonly groupId: string;
  /** `undefined`: no such group in this account and Region. */
  readonly group: Fact<SecurityGroup | undefined>;
  readonly users: Users;
}

/** The security groups of all workloads, each once; and a missing fact for every workload whose groups could not be read. */
export function* securityGroupSubjects(
  facts: GroupFacts & { readonly securityGroups: Fact<readonly SecurityGroup[]>; readonly scope: Scope },
): Generator<Fact<Subject<UsedGroup>>, void> {
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
