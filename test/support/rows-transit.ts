import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { CarrierGateway } from '../../src/inventory/sections/carrier-gateways.ts';
import type { TransitGatewayAttachment } from '../../src/inventory/sections/transit-gateway-attachments.ts';
import type { TransitGatewayPeeringAttachment } from '../../src/inventory/sections/transit-gateway-peering-attachments.ts';
import type { TransitGatewayRouteTable } from '../../src/inventory/sections/transit-gateway-route-tables.ts';
import type { TransitGatewayVpcAttachment } from '../../src/inventory/sections/transit-gateway-vpc-attachments.ts';
import type { TransitGateway } from '../../src/inventory/sections/transit-gateways.ts';
import type { VpcPeeringConnection } from '../../src/inventory/sections/vpc-peering-connections.ts';
import { account, region } from './rows.ts';

/** Rows of what leads from one VPC to another. tgw-1 joins vpc-1 and the shared vpc-2 (10.1.0.0/16), by the one route table tgw-rtb-1. */

/** pcx-1, active, from vpc-1 to vpc-2 of the same account. */
export function peering(given: Partial<VpcPeeringConnection> = {}): VpcPeeringConnection {
  const side = (VpcId: string, CidrBlock: string) => ({
    VpcId,
    OwnerId: account,
    Region: region,
    CidrBlock,
    CidrBlockSet: [{ CidrBlock }],
    Ipv6CidrBlockSet: [],
  });
  return {
    VpcPeeringConnectionId: 'pcx-1',
    Status: { Code: 'active' },
    RequesterVpcInfo: side('vpc-1', '10.0.0.0/16'),
    AccepterVpcInfo: side('vpc-2', '10.1.0.0/16'),
    ...given,
  };
}

export function transitGateway(given: Partial<TransitGateway> = {}): TransitGateway {
  return {
    TransitGatewayId: 'tgw-1',
    OwnerId: account,
    State: 'available',
    Options: { SecurityGroupReferencingSupport: 'disable', DnsSupport: 'enable' },
    ...given,
  };
}

/** The attachment of vpc-1 as every attachment is listed, associated with tgw-rtb-1. */
export function transitGatewayAttachment(given: Partial<TransitGatewayAttachment> = {}): TransitGatewayAttachment {
  return {
    TransitGatewayAttachmentId: 'tgw-attach-1',
    TransitGatewayId: 'tgw-1',
    TransitGatewayOwnerId: account,
    ResourceOwnerId: account,
    ResourceType: 'vpc',
    ResourceId: 'vpc-1',
    State: 'available',
    Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
    ...given,
  };
}

/** What the attachment of vpc-1 says of its subnets. */
export function transitGatewayVpcAttachment(given: Partial<TransitGatewayVpcAttachment> = {}): TransitGatewayVpcAttachment {
  return {
    TransitGatewayAttachmentId: 'tgw-attach-1',
    TransitGatewayId: 'tgw-1',
    VpcId: 'vpc-1',
    VpcOwnerId: account,
    State: 'available',
    SubnetIds: ['subnet-1'],
    Options: { DnsSupport: 'enable', SecurityGroupReferencingSupport: 'disable', Ipv6Support: 'disable', ApplianceModeSupport: 'disable' },
    ...given,
  };
}

/** tgw-1 and tgw-2 of another Region. */
export function transitGatewayPeeringAttachment(given: Partial<TransitGatewayPeeringAttachment> = {}): TransitGatewayPeeringAttachment {
  return {
    TransitGatewayAttachmentId: 'tgw-attach-peer',
    RequesterTgwInfo: { TransitGatewayId: 'tgw-1', OwnerId: account, Region: region },
    AccepterTgwInfo: { TransitGatewayId: 'tgw-2', OwnerId: account, Region: 'eu-central-1' },
    State: 'available',
    ...given,
  };
}

type TransitRoute = NonNullable<Extract<TransitGatewayRouteTable['detail'], { readonly known: true }>['value']['Routes']>[number];

/** A static route to an attachment of a VPC, active unless said otherwise. */
export function transitRoute(DestinationCidrBlock: string, attachment: string, given: Partial<TransitRoute> = {}): TransitRoute {
  return {
    DestinationCidrBlock,
    Type: 'static',
    State: 'active',
    TransitGatewayAttachments: [{ TransitGatewayAttachmentId: attachment, ResourceType: 'vpc' }],
    ...given,
  };
}

/** A route table of tgw-1 with these routes, or one whose routes could not be read. */
export function transitGatewayRouteTable(routes: readonly TransitRoute[] | Gap = [], id = 'tgw-rtb-1'): TransitGatewayRouteTable {
  return {
    summary: { TransitGatewayRouteTableId: id, TransitGatewayId: 'tgw-1', State: 'available' },
    detail: 'operation' in routes ? missing(routes) : known({ Routes: routes, AdditionalRoutesAvailable: false }),
  };
}

export function carrierGateway(given: Partial<CarrierGateway> = {}): CarrierGateway {
  return { CarrierGatewayId: 'cagw-1', VpcId: 'vpc-1', State: 'available', OwnerId: account, ...given };
}
