import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SectionName } from '../../src/inventory/sections.ts';
import type { AccountFixture, RegionFixture } from '../support/aws/account.ts';
import { accountOf, domain, userProfile, vpc } from '../support/aws/build-account.ts';
import { collected } from '../support/collected.ts';

afterEach(() => vi.unstubAllEnvs());

const sections: readonly SectionName[] = ['mountTargets', 'accessPoints', 'fileSystemPolicies'];
const policy = '{"Version":"2012-10-17","Statement":[]}';
const efs = (calls: readonly string[]) => calls.filter((call) => call.startsWith('elasticfilesystem:'));

const target = (MountTargetId: string, FileSystemId: string, NetworkInterfaceId: string) => ({
  MountTargetId,
  FileSystemId,
  SubnetId: 'subnet-1',
  LifeCycleState: 'available' as const,
  NetworkInterfaceId,
});

const account = (given: RegionFixture): AccountFixture =>
  accountOf({
    'eu-west-1': {
      Domains: [domain('d-1', { HomeEfsFileSystemId: 'fs-home' })],
      MountTargets: [
        target('fsmt-1', 'fs-home', 'eni-seen'),
        target('fsmt-2', 'fs-home', 'eni-hidden'),
        target('fsmt-9', 'fs-other', 'eni-9'),
      ],
      MountTargetSecurityGroups: { 'fsmt-2': ['sg-2'] },
      Vpcs: [vpc()],
      NetworkInterfaces: [{ NetworkInterfaceId: 'eni-seen', Groups: [{ GroupId: 'sg-1' }] }],
      ...given,
    },
  });

describe('the file systems of domains', () => {
  it('are not asked about where there is no domain', async () => {
    const { calls, record } = await collected(accountOf({ 'eu-west-1': {} }), sections);
    expect(efs(calls)).toEqual([]);
    for (const section of sections) expect(record(section).fact).toEqual({ known: true, value: [] });
  });

  it('have mount targets, whose groups are those of their interfaces; EFS is asked only where these are not seen', async () => {
    const { rows, inputs } = await collected(account({}), sections);
    const groups = rows('mountTargets').map(({ summary, detail }) => [
      summary.MountTargetId,
      summary.FileSystemId,
      detail.known && detail.value,
    ]);
    expect(groups).toEqual([
      ['fsmt-1', 'fs-home', { SecurityGroups: ['sg-1'] }],
      ['fsmt-2', 'fs-home', { SecurityGroups: ['sg-2'] }],
    ]);
    expect(inputs('elasticfilesystem:DescribeMountTargetSecurityGroups')).toEqual([{ MountTargetId: 'fsmt-2' }]);
    expect(inputs('elasticfilesystem:DescribeMountTargets')).toEqual([{ FileSystemId: 'fs-home', MaxItems: 100 }]);
  });

  it('beside the home are those that domains and profiles add', async () => {
    const more = { CustomFileSystemConfigs: [{ EFSFileSystemConfig: { FileSystemId: 'fs-other', FileSystemPath: '/team' } }] };
    const { inputs } = await collected(account({ UserProfiles: [userProfile('d-1', 'anna', { UserSettings: more })] }), sections);
    expect(inputs('elasticfilesystem:DescribeAccessPoints').map(({ FileSystemId }) => FileSystemId)).toEqual(['fs-home', 'fs-other']);
  });

  it('have access points with the user that they make of everybody', async () => {
    const AccessPoints = Array.from({ length: 101 }, (_, at) => ({
      AccessPointId: `fsap-${at}`,
      FileSystemId: 'fs-home',
      PosixUser: { Uid: at, Gid: 100 },
      RootDirectory: { Path: '/' },
      Tags: [{ Key: 'k', Value: 'v' }],
    }));
    const { rows } = await collected(account({ AccessPoints }), sections);
    expect(rows('accessPoints')).toHaveLength(101);
    expect(rows('accessPoints')[0]).toEqual({
      AccessPointId: 'fsap-0',
      FileSystemId: 'fs-home',
      PosixUser: { Uid: 0, Gid: 100 },
      RootDirectory: { Path: '/' },
    });
  });

  it.each([
    ['a policy', { FileSystemPolicies: { 'fs-home': policy } }, policy],
    ['no policy, which is known', {}, null],
  ])('have %s', async (_what, given, Policy) => {
    const { rows } = await collected(account(given), sections);
    expect(rows('fileSystemPolicies')).toEqual([{ summary: { FileSystemId: 'fs-home' }, detail: { known: true, value: { Policy } } }]);
  });

  it('that are gone have nothing any more', async () => {
    const { fact } = await collected(account({ MountTargets: [] }), sections);
    for (const section of sections) expect(fact(section)).toEqual({ known: true, value: [] });
  });

  it.each([
    ['mountTargets', 'elasticfilesystem:DescribeMountTargets'],
    ['accessPoints', 'elasticfilesystem:DescribeAccessPoints'],
  ] as const)('%s: a portal in the place of EFS is a gap', async (section, operation) => {
    const { fact } = await collected(account({}), sections, { faults: [{ kind: 'html', operation, status: 200 }] });
    expect(fact(section)).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer', permission: operation } });
  });

  it.each(['html', 'truncated'] as const)('a policy that is none (%s) is a gap', async (kind) => {
    const { rows } = await collected(account({ FileSystemPolicies: { 'fs-home': policy } }), sections, {
      faults: [{ kind, operation: 'elasticfilesystem:DescribeFileSystemPolicy', ...(kind === 'html' ? { status: 200 } : {}) }],
    });
    expect(rows('fileSystemPolicies')[0]?.detail).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer' } });
  });

  it('are not all known where a domain could not be read', async () => {
    const { fact } = await collected(account({}), sections, { faults: [{ kind: 'access-denied', operation: 'sagemaker:DescribeDomain' }] });
    for (const section of sections) expect(fact(section)).toMatchObject({ known: false, gap: { operation: 'sagemaker:DescribeDomain' } });
  });
});
