import { need } from '../fact.ts';
import { fileSystemsOf } from '../file-systems-of.ts';
import { textOf } from './json-object.ts';
import type { Explain, NamedRow, Unit } from './section-reader.ts';
import { firstPart } from './settle.ts';
import type { Source } from './source.ts';
import { placeBy } from './told.ts';

/** The answer to describe-mount-target-security-groups, which does not say which mount target was asked about. */
const mountTargetGroups: Source = {
  keys: ['SecurityGroups'],
  fileName: 'fsmt-0123456789abcdef0',
  read(answer, file) {
    const groups = answer['SecurityGroups'];
    const id = textOf(answer, 'MountTargetId') ?? /fsmt-[0-9a-f]+/.exec(file.stem)?.[0];
    // Those of EC2 are objects.
    if (id === undefined || !Array.isArray(groups) || !groups.every((group) => typeof group === 'string')) return undefined;
    return [{ id, value: { SecurityGroups: groups }, summary: { MountTargetId: id }, place: placeBy(id) }];
  },
};

export const mountTargetGroupsOf: Explain = {
  operation: 'elasticfilesystem:DescribeMountTargetSecurityGroups',
  details: [mountTargetGroups],
  settle: firstPart,
  by: ['MountTargetId'],
  arn: (id) => id,
};

/** The answer to describe-file-system-policy. */
const policyAnswer: Source = {
  keys: ['FileSystemId', 'Policy'],
  read(answer) {
    const [id, Policy] = [textOf(answer, 'FileSystemId'), textOf(answer, 'Policy')];
    return id === undefined || Policy === undefined
      ? undefined
      : [{ id, value: { Policy }, summary: { FileSystemId: id }, place: placeBy(id) }];
  },
};

export const fileSystemPolicy: Explain = {
  operation: 'elasticfilesystem:DescribeFileSystemPolicy',
  details: [policyAnswer],
  settle: firstPart,
  by: ['FileSystemId'],
  arn: (id, { partition, account, region }) => `arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${id}`,
  names: namedFileSystems,
};

function namedFileSystems({ fact }: Unit): readonly NamedRow[] {
  return need(fileSystemsOf(fact('domains'), fact('userProfiles'))).map((FileSystemId) => ({
    id: FileSystemId,
    summary: { FileSystemId },
  }));
}
