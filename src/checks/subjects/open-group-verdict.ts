import type { Evidence } from '../../core/evidence.ts';
import { MissingFact, need, type Fact } from '../../inventory/fact.ts';
import type { PrefixList } from '../../inventory/sections/prefix-lists.ts';
import type { IpFamily } from '../../network/address-set.ts';
import { openness, type Direction } from '../../network/open-rules.ts';
import { prefixListEntries } from '../../network/prefix-list-entries.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';
import type { UsedGroup } from './security-group-subjects.ts';

const source = 'ec2:DescribeSecurityGroups';

/** Enough to see how a group is open, however many rules make it so. */
const rulesShown = 4;

/** Is this group, carried by workloads, open to the internet in one direction and the given address families? */
export function openGroupVerdict(
  used: UsedGroup,
  direction: Direction,
  families: readonly IpFamily[],
  prefixLists: Fact<readonly PrefixList[]>,
): Verdict {
  const group = need(used.group);
  if (group === undefined)
    return unknown(
      `${used.groupId} is carried by ${workloads(used)} and is not visible here: deleted, or another account's`,
      used.users.evidence,
    );

  if (group[direction] === undefined) return unknown(`${name(group)} came without its rules`, [{ source, path: direction, value: null }]);
  const answers = families.map((family) => ({ family, ...openness(group, direction, family, prefixListEntries(prefixLists)) }));
  const rules = answers.flatMap((answer) => answer.rules);
  const [first, ...others] = rules;
  if (first !== undefined) {
    const evidence: [Evidence, ...Evidence[]] = [
      evidenceOf(first),
      ...others.slice(0, rulesShown - 1).map(evidenceOf),
      ...used.users.evidence,
    ];
    const what = rules.map(({ traffic, cidr }) => `${traffic} ${direction === 'IpPermissions' ? 'from' : 'to'} ${cidr}`);
    return fail(`${name(group)} lets ${sayList([...new Set(what)])}; carried by ${workloads(used)}`, evidence, [
      {
        kind: 'security-group-rule',
        id: used.groupId,
        detail: `${first.traffic} ${direction === 'IpPermissions' ? '←' : '→'} ${first.cidr}`,
      },
    ]);
  }
  const gap = answers.find((answer) => answer.gap !== undefined)?.gap;
  if (gap !== undefined) throw MissingFact.of(gap);
  const undecided = answers.flatMap((answer) => answer.undecided);
  if (undecided.length > 0) {
    const values = [...new Set(undecided.map(({ value }) => value))];
    return unknown(
      `${name(group)} has rules whose addresses are not known: ${values.slice(0, rulesShown).join(', ')}`,
      undecided.slice(0, rulesShown).map(({ path, value }) => ({ source, path, value })),
    );
  }
  const way = direction === 'IpPermissions' ? 'in from' : 'out to';
  return pass(`${name(group)} lets nothing ${way} the internet at large over ${families.map((family) => `IPv${family}`).join(' or ')}`, [
    { source, path: direction, value: (group[direction] ?? []).length === 0 ? [] : `${(group[direction] ?? []).length} rules` },
  ]);
}

function evidenceOf({ path, cidr }: { readonly path: string; readonly cidr: string }): Evidence {
  return { source, path, value: cidr };
}

function name(group: { readonly GroupId?: string | undefined; readonly GroupName?: string | undefined }): string {
  return group.GroupName === undefined ? (group.GroupId ?? '') : `${group.GroupId} (${group.GroupName})`;
}

function workloads({ users }: UsedGroup): string {
  return users.count === 1 ? '1 workload' : `${users.count} workloads`;
}

function sayList(items: readonly string[]): string {
  if (items.length > rulesShown) return `${items.slice(0, rulesShown).join(', ')} and ${items.length - rulesShown} more`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
