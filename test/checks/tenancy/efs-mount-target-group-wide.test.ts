import check from '../../../src/checks/tenancy/efs-mount-target-group-wide.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { fileSystemPolicy, mountTarget } from '../../support/rows-efs.ts';
import { domain, refused, securityGroup, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Permissions = NonNullable<Parameters<typeof securityGroup>[0]>['IpPermissions'];
const nfs = { IpProtocol: 'tcp', FromPort: 2049, ToPort: 2049 };
const from = (...ids: readonly string[]) => ({ ...nfs, UserIdGroupPairs: ids.map((GroupId) => ({ GroupId, UserId: '111122223333' })) });
const block = (CidrIp: string) => ({ ...nfs, IpRanges: [{ CidrIp }] });
const source = 'ec2:DescribeSecurityGroups';

/** fs-1, the homes of d-1, behind a group with these rules. */
const behind = (rules: Permissions, given: Given = {}) =>
  inventory({
    domains: [domain('d-1', { HomeEfsFileSystemId: 'fs-1' })],
    userProfiles: [userProfile()],
    mountTargets: [mountTarget()],
    fileSystemPolicies: [fileSystemPolicy(null)],
    securityGroups: [
      securityGroup({ GroupId: 'sg-in', GroupName: 'security-group-for-inbound-nfs-d-1', IpPermissions: rules }),
      securityGroup({ GroupId: 'sg-out', GroupName: 'security-group-for-outbound-nfs-d-1' }),
      securityGroup({ GroupId: 'sg-bastion', GroupName: 'bastion' }),
    ],
    ...given,
  });
const mount = { Effect: 'Allow', Principal: { AWS: '*' }, Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'] };
const made = [from('sg-out')];

testCheck(check, {
  fail: [
    [
      'a block of the VPC',
      behind([...made, block('10.0.0.0/16')]),
      'fs-1',
      {
        says: 'hosts in 10.0.0.0/16 can mount the file system',
        requirements: ['TEN-9'],
        evidence: [`${source} sg-in: IpPermissions[1]="10.0.0.0/16"`],
      },
    ],
    ['all traffic from a block', behind([{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }]), 'fs-1'],
    ['IPv6', behind([{ ...nfs, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]), 'fs-1'],
    [
      'a range of ports with that of NFS in it',
      behind([{ IpProtocol: 'tcp', FromPort: 2000, ToPort: 3000, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]),
      'fs-1',
    ],
    ['the group of a bastion', behind([from('sg-out', 'sg-bastion')]), 'fs-1', { says: 'hosts in sg-bastion' }],
    [
      'the policy of the file system lets everybody in by a mount target',
      behind([block('10.0.0.0/16')], {
        fileSystemPolicies: [fileSystemPolicy([{ ...mount, Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } }])],
      }),
      'fs-1',
    ],
    [
      'its policy is for whoever is in the network',
      behind([block('10.0.0.0/16')], {
        fileSystemPolicies: [fileSystemPolicy([{ ...mount, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } } }])],
      }),
      'fs-1',
    ],
    ['a file system beside the homes, by a block', behind([block('10.0.0.0/16')], { domains: [domain('d-1')] }), 'fs-1'],
  ],
  pass: [
    ['as SageMaker makes it', behind(made), 'fs-1', { requirements: ['TEN-9'], evidence: [`${source} sg-in: IpPermissions="1 rule"`] }],
    ['the groups of the domain and its users, and the group itself', behind([from('sg-1', 'sg-alice', 'sg-in')]), 'fs-1'],
    [
      'a block for another port',
      behind([...made, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]),
      'fs-1',
    ],
    [
      'its policy lets nobody mount it without credentials',
      behind([block('10.0.0.0/16')], {
        fileSystemPolicies: [fileSystemPolicy([{ ...mount, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }])],
      }),
      'fs-1',
      { says: 'without credentials' },
    ],
    ['another group, to a file system beside the homes', behind([from('sg-bastion')], { domains: [domain('d-1')] }), 'fs-1'],
  ],
  unknown: [
    [
      'groups refused',
      behind(made, { securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'fs-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    [
      'a group of another account',
      behind(made, { mountTargets: [mountTarget(['sg-shared'])] }),
      'fs-1',
      { says: 'sg-shared are not visible', missing: [] },
    ],
    [
      'groups of the target refused',
      behind(made, { mountTargets: [mountTarget(refused('elasticfilesystem:DescribeMountTargetSecurityGroups'))] }),
      'fs-1',
      { missing: ['elasticfilesystem:DescribeMountTargetSecurityGroups'] },
    ],
    [
      'a profile that may carry the group could not be read',
      behind([from('sg-bastion')], { userProfiles: [userProfile('alice', refused('sagemaker:DescribeUserProfile'))] }),
      'fs-1',
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    [
      'the policy refused',
      behind([block('10.0.0.0/16')], { fileSystemPolicies: [fileSystemPolicy(refused('elasticfilesystem:DescribeFileSystemPolicy'))] }),
      'fs-1',
      { missing: ['elasticfilesystem:DescribeFileSystemPolicy'] },
    ],
    [
      'mount targets refused',
      inventory({ mountTargets: refused('elasticfilesystem:DescribeMountTargets') }),
      '111122223333',
      { missing: ['elasticfilesystem:DescribeMountTargets'] },
    ],
    ['a protocol nobody has heard of', behind([{ IpProtocol: 'quux', IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]), 'fs-1', { missing: [] }],
  ],
});
