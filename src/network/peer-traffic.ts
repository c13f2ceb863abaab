import type { SecurityGroup } from '../inventory/sections/security-groups.ts';
import { parseCidr, subtract, union, type AddressRange, type AddressSet } from './address-set.ts';
import type { EntriesOf } from './prefix-list-entries.ts';
import { ruleValues } from './rule-values.ts';
import type { Direction } from './security-group-traffic.ts';

/** What IPsec between the instances of a job needs. https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html */
const needed = [
  { said: 'UDP 500', kind: 'udp', value: 500 },
  { said: 'protocol 50 (ESP)', kind: 'other', value: 50 },
] as const;

/** What groups keep from those who carry the same groups, or may keep. */
export interface KeptFromPeers {
  readonly kept: readonly string[];
  /** What is kept unless a prefix list that could not be read admits it. */
  readonly doubted: readonly string[];
}

/**
 * Which of the traffic of IPsec these groups do not let pass between interfaces that all carry them, in one direction.
 *
 * A rule lets it pass that names one of the groups, or blocks that hold all of the subnets; several rules count together.
 *
 * @param groups all groups of the interfaces
 * @param subnets where the interfaces may be
 */
export function keptFromPeers(
  groups: readonly SecurityGroup[],
  direction: Direction,
  subnets: AddressSet,
  entriesOf: EntriesOf,
): KeptFromPeers {
  const own = new Set(groups.map(({ GroupId }) => GroupId));
  const kept: string[] = [];
  const doubted: string[] = [];
  for (const { said, kind, value } of needed) {
    const rules = groups
      .flatMap((group) => group[direction] ?? [])
      .filter(({ IpProtocol, FromPort, ToPort }) =>
        ruleValues(IpProtocol, { from: FromPort, to: ToPort }, 4)?.[kind].some(({ first, last }) => first <= value && value <= last),
      );
    if (rules.some(({ UserIdGroupPairs = [] }) => UserIdGroupPairs.some(({ GroupId }) => own.has(GroupId)))) continue;
    const lists = rules.flatMap(({ PrefixListIds = [] }) => PrefixListIds.map(({ PrefixListId = '' }) => entriesOf(PrefixListId)));
    const listed = lists.flatMap((entries) => (entries.known ? (entries.value ?? []) : []));
    const blocks = [...rules.flatMap(({ IpRanges = [] }) => IpRanges.map(({ CidrIp = '' }) => CidrIp)), ...listed];
    if (subtract(subnets, union(blocks.flatMap(addressesOf))).length === 0) continue;
    const unread = lists.some((entries) => !entries.known || entries.value === undefined);
    (unread ? doubted : kept).push(said);
  }
  return { kept, doubted };
}

function addressesOf(block: string): readonly AddressRange[] {
  const cidr = parseCidr(block);
  return cidr?.family === 4 ? [cidr] : [];
}
