import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { Subnet } from '../inventory/sections/subnets.ts';

/** The route table that a subnet uses, and why. */
export interface EffectiveRouteTable {
  readonly table: RouteTable;
  /** `associated`: by an association of its own; `main`: because it has none. */
  readonly by: 'associated' | 'main';
}

/** An association without a state is in force: AWS left the field out before it had states. */
const inForce = new Set(['associated', 'associating']);

const knownStates = new Set([...inForce, 'disassociating', 'disassociated', 'failed']);

/**
 * The table that decides a subnet's traffic: the one associated with it, otherwise the main table of its own VPC.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 *
 * @returns undefined when none is visible, as for a subnet whose owner does not share its tables
 */
export function effectiveRouteTable(subnet: Subnet, tables: readonly RouteTable[]): EffectiveRouteTable | undefined {
  let main: RouteTable | undefined;
  for (const table of tables) {
    if (table.VpcId !== subnet.VpcId) continue;
    // A table that came without its associations may be anybody's.
    if (table.Associations === undefined) return undefined;
    for (const association of table.Associations) {
      const state: string = association.AssociationState?.State ?? 'associated';
      const ours = association.Main === true || (association.SubnetId !== undefined && association.SubnetId === subnet.SubnetId);
      // What a state means that nobody knows is not for this version to say.
      if (ours && !knownStates.has(state)) return undefined;
      if (!inForce.has(state)) continue;
      if (association.SubnetId !== undefined && association.SubnetId === subnet.SubnetId) return { table, by: 'associated' };
      if (association.Main === true) main = table;
    }
  }
  return main === undefined ? undefined : { table: main, by: 'main' };
}
