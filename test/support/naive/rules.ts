import { aclAdmits, covers, matches, type Packet } from '../naive-network.ts';
import type { Answer } from './fate.ts';
import type { Parcel } from './parcel.ts';
import { groupIdsOf, privateAddresses, type World } from './world.ts';

type Group = World['securityGroups'][number];
type Pair = NonNullable<NonNullable<NonNullable<Group['IpPermissions']>[number]>['UserIdGroupPairs']>[number];

/** The blocks of a prefix list; undefined where they are not known. */
export function listBlocks({ prefixLists }: World, id: string): readonly string[] | undefined {
  const list = prefixLists.find(({ summary }) => summary.PrefixListId === id);
  if (list === undefined || !list.detail.known) return undefined;
  return (list.detail.value.Entries ?? []).flatMap(({ Cidr }) => Cidr ?? []);
}

/** May the sender send it? Its groups look at where it goes. */
export function groupsSend(world: World, groupIds: readonly string[], parcel: Parcel): Answer {
  return groupsLet(world, groupIds, 'IpPermissionsEgress', parcel, (pair, group) =>
    world.networkInterfaces.some(
      (each) =>
        groupIdsOf(each).includes(pair.GroupId ?? '') && privateAddresses(each).includes(parcel.remote) && knows(world, group, pair),
    ),
  );
}

/** May the receiver get it? Its groups look at where it comes from. */
export function groupsReceive(world: World, groupIds: readonly string[], parcel: Parcel): Answer {
  const seen = { ...parcel, remote: parcel.source };
  return groupsLet(world, groupIds, 'IpPermissions', seen, ({ GroupId }) => parcel.groups?.includes(GroupId ?? '') === true);
}

function groupsLet(
  world: World,
  groupIds: readonly string[],
  direction: 'IpPermissions' | 'IpPermissionsEgress',
  packet: Packet,
  isMember: (pair: Pair, group: Group) => boolean,
): Answer {
  let answer: Answer = 'no';
  for (const id of groupIds) {
    const group = world.securityGroups.find(({ GroupId }) => GroupId === id);
    if (group === undefined) answer = 'maybe';
    for (const rule of group?.[direction] ?? []) {
      if (!matches(packet, rule.IpProtocol, rule.FromPort, rule.ToPort)) continue;
      const lists = (rule.PrefixListIds ?? []).map(({ PrefixListId }) => listBlocks(world, PrefixListId ?? ''));
      const blocks = [
        ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
        ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
        ...lists.flatMap((list) => list ?? []),
      ];
      if (blocks.some((block) => covers(block, packet.remote))) return 'yes';
      if ((rule.UserIdGroupPairs ?? []).some((pair) => isMember(pair, group as Group))) return 'yes';
      if (lists.includes(undefined)) answer = 'maybe';
    }
  }
  return answer;
}

/** A group of another VPC is known over an active peering, or where both may be used in one VPC. */
function knows(world: World, group: Group, pair: Pair): boolean {
  if (pair.VpcPeeringConnectionId !== undefined) return (pair.PeeringStatus ?? 'active') === 'active';
  const usableIn = (id: string | undefined): readonly (string | undefined)[] => [
    world.securityGroups.find(({ GroupId }) => GroupId === id)?.VpcId,
    ...world.securityGroupVpcAssociations
      .filter(({ GroupId, State }) => GroupId === id && State === 'associated')
      .map(({ VpcId }) => VpcId),
  ];
  return usableIn(group.GroupId).some((id) => id !== undefined && usableIn(pair.GroupId).includes(id));
}

/** Does the ACL of a subnet let pass what goes to (or comes from) an address? */
function aclLets(world: World, subnetId: string, egress: boolean, packet: Packet): Answer {
  const acl = world.networkAcls.find(({ Associations }) => (Associations ?? []).some(({ SubnetId }) => SubnetId === subnetId));
  if (acl === undefined) return 'maybe';
  return aclAdmits(acl, egress, packet) ? 'yes' : 'no';
}

/** Out of a subnet: by where it goes. */
export function aclOut(world: World, subnetId: string, parcel: Parcel): Answer {
  return aclLets(world, subnetId, true, parcel);
}

/** Into a subnet: by where it comes from. */
export function aclIn(world: World, subnetId: string, parcel: Parcel): Answer {
  return aclLets(world, subnetId, false, { ...parcel, remote: parcel.source });
}

/** The reply, back into a subnet: it comes from where the packet went. */
export function aclReplyIn(world: World, subnetId: string, parcel: Parcel, port: number): Answer {
  return aclLets(world, subnetId, false, { ...parcel, port });
}

/** The reply, out of a subnet: it goes to where the packet came from. */
export function aclReplyOut(world: World, subnetId: string, parcel: Parcel, port: number): Answer {
  return aclLets(world, subnetId, true, { ...parcel, remote: parcel.source, port });
}
