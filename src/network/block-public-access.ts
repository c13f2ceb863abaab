import type { PathStep } from '../core/path-step.ts';
import { unread, type Doubt } from './doubt.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { listed, type Network, type Place } from './network.ts';
import type { Router } from './walk.ts';

/** What kind of traffic asks to pass the border between a VPC and the internet. */
export interface AccessAsked {
  readonly direction: 'in' | 'out';
  /** `nat` and `egress-only` open connections outwards only, and pass where only ingress is blocked. */
  readonly kind: 'direct' | 'nat' | 'egress-only' | 'carrier';
  /** Has it passed an endpoint of AWS Network Firewall? */
  readonly inspected: boolean;
}

export type Access =
  | { readonly open: true; readonly doubt?: never }
  | { readonly open: false; readonly step: PathStep; readonly doubt?: never }
  | { readonly doubt: Doubt };

/**
 * Does VPC Block Public Access let traffic pass between a subnet and the internet? The owner of the VPC decides, account and Region wide, with
 * exclusions for VPCs and subnets. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function publicAccess(network: Network, router: Router, asked: AccessAsked): Access {
  const { owner, place } = router;
  const own = owner === undefined || owner === place.account ? place : ownerPlace(network, place, owner);
  const stated = statedMode(network, router);
  if (own === undefined) {
    if (stated !== undefined) return byMode(stated, router, asked, undefined);
    const settledBy = `Block Public Access of account ${owner ?? ''}`;
    return { doubt: { code: 'CROSS_ACCOUNT', object: router.vpcId, settledBy, gap: undefined } };
  }
  const fact = own.facts.blockPublicAccessOptions;
  if (!fact.known) {
    return stated !== undefined ? byMode(stated, router, asked, undefined) : { doubt: unread('VPC Block Public Access', fact.gap) };
  }
  const options = fact.value[0];
  const account: string = options?.InternetGatewayBlockMode ?? 'off';
  if (account === 'off') return { open: true };
  const exclusion = exclusionOf(own, router);
  if ('doubt' in exclusion) return stated !== undefined ? byMode(stated, router, asked, account) : exclusion;
  return byMode(account, router, asked, account, exclusion.mode);
}

/** What the subnet or VPC itself says its mode is, exclusions included. */
function statedMode(network: Network, { subnet, vpcId, place }: Router): string | undefined {
  const own = subnet?.BlockPublicAccessStates?.InternetGatewayBlockMode;
  if (subnet !== undefined) return own;
  return find({ network, from: place }, 'vpcs', idOf.vpcs, vpcId).value?.BlockPublicAccessStates?.InternetGatewayBlockMode;
}

/**
 * @param account the mode of the account, where it is known: a firewall is blocked by it whatever is excluded
 * @param exclusion what the exclusion of this subnet or VPC allows
 */
function byMode(mode: string, router: Router, asked: AccessAsked, account: string | undefined, exclusion?: string): Access {
  const id = router.subnet?.SubnetId ?? router.vpcId;
  const outwards = asked.direction === 'out';
  const stateful = asked.kind === 'nat' || asked.kind === 'egress-only';
  const no = (detail: string): Access => ({ open: false, step: { kind: 'block-public-access', id, detail } });
  if (asked.inspected && (account ?? mode) === 'block-bidirectional')
    return no('block-bidirectional: blocks what a firewall has inspected, whatever is excluded');
  if (exclusion === 'allow-bidirectional') return { open: true };
  if (exclusion === 'allow-egress' && mode === 'block-bidirectional')
    return outwards ? { open: true } : no('only egress is excluded from block-bidirectional');
  if (mode === 'off') return { open: true };
  if (mode === 'block-ingress')
    return outwards && stateful ? { open: true } : no('block-ingress: only NAT and egress-only internet gateways pass');
  if (mode === 'block-bidirectional') return no('block-bidirectional');
  return { doubt: { code: 'UNREADABLE', object: id, settledBy: `what the mode ${mode} of Block Public Access means`, gap: undefined } };
}

function exclusionOf(place: Place, { subnet, vpcId }: Router): { readonly mode: string | undefined } | { readonly doubt: Doubt } {
  const fact = place.facts.blockPublicAccessExclusions;
  if (!fact.known) return { doubt: unread('the exclusions from Block Public Access', fact.gap) };
  const own = listed(place, 'blockPublicAccessExclusions').filter(({ ResourceArn }) => {
    const id = ResourceArn?.split('/').at(-1);
    return id !== undefined && (id === vpcId || id === subnet?.SubnetId);
  });
  const changing = own.find(({ State }) => State?.endsWith('-in-progress'));
  if (changing !== undefined) {
    const object = changing.ExclusionId ?? vpcId;
    return { doubt: { code: 'STATE_CHANGING', object, settledBy: `${object} once it has settled`, gap: undefined } };
  }
  const inForce = own.filter(({ State }) => State === undefined || State === 'create-complete' || State === 'update-complete');
  const modes = inForce.map(({ InternetGatewayExclusionMode }) => InternetGatewayExclusionMode);
  return { mode: modes.includes('allow-bidirectional') ? 'allow-bidirectional' : modes[0] };
}

function ownerPlace(network: Network, place: Place, owner: string): Place | undefined {
  return network.places.find(({ account, region }) => account === owner && region === place.region);
}
