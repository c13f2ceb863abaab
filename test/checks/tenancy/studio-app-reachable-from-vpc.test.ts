import check from '../../../src/checks/tenancy/studio-app-reachable-from-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { networkAcl } from '../../support/rows-network.ts';
import { account, domain, mainTable, prefixList, refused, securityGroup, subnet, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

/** sg-1 admits these blocks to the ports of apps. */
const admitting = (...blocks: string[]) =>
  securityGroup({ IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8192, ToPort: 65_535, IpRanges: blocks.map((CidrIp) => ({ CidrIp })) }] });
const other = subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' });
const twoSubnets = { subnets: [subnet(), other], networkAcls: [networkAcl(['subnet-1', 'subnet-2'])] };
const listRule = securityGroup({
  IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8888, ToPort: 8888, PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
});

testCheck(check, {
  fail: [
    [
      'the whole VPC is admitted',
      inventory({ domains: [domain()], securityGroups: [admitting('10.0.0.0/16')] }),
      'd-1',
      {
        says: 'every host in subnet-1 can connect to apps of the domain in subnet-1 by tcp 8192-65535',
        requirements: ['TEN-4'],
        evidence: ['ec2:DescribeSecurityGroups sg-1="inbound tcp 8192-65535 from 10.0.0.0/16 (IpPermissions[0].IpRanges[0].CidrIp)"'],
      },
    ],
    [
      'another subnet is admitted, in halves',
      inventory({ ...twoSubnets, domains: [domain()], securityGroups: [admitting('10.0.2.0/25', '10.0.2.128/25')] }),
      'd-1',
      { says: 'every host in subnet-2' },
    ],
    [
      'a user profile inherits the group of its domain',
      inventory({
        domains: [domain()],
        userProfiles: [userProfile('alice', { UserSettings: {} })],
        securityGroups: [admitting('10.0.0.0/16')],
      }),
      'd-1/alice',
    ],
    [
      'by a prefix list',
      inventory({ domains: [domain()], securityGroups: [listRule], prefixLists: [prefixList('pl-1', ['10.0.0.0/8'])] }),
      'd-1',
      { says: 'tcp 8888' },
    ],
  ],
  pass: [
    ['the group admits itself only', inventory({ domains: [domain()] }), 'd-1'],
    ['a single host is admitted', inventory({ domains: [domain()], securityGroups: [admitting('10.0.1.7/32')] }), 'd-1'],
    ['a network elsewhere is admitted', inventory({ domains: [domain()], securityGroups: [admitting('192.168.0.0/16')] }), 'd-1'],
    [
      'a network ACL keeps the other subnet out, and rules of the group say nothing of the own one',
      inventory({
        ...twoSubnets,
        domains: [domain()],
        securityGroups: [admitting('10.0.2.0/24')],
        networkAcls: [
          networkAcl(['subnet-2']),
          networkAcl(['subnet-1'], {
            NetworkAclId: 'acl-2',
            Entries: [
              { Egress: true, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
              { Egress: false, RuleNumber: 90, Protocol: '-1', RuleAction: 'deny', CidrBlock: '10.0.2.0/24' },
              { Egress: false, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
            ],
          }),
        ],
      }),
      'd-1',
    ],
  ],
  unknown: [
    [
      'no group named: AWS chooses one',
      inventory({ domains: [domain('d-1', { DefaultUserSettings: {}, DefaultSpaceSettings: {} })] }),
      'd-1',
      { says: 'a security group that nothing names', missing: [] },
    ],
    [
      'a prefix list could not be read',
      inventory({
        domains: [domain()],
        securityGroups: [listRule],
        prefixLists: [prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'))],
      }),
      'd-1',
      { missing: ['ec2:GetManagedPrefixListEntries'] },
    ],
    [
      'groups refused',
      inventory({ domains: [domain()], securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'd-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    [
      'its subnet does not exist any more',
      inventory({ domains: [domain('d-1', { SubnetIds: ['subnet-gone'] })], routeTables: [mainTable()] }),
      'd-1',
      { says: 'subnet-gone', missing: [] },
    ],
    [
      'a mode that nobody has heard of',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'VpcPreferred' as 'VpcOnly' })] }),
      'd-1',
      { missing: [] },
    ],
    ['domains refused', inventory({ domains: refused('sagemaker:ListDomains') }), account, { missing: ['sagemaker:ListDomains'] }],
  ],
  'not-applicable': [
    ['a domain outside the VPC', inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }), 'd-1'],
  ],
  silent: [['no domain', inventory()]],
});
