import type { PathStep } from '../core/path-step.ts';
import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { Subnet } from '../inventory/sections/subnets.ts';
import type { AddressSet } from './address-set.ts';
import { blocked, type BlockCode, type Flow, type Piece } from './flow.ts';
import type { Found } from './found.ts';
import type { Network, Place } from './network.ts';

/** Where packets are routed: a subnet's router, or a gateway with a route table of its own. */
export interface Router {
  readonly place: Place;
  readonly vpcId: string;
  /** The account that owns the VPC. */
  readonly owner: string | undefined;
  /** Undefined for a gateway that is in no subnet, which no network ACL guards. */
  readonly subnet: Subnet | undefined;
  readonly table: Found<RouteTable>;
  /** Why it is this table: `associated with subnet-1`, `main table of vpc-1`. */
  readonly tableBy: string;
  /** Has a transit gateway put the traffic down in this subnet? */
  readonly fromTransitGateway?: true;
}

/** Something that traffic can be for, beside the interfaces that exist: a workload that runs later, or an endpoint. */
export interface Destination {
  readonly id: string;
  readonly addresses: AddressSet;
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  /** The interface itself, where no security group guards it but what it is. */
  readonly groupless?: NetworkInterface;
}

/** One question on its way through a network. */
export interface Walk {
  readonly network: Network;
  /** Blockers to pass by, as {@link blockerKey} writes them: to find what else stands behind them. */
  readonly ignore: ReadonlySet<string>;
  /** Destinations beside the interfaces that exist. */
  readonly destinations: readonly Destination[];
  /** Sends a flow on from a router. A hop gets it this way, since hops lead to hops. */
  readonly forward: (router: Router, flow: Flow) => readonly Piece[];
}

/** Identity of a blocker: what one change takes away. To open an ACL inbound does not open it outbound. */
export function blockerKey(code: BlockCode, { id, detail }: PathStep): string {
  return code === 'NETWORK_ACL' || code === 'NETWORK_ACL_RETURN' ? `${code} ${id} ${detail.split(' ', 1).join('')}` : `${code} ${id}`;
}

/** Is this blocker to be passed by? */
export function isIgnored(walk: Walk, code: BlockCode, step: PathStep): boolean {
  return walk.ignore.has(blockerKey(code, step));
}

/**
 * The end of a flow, or what lies behind it where the blocker is to be ignored.
 *
 * @param beyond how the flow goes on without the blocker; where nobody can say, it ends all the same
 */
export function stop(walk: Walk, flow: Flow, code: BlockCode, step: PathStep, beyond?: () => readonly Piece[]): readonly Piece[] {
  if (beyond !== undefined && isIgnored(walk, code, step)) return beyond();
  return [blocked(flow, code, step)];
}
