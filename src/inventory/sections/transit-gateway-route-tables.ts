import type { SearchTransitGatewayRoutesResult, TransitGatewayRouteTable as SdkTransitGatewayRouteTable } from '@aws-sdk/client-ec2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRouteTable.html */
export const transitGatewayRouteTableShape = shapeOf<SdkTransitGatewayRouteTable>()({
  TransitGatewayRouteTableId: true,
  TransitGatewayId: true,
  State: true,
});

/** Active routes and blackholes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html */
export const transitGatewayRoutesShape = shapeOf<SearchTransitGatewayRoutesResult>()({
  Routes: {
    DestinationCidrBlock: true,
    PrefixListId: true,
    Type: true,
    State: true,
    TransitGatewayAttachments: { TransitGatewayAttachmentId: true, ResourceType: true, ResourceId: true },
  },
  AdditionalRoutesAvailable: true,
});

/** A route table of a transit gateway, with all its routes or the reason why they could not be read. */
export type TransitGatewayRouteTable = Described<
  Selected<SdkTransitGatewayRouteTable, typeof transitGatewayRouteTableShape>,
  Selected<SearchTransitGatewayRoutesResult, typeof transitGatewayRoutesShape>
>;
