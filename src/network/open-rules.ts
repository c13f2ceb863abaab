import type { Gap } from '../core/gap.ts';
import type { SecurityGroup } from '../inventory/sections/security-groups.ts';
import { intersect, parseCidr, type Cidr, type IpFamily } from './address-set.ts';
import { internet } from './internet.ts';
import type { EntriesOf } from './prefix-list-entries.ts';
import { isWideOpen } from './wide-open.ts';

export type Direction = 'IpPermissions' | 'IpPermissionsEgress';

/** One address block of one rule of a security group. */
export interface OpenRule {
  /** Where it stands in the answer, such as `IpPermissionsEgress[0].IpRanges[1].CidrIp`. */
  readonly path: string;
  readonly cidr: string;
  /** In words: `all traffic`, `tcp 443`, `udp 1024-65535`. */
  readonly traffic: string;
}

/** How open a security group is to the internet in one direction and address family. */
export interface Openness {
  readonly open: boolean;
  /** The blocks that together make it open; empty otherwise. */
  readonly rules: readonly OpenRule[];
  /** Rules whose addresses are not known: prefix lists that are not visible, malformed blocks. */
  readonly undecided: readonly { readonly path: string; readonly value: string }[];
  /** The first read whose failure leaves rules without addresses. */
  readonly gap: Gap | undefined;
}

/**
 * Do the rules of a group, taken together, let traffic of some kind pass to or from more of the internet than any one network holds?
 *
 * Ports and protocols are not weighed: one open port is a way out. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function openness(group: SecurityGroup, direction: Direction, family: IpFamily, entriesOf: EntriesOf): Openness {
  const blocks: { readonly cidr: Cidr; readonly rule: OpenRule }[] = [];
  const undecided: { path: string; value: string }[] = [];
  let gap: Gap | undefined;
  for (const [index, permission] of (group[direction] ?? []).entries()) {
    const base = `${direction}[${index}]`;
    const traffic = trafficOf(permission);
    for (const { path, value } of blocksOf(permission, base, family)) {
      const cidr = parseCidr(value);
      if (cidr?.family === family) blocks.push({ cidr, rule: { path, cidr: value, traffic } });
      else undecided.push({ path, value });
    }
    for (const [at, { PrefixListId = '' }] of (permission.PrefixListIds ?? []).entries()) {
      const path = `${base}.PrefixListIds[${at}].PrefixListId`;
      const entries = entriesOf(PrefixListId);
      if (!entries.known) gap ??= entries.gap;
      else if (entries.value === undefined) undecided.push({ path, value: PrefixListId });
      else {
        for (const entry of entries.value) {
          const cidr = parseCidr(entry);
          if (cidr === undefined) undecided.push({ path, value: `${entry} in ${PrefixListId}` });
          else if (cidr.family === family) blocks.push({ cidr, rule: { path, cidr: `${entry} in ${PrefixListId}`, traffic } });
        }
      }
    }
  }
  const open = isWideOpen(
    blocks.map(({ cidr }) => cidr),
    family,
  );
  return { open, rules: open ? decisive(blocks, family) : [], undecided, gap };
}

type Permission = NonNullable<SecurityGroup[Direction]>[number];

function blocksOf(permission: Permission, base: string, family: IpFamily): readonly { path: string; value: string }[] {
  return family === 4
    ? (permission.IpRanges ?? []).map(({ CidrIp }, at) => ({ path: `${base}.IpRanges[${at}].CidrIp`, value: CidrIp ?? '' }))
    : (permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }, at) => ({ path: `${base}.Ipv6Ranges[${at}].CidrIpv6`, value: CidrIpv6 ?? '' }));
}

/** The widest blocks first, and only those that hold public addresses: what a reader must see to agree. */
function decisive(blocks: readonly { readonly cidr: Cidr; readonly rule: OpenRule }[], family: IpFamily): readonly OpenRule[] {
  return blocks
    .filter(({ cidr }) => intersect([cidr], internet[family]).length > 0)
    .sort((a, b) => a.cidr.prefix - b.cidr.prefix)
    .map(({ rule }) => rule);
}

function trafficOf({ IpProtocol, FromPort, ToPort }: Permission): string {
  const protocol = { '-1': 'all', '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' }[IpProtocol ?? '-1'] ?? IpProtocol ?? 'all';
  if (protocol === 'all') return 'all traffic';
  if (protocol === 'icmp' || protocol === 'icmpv6' || FromPort === undefined || FromPort === -1) return `all ${protocol}`;
  if (FromPort === 0 && ToPort === 65_535) return `all ${protocol}`;
  return FromPort === ToPort ? `${protocol} ${FromPort}` : `${protocol} ${FromPort}-${ToPort}`;
}
