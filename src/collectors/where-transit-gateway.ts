import type { AskedWhere } from './asked-where.ts';
import { mayHold } from './may-hold.ts';

/** Does a route of some VPC lead to a transit gateway? Without one, none can carry anything of this Region's VPCs. */
export const whereTransitGateway: AskedWhere = {
  may: (earlier) =>
    mayHold(earlier('routeTables'), ({ Routes = [] }) => Routes.some(({ TransitGatewayId }) => TransitGatewayId !== undefined)),
  otherwise: 'no route leads to a transit gateway',
};
