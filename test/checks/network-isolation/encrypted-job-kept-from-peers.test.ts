import check from '../../../src/checks/network-isolation/encrypted-job-kept-from-peers.ts';
import { inventory } from '../../support/inventory.ts';
import { prefixList, refused, securityGroup, subnet, trainingJob } from '../../support/rows.ts';
import * as rows from '../../support/rows-jobs.ts';
import { testCheck } from '../../support/test-check.ts';

type Rules = NonNullable<ReturnType<typeof securityGroup>['IpPermissions']>;

const itself = { UserIdGroupPairs: [{ GroupId: 'sg-1' }] };
const ike = (peer: object) => ({ IpProtocol: 'udp', FromPort: 500, ToPort: 500, ...peer });
const esp = (peer: object) => ({ IpProtocol: '50', ...peer });
const ipsec: Rules = [ike(itself), esp(itself)];
const listed: Rules = [ike({ PrefixListIds: [{ PrefixListId: 'pl-1' }] }), esp({ PrefixListIds: [{ PrefixListId: 'pl-1' }] })];

const jobs = [trainingJob('job-1', { ResourceConfig: { InstanceCount: 2 } })];
const grouped = (IpPermissions: Rules, IpPermissionsEgress: Rules, more: Parameters<typeof inventory>[0] = {}) =>
  inventory({ trainingJobs: jobs, securityGroups: [securityGroup({ IpPermissions, IpPermissionsEgress })], ...more });

testCheck(check, {
  fail: [
    ['443 to itself', inventory({ trainingJobs: jobs }), 'job-1', { requirements: ['ISO-12'], says: 'UDP 500 and protocol 50 (ESP) in' }],
    ['out is forgotten', grouped(ipsec, []), 'job-1', { says: 'out' }],
    ['ESP is forgotten', grouped([ike(itself)], ipsec), 'job-1', { says: 'no protocol 50 (ESP) in' }],
    ['UDP, but another port', grouped([{ IpProtocol: 'udp', FromPort: 501, ToPort: 600, ...itself }, esp(itself)], ipsec), 'job-1'],
    ['from a group that it does not carry', grouped([ike({ UserIdGroupPairs: [{ GroupId: 'sg-2' }] }), esp(itself)], ipsec), 'job-1'],
    [
      'blocks that hold one of two subnets',
      grouped([{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.1.0/24' }] }], ipsec, {
        subnets: [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
        trainingJobs: [
          trainingJob('job-1', {
            ResourceConfig: { InstanceCount: 2 },
            VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
          }),
        ],
      }),
      'job-1',
    ],
  ],
  pass: [
    ['IPsec among themselves', grouped(ipsec, ipsec), 'job-1'],
    ['everything among themselves', grouped([{ IpProtocol: '-1', ...itself }], [{ IpProtocol: '-1', ...itself }]), 'job-1'],
    [
      'blocks that together hold the subnet',
      grouped(
        [
          { IpProtocol: '17', FromPort: 0, ToPort: 65535, IpRanges: [{ CidrIp: '10.0.1.0/25' }, { CidrIp: '10.0.1.128/25' }] },
          { IpProtocol: '50', IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
        ],
        [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      ),
      'job-1',
    ],
    ['a prefix list that holds the subnet', grouped(listed, ipsec, { prefixLists: [prefixList('pl-1', ['10.0.0.0/16'])] }), 'job-1'],
    [
      'one of the groups names another of the same job',
      grouped([ike({ UserIdGroupPairs: [{ GroupId: 'sg-2' }] }), esp({ UserIdGroupPairs: [{ GroupId: 'sg-2' }] })], ipsec, {
        securityGroups: [
          securityGroup({
            IpPermissions: [ike({ UserIdGroupPairs: [{ GroupId: 'sg-2' }] }), esp({ UserIdGroupPairs: [{ GroupId: 'sg-2' }] })],
            IpPermissionsEgress: ipsec,
          }),
          securityGroup({ GroupId: 'sg-2', IpPermissions: [], IpPermissionsEgress: [] }),
        ],
        trainingJobs: [
          trainingJob('job-1', {
            ResourceConfig: { InstanceCount: 2 },
            VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1', 'sg-2'] },
          }),
        ],
      }),
      'job-1',
    ],
  ],
  unknown: [
    [
      'a prefix list that nobody could read',
      grouped(listed, ipsec, { prefixLists: [prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'))] }),
      'job-1',
    ],
    ['a group that is gone', inventory({ trainingJobs: jobs, securityGroups: [] }), 'job-1', { says: 'not visible any more' }],
    [
      'groups refused',
      inventory({ trainingJobs: jobs, securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'job-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
  ],
  'not-applicable': [
    ['one instance', inventory({ trainingJobs: [trainingJob()] }), 'job-1'],
    [
      'in clear',
      inventory({
        trainingJobs: [trainingJob('job-1', { ResourceConfig: { InstanceCount: 2 }, EnableInterContainerTrafficEncryption: false })],
      }),
      'job-1',
    ],
    [
      'in no VPC',
      inventory({ trainingJobs: [trainingJob('job-1', { ResourceConfig: { InstanceCount: 2 }, VpcConfig: undefined })] }),
      'job-1',
    ],
    [
      'history, of which the group is gone',
      inventory({ trainingJobs: [trainingJob('job-1', { ResourceConfig: { InstanceCount: 2 } }, 'Completed')], securityGroups: [] }),
      'job-1',
    ],
    ['a processing job on one instance', inventory({ processingJobs: [rows.processingJob()] }), 'processing-1'],
  ],
});
