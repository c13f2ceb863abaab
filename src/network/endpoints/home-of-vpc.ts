import type { Gap } from '../../core/gap.ts';
import type { Doubt } from '../doubt.ts';
import { unread } from '../doubt.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { listed, type Network, type Place } from '../network.ts';
import type { NetworkSection } from '../network-sections.ts';

/** A VPC, and where its owner was read: whose endpoints, zones and attributes the owner alone sees. */
export interface HomeOfVpc {
  readonly vpcId: string;
  readonly owner: string;
  /** Undefined where the owner's account was not read. */
  readonly place: Place | undefined;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html */
export function homeOfVpc(network: Network, from: Place, vpcId: string): HomeOfVpc {
  // Who shares a subnet sees its owner there, whatever else is shown.
  const subnet = listed(from, 'subnets').find((row) => row.VpcId === vpcId);
  const vpc = find({ network, from }, 'vpcs', idOf.vpcs, vpcId);
  const owner = subnet?.OwnerId ?? vpc.value?.OwnerId ?? from.account;
  const region = vpc.value === undefined ? from.region : vpc.place.region;
  return { vpcId, owner, place: network.places.find((place) => place.account === owner && place.region === region) };
}

/** Why rows of a section may be missing for a VPC; undefined where they were read completely by its owner. */
export function hiddenOf({ vpcId, owner, place }: HomeOfVpc, section: NetworkSection, what: string): Doubt | undefined {
  if (place === undefined) {
    return { code: 'CROSS_ACCOUNT', object: vpcId, settledBy: `${what} of ${vpcId}, read in account ${owner}`, gap: undefined };
  }
  const fact: { readonly known: boolean; readonly gap?: Gap } = place.facts[section];
  return fact.gap === undefined ? undefined : unread(`${what} of ${vpcId}`, fact.gap);
}
