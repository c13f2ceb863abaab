import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';

/**
 * The interface endpoints of one VPC that serve an AWS service, in any state.
 *
 * @param service the end of the service name after the Region, such as `sagemaker.api`; its FIPS form counts too. What stands before the Region
 *   differs between partitions (`com.amazonaws`, `cn.com.amazonaws`, `aws.sagemaker`).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function endpointsFor(service: string, vpcId: string, region: string, endpoints: readonly VpcEndpoint[]): readonly VpcEndpoint[] {
  const names = [`.${region}.${service}`, `.${region}.${service}-fips`];
  return endpoints.filter((endpoint) => endpoint.VpcId === vpcId && names.some((name) => `.${endpoint.ServiceName ?? ''}`.endsWith(name)));
}

/** Does the endpoint pass traffic? EC2 answers the state in lower case, and the SDK's model writes it with a capital. */
export function isAvailable(endpoint: VpcEndpoint): boolean {
  return endpoint.State?.toLowerCase() === 'available';
}

/** A route that leads to networks beyond the VPC, where an endpoint could stand for many VPCs. */
export interface OutwardRoute {
  readonly routeTableId: string;
  readonly target: string;
  readonly destination: string;
}

/** The first active route of a VPC to a peering, transit gateway, core network or virtual private gateway. */
export function outwardRoute(vpcId: string, tables: readonly RouteTable[]): OutwardRoute | undefined {
  for (const table of tables) {
    if (table.VpcId !== vpcId) continue;
    for (const route of table.Routes ?? []) {
      const gateway = route.GatewayId?.startsWith('vgw-') === true ? route.GatewayId : undefined;
      const target = route.TransitGatewayId ?? route.VpcPeeringConnectionId ?? route.CoreNetworkArn ?? gateway;
      if (target === undefined || route.State === 'blackhole' || route.State === 'filtered') continue;
      const destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
      return { routeTableId: table.RouteTableId ?? '', target, destination };
    }
  }
  return undefined;
}
