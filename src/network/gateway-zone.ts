import type { Doubt } from './doubt.ts';
import { listed, type Network } from './network.ts';
import { routerOf, zoneOf } from './router.ts';
import type { Router } from './walk.ts';

/**
 * Does a transit gateway take packets from the router's zone? Only from zones in which the VPC's attachment to it has a subnet.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 *
 * @returns a doubt where a subnet of the attachment is not to be seen
 */
export function takenFromZone(network: Network, { place, vpcId, subnet }: Router, gateway: string): boolean | Doubt {
  const zone = subnet === undefined ? undefined : zoneOf(subnet);
  const subnetIds = listed(place, 'transitGatewayVpcAttachments')
    .filter((row) => row.TransitGatewayId === gateway && row.VpcId === vpcId)
    .flatMap(({ SubnetIds }) => SubnetIds ?? []);
  // Without an attachment in sight nothing speaks against the way that the packets have come.
  if (zone === undefined || subnetIds.length === 0) return true;
  const routers = subnetIds.map((subnetId) => routerOf(network, place, subnetId));
  if (routers.some(({ value }) => value?.subnet !== undefined && zoneOf(value.subnet) === zone)) return true;
  return routers.find(({ doubt }) => doubt !== undefined)?.doubt ?? false;
}
