import type { SectionName } from '../src/inventory/sections.ts';
import * as build from '../test/support/aws/build-account.ts';
import { names, pages, type Counted } from './fewest.ts';

/** So many domains, each with a file system and one mount target, whose interface is seen. */
const domains = (count: number) => ({
  Domains: names(count, 'fs').map((HomeEfsFileSystemId) => build.domain(`d-${HomeEfsFileSystemId}`, { HomeEfsFileSystemId })),
  MountTargets: names(count, 'fs').map((FileSystemId) => ({
    MountTargetId: `fsmt-${FileSystemId}`,
    FileSystemId,
    SubnetId: 'subnet-1',
    LifeCycleState: 'available' as const,
    NetworkInterfaceId: `eni-${FileSystemId}`,
  })),
  NetworkInterfaces: names(count, 'fs').map((id) => ({ NetworkInterfaceId: `eni-${id}`, Groups: [{ GroupId: 'sg-1' }] })),
});

/** The domains and, where there is one, the list of user profiles. */
const naming = (count: number): number => pages(count, 100) + count + (count > 0 ? 1 : 0);

export const countedFileSystems: { readonly [K in SectionName]?: Counted } = {
  mountTargets: {
    fill: domains,
    fewest: (count) => naming(count) + 1 + count,
    why: 'domains and profiles name file systems; a list of each; the groups are those of the network interfaces',
  },
  accessPoints: { fill: domains, fewest: (count) => naming(count) + count, why: 'as above, a list of each file system' },
  fileSystemPolicies: { fill: domains, fewest: (count) => naming(count) + count, why: 'as above, a call for each file system' },
};
