import type { AccessPointDescription } from '@aws-sdk/client-efs';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/efs/latest/ug/API_AccessPointDescription.html
 *
 * Whoever comes in by an access point is the user that it names, whatever user he is at home.
 */
export const accessPointShape = shapeOf<AccessPointDescription>()({
  AccessPointId: true,
  AccessPointArn: true,
  FileSystemId: true,
  PosixUser: true,
  RootDirectory: true,
  LifeCycleState: true,
});

/** An access point of a file system of a domain. */
export type AccessPoint = Selected<AccessPointDescription, typeof accessPointShape>;
