import type { SpaceDetails } from '@aws-sdk/client-sagemaker';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * What the list itself tells of a space is all that is asked about one.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceDetails.html
 */
export const spaceShape = shapeOf<SpaceDetails>()({
  DomainId: true,
  SpaceName: true,
  Status: true,
  SpaceSettingsSummary: { AppType: true, RemoteAccess: true },
  SpaceSharingSettingsSummary: { SharingType: true },
  OwnershipSettingsSummary: { OwnerUserProfileName: true },
  CreationTime: true,
});

export type Space = Selected<SpaceDetails, typeof spaceShape>;
