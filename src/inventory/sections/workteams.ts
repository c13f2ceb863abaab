import type { Workteam as SdkWorkteam } from '@aws-sdk/client-sagemaker';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * The list tells all of it. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Workteam.html
 *
 * Without its members, who are people, and without SubDomain, which is their way in.
 */
export const workteamShape = shapeOf<SdkWorkteam>()({
  WorkteamName: true,
  WorkteamArn: true,
  WorkforceArn: true,
  CreateDate: true,
});

export type Workteam = Selected<SdkWorkteam, typeof workteamShape>;
