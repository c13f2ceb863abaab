import type { DescribeSpaceResponse, SpaceDetails } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * What the list itself tells of a space: whose it is, and who gets in.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceDetails.html
 */
export const spaceSummaryShape = shapeOf<SpaceDetails>()({
  DomainId: true,
  SpaceName: true,
  Status: true,
  SpaceSettingsSummary: { AppType: true, RemoteAccess: true },
  SpaceSharingSettingsSummary: { SharingType: true },
  OwnershipSettingsSummary: { OwnerUserProfileName: true },
  CreationTime: true,
});

/**
 * What only the description tells: from where its apps clone code. Without Url, which opens the space.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeSpace.html
 */
export const spaceShape = shapeOf<DescribeSpaceResponse>()({
  DomainId: true,
  SpaceName: true,
  SpaceArn: true,
  SpaceSettings: { JupyterServerAppSettings: { CodeRepositories: true }, JupyterLabAppSettings: { CodeRepositories: true } },
});

export type SpaceSummary = Selected<SpaceDetails, typeof spaceSummaryShape>;

export type SpaceDetail = Selected<DescribeSpaceResponse, typeof spaceShape>;

export type Space = Described<SpaceSummary, SpaceDetail>;
