import type { EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';

/** Does a route of some VPC lead to a transit gateway? Without one, none can carry anything of this Region's VPCs. */
export function mayUseTransitGateway(earlier: EarlierFacts): boolean {
  return mayHold(earlier('routeTables'), ({ Routes = [] }) => Routes.some(({ TransitGatewayId }) => TransitGatewayId !== undefined));
}
