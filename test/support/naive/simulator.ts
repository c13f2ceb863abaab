import type { RouteTable } from '../../../src/inventory/sections/route-tables.ts';
import type { Fate } from './fate.ts';
import type { Parcel } from './parcel.ts';
import type { World } from './world.ts';

/** Where a packet is routed: in a subnet, or in a gateway that is in none. */
export interface Spot {
  readonly vpcId: string;
  /** Undefined in a gateway that is in no subnet, and that no ACL guards. */
  readonly subnetId: string | undefined;
  readonly table: RouteTable | undefined;
  /** Has a transit gateway put it down here? */
  readonly fromTransitGateway: boolean;
}

/** The world, and how a packet goes on from a spot: what hops need to lead to further hops. */
export interface Simulator {
  readonly world: World;
  readonly forward: (spot: Spot, parcel: Parcel) => Fate;
}
