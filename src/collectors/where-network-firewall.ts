import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { AskedWhere } from './asked-where.ts';
import type { EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';

/**
 * Does a route, of a subnet or of a gateway, lead to an endpoint that a firewall may stand behind, or does a transit gateway lead to a firewall itself?
 * A firewall is reached through endpoints of the type GatewayLoadBalancer, or attached to a transit gateway as a network function.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-components.html
 */
export const whereNetworkFirewall: AskedWhere = {
  may: mayUseNetworkFirewall,
  otherwise: 'no route and no transit gateway leads to where a firewall may be',
};

function mayUseNetworkFirewall(earlier: EarlierFacts): boolean {
  if (mayHold(earlier('transitGatewayAttachments'), ({ ResourceType }) => ResourceType === 'network-function')) return true;
  const endpoints = earlier('vpcEndpoints');
  const others = new Set<string | undefined>();
  // An endpoint that is not listed belongs to somebody else, and nobody here knows its type.
  if (endpoints.known) {
    for (const { VpcEndpointId, VpcEndpointType } of endpoints.value)
      if (VpcEndpointType !== 'GatewayLoadBalancer') others.add(VpcEndpointId);
  }
  return mayHold(earlier('routeTables'), (table) => endpointsOf(table).some((id) => !others.has(id)));
}

function endpointsOf({ Routes = [] }: RouteTable): readonly string[] {
  return Routes.flatMap(({ GatewayId }) => (GatewayId?.startsWith('vpce-') === true ? [GatewayId] : []));
}
