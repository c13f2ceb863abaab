import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { AccessPoint } from '../../src/inventory/sections/access-points.ts';
import type { FileSystemPolicy } from '../../src/inventory/sections/file-system-policies.ts';
import type { MountTarget } from '../../src/inventory/sections/mount-targets.ts';
import { account, region } from './rows.ts';

/** A mount target of fs-1 in subnet-1, with the group that SageMaker makes for it. */
export function mountTarget(groups: readonly string[] | Gap = ['sg-in'], given: Partial<MountTarget['summary']> = {}): MountTarget {
  return {
    summary: { MountTargetId: 'fsmt-1', FileSystemId: 'fs-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', ...given },
    detail: 'operation' in groups ? missing(groups) : known({ SecurityGroups: groups }),
  };
}

/** An access point of fs-1 as user 10001. */
export function accessPoint(given: Partial<AccessPoint> = {}): AccessPoint {
  return {
    AccessPointId: 'fsap-1',
    AccessPointArn: `arn:aws:elasticfilesystem:${region}:${account}:access-point/fsap-1`,
    FileSystemId: 'fs-1',
    PosixUser: { Uid: 10_001, Gid: 1_001 },
    ...given,
  };
}

/** The policy of fs-1: these statements, or none. */
export function fileSystemPolicy(policy: readonly object[] | null | Gap): FileSystemPolicy {
  const summary = { FileSystemId: 'fs-1' };
  if (policy === null) return { summary, detail: known({ Policy: null }) };
  if ('operation' in policy) return { summary, detail: missing(policy) };
  return { summary, detail: known({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: policy }) }) };
}
