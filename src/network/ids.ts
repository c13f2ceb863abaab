import type { SectionItem } from '../inventory/sections.ts';
import type { NetworkSection } from './network-sections.ts';

type Key<K extends NetworkSection> = (row: SectionItem<K>) => string | undefined;

/** What identifies the rows of sections that are looked up by id. */
export const idOf = {
  vpcs: (row) => row.VpcId,
  subnets: (row) => row.SubnetId,
  routeTables: (row) => row.RouteTableId,
  securityGroups: (row) => row.GroupId,
  networkInterfaces: (row) => row.NetworkInterfaceId,
  internetGateways: (row) => row.InternetGatewayId,
  egressOnlyInternetGateways: (row) => row.EgressOnlyInternetGatewayId,
  carrierGateways: (row) => row.CarrierGatewayId,
  natGateways: (row) => row.NatGatewayId,
  vpcEndpoints: (row) => row.VpcEndpointId,
  vpcPeeringConnections: (row) => row.VpcPeeringConnectionId,
  transitGateways: (row) => row.TransitGatewayId,
  transitGatewayVpcAttachments: (row) => row.TransitGatewayAttachmentId,
  transitGatewayPeeringAttachments: (row) => row.TransitGatewayAttachmentId,
  transitGatewayRouteTables: (row) => row.summary.TransitGatewayRouteTableId,
  vpcDnsAttributes: (row) => row.summary.VpcId,
  dhcpOptions: (row) => row.DhcpOptionsId,
} as const satisfies { readonly [K in NetworkSection]?: Key<K> };
