import type { AppDetails } from '@aws-sdk/client-sagemaker';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * What the list itself tells of an app is all that is asked about one: whose it is, and whether it runs.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AppDetails.html
 */
export const appShape = shapeOf<AppDetails>()({
  DomainId: true,
  UserProfileName: true,
  SpaceName: true,
  AppType: true,
  AppName: true,
  Status: true,
  CreationTime: true,
});

export type App = Selected<AppDetails, typeof appShape>;
