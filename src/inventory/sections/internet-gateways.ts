import type { InternetGateway as SdkInternetGateway } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export const internetGatewayShape = shapeOf<SdkInternetGateway>()({ InternetGatewayId: true, OwnerId: true, Attachments: true });

export type InternetGateway = Selected<SdkInternetGateway, typeof internetGatewayShape>;
