import type { DhcpOptions as SdkDhcpOptions } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DhcpOptions.html */
export const dhcpOptionsShape = shapeOf<SdkDhcpOptions>()({ DhcpOptionsId: true, OwnerId: true, DhcpConfigurations: true });

export type DhcpOptions = Selected<SdkDhcpOptions, typeof dhcpOptionsShape>;
