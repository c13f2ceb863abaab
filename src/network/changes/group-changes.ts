import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import { intersect, parseCidr, type AddressSet, type IpFamily } from '../address-set.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { internet } from '../internet.ts';
import { listed, type Network, type Place } from '../network.ts';
import type { Origin } from '../origin.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { portsText, protocolText } from '../rule-text.ts';
import { vpcAddresses } from '../router.ts';
import { awsCommand, patched, type Change } from './change.ts';

type Permission = NonNullable<SecurityGroup['IpPermissionsEgress']>[number];

/** One block or list of one egress rule, as a rule of its own. */
interface RulePart {
  readonly permission: Permission;
  readonly peer: string;
}

/**
 * The changes of the origin's security groups that take the internet out of what they let pass: one rule, or all such rules of a group; and
 * instead of the latter, rules that let the same group reach its VPC and the services with gateway endpoints, and nothing else.
 */
export function groupChanges(network: Network, origin: Origin): readonly Change[] {
  return origin.groupIds.flatMap((id): readonly Change[] => {
    const found = find({ network, from: origin.place }, 'securityGroups', idOf.securityGroups, id);
    if (found.value === undefined) return [];
    const { value: group, place } = found;
    const open = (group.IpPermissionsEgress ?? []).flatMap(partsOf).filter((part) => reachesInternet(part, place));
    const single = open.map((part) => revoke(group, place, [part]));
    if (open.length === 0) return [];
    const all = open.length > 1 ? [revoke(group, place, open)] : [];
    return [narrow(network, origin, group, place, open), ...single, ...all];
  });
}

function partsOf(permission: Permission): readonly RulePart[] {
  const { IpProtocol, FromPort, ToPort } = permission;
  const same = {
    ...(IpProtocol === undefined ? {} : { IpProtocol }),
    ...(FromPort === undefined ? {} : { FromPort }),
    ...(ToPort === undefined ? {} : { ToPort }),
  };
  return [
    ...(permission.IpRanges ?? []).map(({ CidrIp = '' }) => ({ permission: { ...same, IpRanges: [{ CidrIp }] }, peer: CidrIp })),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 = '' }) => ({ permission: { ...same, Ipv6Ranges: [{ CidrIpv6 }] }, peer: CidrIpv6 })),
    ...(permission.PrefixListIds ?? []).map(({ PrefixListId = '' }) => ({
      permission: { ...same, PrefixListIds: [{ PrefixListId }] },
      peer: PrefixListId,
    })),
  ];
}

/** Does it hold public addresses? A list of a service of AWS does, too, and may be what the endpoint needs: then it is no way out. */
function reachesInternet({ peer }: RulePart, place: Place): boolean {
  const entries = peer.startsWith('pl-') ? prefixListEntries(place.facts.prefixLists)(peer) : undefined;
  const blocks = entries === undefined ? [peer] : entries.known ? (entries.value ?? []) : [];
  return blocks.some((block) => {
    const cidr = parseCidr(block);
    return cidr !== undefined && intersect([cidr], internet[cidr.family]).length > 0;
  });
}

function revoke(group: SecurityGroup, place: Place, parts: readonly RulePart[]): Change {
  const id = group.GroupId ?? '';
  const rules = parts.map(({ permission, peer }) => `${ruleText(permission)} to ${peer}`);
  return {
    kind: 'revoke-security-group-rule',
    object: id,
    summary: `revoke the egress rule${parts.length > 1 ? 's' : ''} ${rules.join(', ')} of ${id}`,
    commands: [revokeCommand(id, place, parts)],
    apply: (before) => withEgress(before, place, id, (egress) => without(egress, parts)),
  };
}

/** In place of the way out: 443 to the VPC's own blocks, where interface endpoints are, and to the lists of the gateway endpoints. */
function narrow(network: Network, origin: Origin, group: SecurityGroup, place: Place, open: readonly RulePart[]): Change {
  const id = group.GroupId ?? '';
  const blocks = blocksOf(network, origin, 4);
  const lists = gatewayLists(origin);
  const needed: readonly Permission[] = [
    { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: blocks.map((CidrIp) => ({ CidrIp })) },
    ...(lists.length === 0
      ? []
      : [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListIds: lists.map((PrefixListId) => ({ PrefixListId })) }]),
  ];
  const to = [...blocks, ...lists].join(', ');
  return {
    kind: 'narrow-security-group',
    object: id,
    summary: `let ${id} send tcp 443 to ${to} only, in place of ${open.map(({ permission, peer }) => `${ruleText(permission)} to ${peer}`).join(', ')}`,
    commands: [
      awsCommand(place.region, 'ec2', 'authorize-security-group-egress', '--group-id', id, '--ip-permissions', JSON.stringify(needed)),
      revokeCommand(id, place, open),
    ],
    apply: (before) => withEgress(before, place, id, (egress) => [...without(egress, open), ...needed]),
  };
}

function blocksOf(network: Network, { place, vpcId }: Origin, family: IpFamily): readonly string[] {
  const addresses: AddressSet = vpcAddresses(network, place, vpcId, family) ?? [];
  const vpc = find({ network, from: place }, 'vpcs', idOf.vpcs, vpcId).value;
  const stated = [vpc?.CidrBlock, ...(vpc?.CidrBlockAssociationSet ?? []).map(({ CidrBlock }) => CidrBlock)];
  return addresses.length === 0 ? [] : [...new Set(stated.flatMap((block) => block ?? []))];
}

/** The prefix lists of the gateway endpoints that any table of the VPC routes to. */
function gatewayLists({ place, vpcId }: Origin): readonly string[] {
  const lists = listed(place, 'routeTables')
    .filter(({ VpcId }) => VpcId === vpcId)
    .flatMap(({ Routes }) => Routes ?? [])
    .filter(({ GatewayId }) => GatewayId?.startsWith('vpce-') === true)
    .flatMap(({ DestinationPrefixListId }) => DestinationPrefixListId ?? []);
  return [...new Set(lists)].sort();
}

function revokeCommand(id: string, { region }: Place, parts: readonly RulePart[]): string {
  const permissions = JSON.stringify(parts.map(({ permission }) => permission));
  return awsCommand(region, 'ec2', 'revoke-security-group-egress', '--group-id', id, '--ip-permissions', permissions);
}

function withEgress(network: Network, place: Place, id: string, change: (egress: readonly Permission[]) => readonly Permission[]): Network {
  return patched(network, place, 'securityGroups', (groups) =>
    groups.map((group) => (group.GroupId === id ? { ...group, IpPermissionsEgress: change(group.IpPermissionsEgress ?? []) } : group)),
  );
}

/** The rules without these parts; what else a rule names stays. */
function without(egress: readonly Permission[], parts: readonly RulePart[]): readonly Permission[] {
  const gone = new Set(parts.map(keyOf));
  return egress.map((permission) => {
    const left = partsOf(permission).filter((part) => !gone.has(keyOf(part)));
    return {
      ...permission,
      IpRanges: left.flatMap((part) => part.permission.IpRanges ?? []),
      Ipv6Ranges: left.flatMap((part) => part.permission.Ipv6Ranges ?? []),
      PrefixListIds: left.flatMap((part) => part.permission.PrefixListIds ?? []),
    };
  });
}

function keyOf({ permission, peer }: RulePart): string {
  return [permission.IpProtocol, permission.FromPort, permission.ToPort, peer].join(' ');
}

function ruleText({ IpProtocol, FromPort, ToPort }: Permission): string {
  return [protocolText(IpProtocol), portsText(FromPort, ToPort)].filter((word) => word !== '').join(' ');
}
