import type { MountTargetDescription } from '@aws-sdk/client-efs';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html */
export const mountTargetShape = shapeOf<MountTargetDescription>()({
  MountTargetId: true,
  FileSystemId: true,
  SubnetId: true,
  VpcId: true,
  NetworkInterfaceId: true,
  AvailabilityZoneId: true,
});

/** Where a file system of a domain is reached in a VPC, and the groups that say from where. */
export type MountTarget = Described<
  Selected<MountTargetDescription, typeof mountTargetShape>,
  { readonly SecurityGroups: readonly string[] }
>;
