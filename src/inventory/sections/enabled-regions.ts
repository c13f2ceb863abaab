import type { Region } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Region.html */
export const enabledRegionShape = shapeOf<Region>()({ RegionName: true, OptInStatus: true });

export type EnabledRegion = Selected<Region, typeof enabledRegionShape>;
