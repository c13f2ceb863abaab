import type { NetworkAcl } from '../inventory/sections/network-acls.ts';
import type { IpFamily } from './address-set.ts';
import { unread } from './doubt.ts';
import type { Found } from './found.ts';
import { networkAclTraffic, type AclTraffic } from './network-acl-traffic.ts';
import { listed, type Network, type Place } from './network.ts';

const bySubnet = new WeakMap<object, ReadonlyMap<string, NetworkAcl>>();

/** The one network ACL that guards a subnet. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export function networkAclOf(network: Network, from: Place, subnetId: string): Found<NetworkAcl> {
  const near = indexed(listed(from, 'networkAcls')).get(subnetId);
  if (near !== undefined) return { value: near, place: from };
  for (const place of network.places) {
    const value = place === from ? undefined : indexed(listed(place, 'networkAcls')).get(subnetId);
    if (value !== undefined) return { value, place };
  }
  const fact = from.facts.networkAcls;
  if (!fact.known) return { doubt: unread(`the network ACL of ${subnetId}`, fact.gap) };
  // Every subnet has one: where none is shown, it is its owner's.
  return { doubt: { code: 'CROSS_ACCOUNT', object: subnetId, settledBy: `the network ACL of ${subnetId}`, gap: undefined } };
}

function indexed(rows: readonly NetworkAcl[]): ReadonlyMap<string, NetworkAcl> {
  let index = bySubnet.get(rows);
  if (index === undefined) {
    const made = new Map<string, NetworkAcl>();
    for (const acl of rows) for (const { SubnetId } of acl.Associations ?? []) if (SubnetId !== undefined) made.set(SubnetId, acl);
    index = made;
    bySubnet.set(rows, index);
  }
  return index;
}

const computed = new WeakMap<NetworkAcl, Map<string, AclTraffic>>();

/** What an ACL lets pass, computed once for each direction and family. @throws TooComplex */
export function aclTraffic(acl: NetworkAcl, egress: boolean, family: IpFamily): AclTraffic {
  let known = computed.get(acl);
  if (known === undefined) computed.set(acl, (known = new Map()));
  const key = `${egress} ${family}`;
  let traffic = known.get(key);
  if (traffic === undefined) known.set(key, (traffic = networkAclTraffic(acl, egress, family)));
  return traffic;
}
