import type { RouteTable as SdkRouteTable } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export const routeTableShape = shapeOf<SdkRouteTable>()({
  RouteTableId: true,
  VpcId: true,
  OwnerId: true,
  Associations: { RouteTableAssociationId: true, Main: true, SubnetId: true, GatewayId: true, AssociationState: { State: true } },
  Routes: true,
});

export type RouteTable = Selected<SdkRouteTable, typeof routeTableShape>;
