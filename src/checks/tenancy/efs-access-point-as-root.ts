import { known } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'elasticfilesystem:DescribeAccessPoints';

export default defineCheck({
  id: 'efs-access-point-as-root',
  title: 'Access point to the files of Studio users makes whoever mounts it root',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-9'],
  controls: [],
  description:
    'The homes of all Studio users of a domain are directories of one file system, kept apart by user ids alone. Whoever comes in by an access point ' +
    'is the user that it names: with user id 0 he reads and changes the files of everybody. An access point that names no user leaves it to who mounts it to ' +
    'say who he is, root included. Looked at: access points of the file systems of domains and of their users.',
  remediation:
    'The user of an access point cannot be changed in place: create another (`aws efs create-access-point --posix-user Uid=…,Gid=… --root-directory …`) ' +
    'and delete this one.',
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-tasks-manage-storage.html',
  ],
  needs: ['accessPoints'],
  *resources({ accessPoints, scope: { partition, account, region } }) {
    for (const point of accessPoints) {
      const { AccessPointId: name = '', AccessPointArn } = point;
      const arn = AccessPointArn ?? `arn:${partition}:elasticfilesystem:${region}:${account}:access-point/${name}`;
      yield known({ resource: { type: 'AWS::EFS::AccessPoint', name, arn, account, region }, about: point });
    }
  },
  evaluate({ FileSystemId = '', PosixUser }) {
    const evidence = { source, path: 'PosixUser.Uid', value: PosixUser?.Uid ?? null };
    if (PosixUser === undefined) {
      return fail(`whoever comes in to ${FileSystemId} by the access point says himself who he is, root included`, [
        { source, path: 'PosixUser', value: null },
      ]);
    }
    const { Uid, Gid, SecondaryGids = [] } = PosixUser;
    if (Uid === undefined) return unknown('AWS did not say which user the access point makes of whom', [evidence]);
    if (Uid === 0) return fail(`whoever comes in to ${FileSystemId} by the access point is root there`, [evidence]);
    if (Gid === 0 || SecondaryGids.includes(0)) {
      return fail(`whoever comes in to ${FileSystemId} by the access point is in the group of root`, [
        { source, path: Gid === 0 ? 'PosixUser.Gid' : 'PosixUser.SecondaryGids', value: Gid === 0 ? 0 : [...SecondaryGids] },
      ]);
    }
    return pass(`whoever comes in by the access point is user ${Uid}`, [evidence]);
  },
});
