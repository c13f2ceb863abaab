import type { CarrierGateway as SdkCarrierGateway } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CarrierGateway.html */
export const carrierGatewayShape = shapeOf<SdkCarrierGateway>()({ CarrierGatewayId: true, VpcId: true, State: true, OwnerId: true });

export type CarrierGateway = Selected<SdkCarrierGateway, typeof carrierGatewayShape>;
