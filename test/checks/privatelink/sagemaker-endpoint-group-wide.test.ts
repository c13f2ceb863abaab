import check from '../../../src/checks/privatelink/sagemaker-endpoint-group-wide.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { notebook, prefixList, refused, securityGroup, subnet, trainingJob, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Permissions = NonNullable<ReturnType<typeof securityGroup>['IpPermissions']>;
const used = { notebookInstances: [notebook()] };
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
const service = (ServiceName: string, IpPermissions: Permissions, given: Given = {}) =>
  inventory({
    ...used,
    vpcEndpoints: [vpcEndpoint('', { VpcEndpointId: 'vpce-1', ServiceName, Groups: [{ GroupId: 'sg-e' }] })],
    securityGroups: [securityGroup(), securityGroup({ GroupId: 'sg-e', IpPermissions })],
    ...given,
  });
const api = (IpPermissions: Permissions, given: Given = {}) => service('com.amazonaws.eu-west-1.sagemaker.api', IpPermissions, given);
const studio = (IpPermissions: Permissions) => service('aws.sagemaker.eu-west-1.studio', IpPermissions);
const from = (CidrIp: string, rule: object = https) => [{ ...rule, IpRanges: [{ CidrIp }] }] as Permissions;
const fromGroup = (GroupId: string) => [{ ...https, UserIdGroupPairs: [{ GroupId, UserId: '111122223333' }] }] as Permissions;

testCheck(check, {
  fail: [
    [
      'everything from the VPC',
      api(from('10.0.0.0/16', { IpProtocol: '-1' })),
      'vpce-1',
      {
        says: 'the group of the endpoint for sagemaker.api admits too much: all is more than TCP 443',
        requirements: ['ING-9'],
        evidence: ['ec2:DescribeSecurityGroups sg-e: IpPermissions[0].IpRanges[0].CidrIp="10.0.0.0/16"'],
      },
    ],
    ['TCP 443 from all of the VPC', api(from('10.0.0.0/16')), 'vpce-1', { says: '10.0.0.0/16 is more than its callers' }],
    ['TCP 443 from the internet', api(from('0.0.0.0/0')), 'vpce-1'],
    [
      'TCP 443 from the internet, while a workload could not be read',
      api(from('0.0.0.0/0'), { trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'vpce-1',
    ],
    [
      'more ports than one',
      api(from('10.0.1.0/24', { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 })),
      'vpce-1',
      { says: 'is more than TCP 443' },
    ],
    ['UDP as well', api([...from('10.0.1.0/24'), ...from('10.0.1.0/24', { IpProtocol: 'udp', FromPort: 443, ToPort: 443 })]), 'vpce-1'],
    ['everything from the workloads’ own group', api([{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1' }] }]), 'vpce-1'],
    ['a group that no workload carries', api(fromGroup('sg-9')), 'vpce-1', { says: 'no workload of the VPC carries sg-9' }],
    ['IPv6 at large', api([{ ...https, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]), 'vpce-1'],
    [
      'a list that is wider than the subnets',
      api([{ ...https, PrefixListIds: [{ PrefixListId: 'pl-1' }] }], { prefixLists: [prefixList('pl-1', ['10.0.0.0/8'])] }),
      'vpce-1',
    ],
    ['Studio from the internet', studio(from('0.0.0.0/0')), 'vpce-1', { says: 'for studio' }],
    ['Studio, by more ports than one', studio(from('10.9.0.0/16', { IpProtocol: '-1' })), 'vpce-1'],
  ],
  pass: [
    [
      'from the workloads’ group',
      api(fromGroup('sg-1')),
      'vpce-1',
      { says: 'TCP 443 from workloads of the VPC', evidence: ['ec2:DescribeSecurityGroups sg-e: IpPermissions="1 rule"'] },
    ],
    ['from the workloads’ subnet', api(from('10.0.1.0/24')), 'vpce-1'],
    [
      'the same while a workload could not be read',
      api(from('10.0.1.0/24'), { trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'vpce-1',
    ],
    ['from part of it', api(from('10.0.1.128/25')), 'vpce-1'],
    ['from itself', api(fromGroup('sg-e')), 'vpce-1'],
    [
      'from two subnets, written as one block',
      api(from('10.0.0.0/23'), {
        subnets: [subnet(), subnet({ SubnetId: 'subnet-0', CidrBlock: '10.0.0.0/24' })],
        notebookInstances: [notebook(), notebook('nb-2', { SubnetId: 'subnet-0' })],
      }),
      'vpce-1',
    ],
    [
      'a list of the subnet',
      api([{ ...https, PrefixListIds: [{ PrefixListId: 'pl-1' }] }], { prefixLists: [prefixList('pl-1', ['10.0.1.0/24'])] }),
      'vpce-1',
    ],
    ['nobody', api([]), 'vpce-1'],
    ['Studio from a company’s network', studio(from('10.0.0.0/8')), 'vpce-1', { says: 'from private addresses' }],
    ['TCP by its number', api(from('10.0.1.0/24', { ...https, IpProtocol: '6' })), 'vpce-1'],
  ],
  unknown: [
    [
      'a group that no workload carries, while one could not be read',
      api(fromGroup('sg-9'), { trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'vpce-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    [
      'groups refused',
      api([], { securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'vpce-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    ['a group that is not seen', api([], { securityGroups: [securityGroup()] }), 'vpce-1', { says: 'sg-e', missing: [] }],
    [
      'a list that could not be read',
      api([{ ...https, PrefixListIds: [{ PrefixListId: 'pl-1' }] }], {
        prefixLists: [prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'))],
      }),
      'vpce-1',
      { missing: ['ec2:GetManagedPrefixListEntries'] },
    ],
    ['a list that is not seen', api([{ ...https, PrefixListIds: [{ PrefixListId: 'pl-1' }] }]), 'vpce-1', { says: 'pl-1', missing: [] }],
    [
      'AWS did not say',
      inventory({ ...used, vpcEndpoints: [vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', Groups: [] })] }),
      'vpce-1',
    ],
  ],
  'not-applicable': [
    [
      'not available',
      inventory({ ...used, vpcEndpoints: [vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', State: 'failed' as 'Failed' })] }),
      'vpce-1',
    ],
  ],
  silent: [['an endpoint of another service', service('com.amazonaws.eu-west-1.logs', from('0.0.0.0/0'))]],
});
