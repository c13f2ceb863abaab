import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import { intersect, parseCidr, subtract, union, type AddressSet, type IpFamily } from '../address-set.ts';
import type { Doubt } from '../doubt.ts';
import { unread } from '../doubt.ts';
import { internet } from '../internet.ts';
import type { EntriesOf } from '../prefix-list-entries.ts';
import { portsText, protocolText } from '../rule-text.ts';
import { ruleValues } from '../rule-values.ts';

/** Who may call an endpoint. */
export interface Callers {
  readonly groupIds: ReadonlySet<string>;
  /** Undefined: any private address, as of people on a company's network. */
  readonly addresses: { readonly [F in IpFamily]: AddressSet } | undefined;
}

/** An inbound rule that admits more than callers, or more than HTTPS. */
export interface WideRule {
  /** Where it stands in the answer. */
  readonly path: string;
  readonly value: string;
  readonly why: string;
}

type Permission = NonNullable<SecurityGroup['IpPermissions']>[number];

/** The inbound rules of an endpoint's group that are wider than its use: TCP 443 from its callers. */
export function wideRules(
  group: SecurityGroup,
  callers: Callers,
  entriesOf: EntriesOf,
): { readonly rules: readonly WideRule[]; readonly doubts: readonly Doubt[] } {
  const rules: WideRule[] = [];
  const doubts: Doubt[] = [];
  for (const [index, permission] of (group.IpPermissions ?? []).entries()) {
    const base = `${group.GroupId}: IpPermissions[${index}]`;
    const traffic = [protocolText(permission.IpProtocol), portsText(permission.FromPort, permission.ToPort)]
      .filter((word) => word !== '')
      .join(' ');
    const more = isHttps(permission) ? undefined : `${traffic} is more than TCP 443`;
    for (const { path, value, addresses, doubt } of sourcesOf(permission, base, entriesOf)) {
      if (more !== undefined) rules.push({ path, value, why: more });
      else if (doubt !== undefined) doubts.push(doubt);
      else if (addresses !== undefined && isBeyond(addresses, callers))
        rules.push({ path, value, why: `${value} is more than its callers` });
    }
    for (const [at, { GroupId = '' }] of (permission.UserIdGroupPairs ?? []).entries()) {
      const path = `${base}.UserIdGroupPairs[${at}].GroupId`;
      if (more !== undefined) rules.push({ path, value: GroupId, why: more });
      // What carries the endpoint's own group is the endpoint.
      else if (callers.addresses !== undefined && GroupId !== group.GroupId && !callers.groupIds.has(GroupId)) {
        rules.push({ path, value: GroupId, why: `no workload of the VPC carries ${GroupId}` });
      }
    }
  }
  return { rules, doubts };
}

function isHttps({ IpProtocol, FromPort, ToPort }: Permission): boolean {
  const values = ruleValues(IpProtocol, { from: FromPort, to: ToPort }, 4);
  if (values === undefined || values.udp.length + values.icmp.length + values.other.length > 0) return false;
  return values.tcp.every(({ first, last }) => first === 443 && last === 443);
}

interface RuleSource {
  readonly path: string;
  readonly value: string;
  /** Undefined where the text is no block: then it is beyond what anybody knows. */
  readonly addresses: { readonly family: IpFamily; readonly set: AddressSet } | undefined;
  readonly doubt: Doubt | undefined;
}

function* sourcesOf(permission: Permission, base: string, entriesOf: EntriesOf): Generator<RuleSource, void> {
  const blocks = [
    ...(permission.IpRanges ?? []).map(({ CidrIp }, at) => ({ path: `${base}.IpRanges[${at}].CidrIp`, value: CidrIp ?? '' })),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }, at) => ({ path: `${base}.Ipv6Ranges[${at}].CidrIpv6`, value: CidrIpv6 ?? '' })),
  ];
  for (const { path, value } of blocks) yield { path, value, ...readBlocks([value], value) };
  for (const [at, { PrefixListId: id = '' }] of (permission.PrefixListIds ?? []).entries()) {
    const path = `${base}.PrefixListIds[${at}].PrefixListId`;
    const entries = entriesOf(id);
    if (!entries.known) yield { path, value: id, addresses: undefined, doubt: unread(`the entries of ${id}`, entries.gap) };
    else if (entries.value === undefined) yield { path, value: id, addresses: undefined, doubt: unknownList(id) };
    else yield { path, value: id, ...readBlocks(entries.value, id) };
  }
}

function readBlocks(blocks: readonly string[], object: string): Pick<RuleSource, 'addresses' | 'doubt'> {
  const cidrs = blocks.flatMap((block) => parseCidr(block) ?? []);
  if (cidrs.length < blocks.length) return { addresses: undefined, doubt: unknownList(object) };
  const family = cidrs[0]?.family ?? 4;
  return { addresses: { family, set: union(cidrs.filter((cidr) => cidr.family === family)) }, doubt: undefined };
}

function unknownList(id: string): Doubt {
  return { code: 'UNKNOWN_PREFIX_LIST', object: id, settledBy: `which addresses ${id} stands for`, gap: undefined };
}

function isBeyond({ family, set }: { readonly family: IpFamily; readonly set: AddressSet }, { addresses }: Callers): boolean {
  if (addresses !== undefined) return subtract(set, addresses[family]).length > 0;
  return intersect(set, internet[family]).length > 0;
}
