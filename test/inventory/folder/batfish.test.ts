import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/checks/index.ts';
import { audit } from '../../../src/engine/audit.ts';
import { inventoryOf, type Folder } from '../../support/folder.ts';

/**
 * A snapshot in the layout that Batfish reads, small and made up: the names of files, the keys and what is absent are those of its own examples.
 * https://batfish.readthedocs.io/en/latest/formats.html
 */
const files: Folder = {
  Addresses: { Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7', NetworkInterfaceId: 'eni-1' }] },
  AvailabilityZones: { AvailabilityZones: [{ RegionName: 'us-west-2', ZoneName: 'us-west-2b' }] },
  CustomerGateways: { CustomerGateways: [] },
  InternetGateways: { InternetGateways: [{ Attachments: [{ State: 'available', VpcId: 'vpc-1' }], InternetGatewayId: 'igw-1', Tags: [] }] },
  NatGateways: { NatGateways: [] },
  NetworkAcls: {
    NetworkAcls: [
      {
        Associations: [{ NetworkAclAssociationId: 'aclassoc-1', NetworkAclId: 'acl-1', SubnetId: 'subnet-1' }],
        Entries: [{ CidrBlock: '0.0.0.0/0', Egress: true, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 }],
        IsDefault: true,
        NetworkAclId: 'acl-1',
        VpcId: 'vpc-1',
      },
    ],
  },
  NetworkInterfaces: {
    NetworkInterfaces: [
      {
        AvailabilityZone: 'us-west-2b',
        Groups: [{ GroupId: 'sg-1', GroupName: 'default' }],
        NetworkInterfaceId: 'eni-1',
        PrivateIpAddresses: [
          { Primary: true, PrivateIpAddress: '10.40.2.80', Association: { IpOwnerId: 'amazon', PublicIp: '203.0.113.7' } },
        ],
        SourceDestCheck: true,
        Status: 'in-use',
        SubnetId: 'subnet-1',
        TagSet: [],
        VpcId: 'vpc-1',
      },
    ],
  },
  PrefixLists: {
    PrefixLists: [{ Cidrs: ['52.94.28.0/23'], PrefixListId: 'pl-00a54069', PrefixListName: 'com.amazonaws.us-west-2.dynamodb' }],
  },
  Reservations: {
    Reservations: [
      {
        Groups: [],
        Instances: [
          { InstanceId: 'i-1', Placement: { AvailabilityZone: 'us-west-2b' }, NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] },
        ],
      },
    ],
  },
  RouteTables: {
    RouteTables: [
      {
        // Older answers say nothing of the state of an association.
        Associations: [{ Main: true, RouteTableAssociationId: 'rtbassoc-1', RouteTableId: 'rtb-1' }],
        PropagatingVgws: [],
        RouteTableId: 'rtb-1',
        Routes: [
          { DestinationCidrBlock: '10.40.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
          { DestinationCidrBlock: '10.50.0.0/16', Origin: 'CreateRoute', State: 'active', TransitGatewayId: 'tgw-1' },
        ],
        VpcId: 'vpc-1',
      },
    ],
  },
  SecurityGroups: {
    SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'default', IpPermissions: [], IpPermissionsEgress: [], VpcId: 'vpc-1' }],
  },
  Subnets: { Subnets: [{ AvailabilityZone: 'us-west-2b', CidrBlock: '10.40.2.0/24', SubnetId: 'subnet-1', VpcId: 'vpc-1' }] },
  TransitGatewayAttachments: {
    TransitGatewayAttachments: [
      {
        Association: { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-1' },
        ResourceId: 'vpc-1',
        ResourceType: 'vpc',
        State: 'available',
        TransitGatewayAttachmentId: 'tgw-attach-1',
        TransitGatewayId: 'tgw-1',
      },
    ],
  },
  TransitGatewayPropagations: {
    TransitGatewayPropagations: [
      {
        TransitGatewayRouteTableId: 'tgw-rtb-1',
        TransitGatewayRouteTablePropagations: [
          { ResourceId: 'vpc-1', ResourceType: 'vpc', State: 'enabled', TransitGatewayAttachmentId: 'tgw-attach-1' },
        ],
      },
    ],
  },
  TransitGatewayRouteTables: {
    TransitGatewayRouteTables: [{ State: 'available', TransitGatewayId: 'tgw-1', TransitGatewayRouteTableId: 'tgw-rtb-1' }],
  },
  TransitGatewayStaticRoutes: {
    TransitGatewayStaticRoutes: [{ AdditionalRoutesAvailable: false, Routes: [], TransitGatewayRouteTableId: 'tgw-rtb-1' }],
  },
  TransitGatewayVpcAttachments: {
    TransitGatewayVpcAttachments: [
      {
        State: 'available',
        SubnetIds: ['subnet-1'],
        TransitGatewayAttachmentId: 'tgw-attach-1',
        TransitGatewayId: 'tgw-1',
        VpcId: 'vpc-1',
      },
    ],
  },
  TransitGateways: {
    TransitGateways: [
      { State: 'available', TransitGatewayArn: 'arn:aws:ec2:us-west-2:554773406868:transit-gateway/tgw-1', TransitGatewayId: 'tgw-1' },
    ],
  },
  VpcEndpoints: { VpcEndpoints: [] },
  VpcPeeringConnections: {
    VpcPeeringConnections: [
      {
        AccepterVpcInfo: { VpcId: 'vpc-2' },
        RequesterVpcInfo: { VpcId: 'vpc-1' },
        Status: { Code: 'deleted' },
        VpcPeeringConnectionId: 'pcx-1',
      },
    ],
  },
  Vpcs: {
    Vpcs: [
      {
        CidrBlock: '10.40.0.0/16',
        DhcpOptionsId: 'dopt-1',
        InstanceTenancy: 'default',
        IsDefault: false,
        State: 'available',
        VpcId: 'vpc-1',
      },
    ],
  },
  VpnConnections: { VpnConnections: [] },
  VpnGateways: { VpnGateways: [] },
};

const within = (name: (key: string) => string): Folder => Object.fromEntries(Object.entries(files).map(([key, json]) => [name(key), json]));
const layouts: Readonly<Record<string, Folder>> = {
  'a folder a Region': within((key) => `aws_configs/us-west-2/${key}.json`),
  'accounts and Regions': within((key) => `aws_configs/accounts/554773406868/us-west-2/${key}.json`),
  'one folder, the Region in the names': within((key) => `aws_configs/${key}-us-west-2.json`),
  'one folder, no Region in any name': within((key) => `aws_configs/${key}.json`),
  'one file': { 'aws_configs/aws.json': Object.assign({}, ...Object.values(files)) as object },
};

describe.each(Object.entries(layouts))('a snapshot of Batfish: %s', (_name, folder) => {
  const inventory = inventoryOf(folder);

  it('is one account and one Region', () => {
    expect(inventory.header).toMatchObject({ accounts: ['554773406868'], regions: ['us-west-2'] });
  });

  it('has its network: rows as they are, routes of the transit gateway among them', () => {
    const known = inventory.sections.filter(({ fact, ledger }) => fact.known && (ledger[0]?.calls ?? 0) > 0).map(({ section }) => section);
    expect(known).toEqual([
      'vpcs',
      'subnets',
      'routeTables',
      'securityGroups',
      'prefixLists',
      'vpcEndpoints',
      'networkAcls',
      'internetGateways',
      'natGateways',
      'networkInterfaces',
      'vpcPeeringConnections',
      'transitGateways',
      'transitGatewayAttachments',
      'transitGatewayVpcAttachments',
      'transitGatewayRouteTables',
    ]);
    const fact = (name: string) => inventory.sections.find(({ section }) => section === name)?.fact;
    expect(fact('networkInterfaces')).toMatchObject({ value: [{ NetworkInterfaceId: 'eni-1', Attachment: { InstanceId: 'i-1' } }] });
    expect(fact('transitGatewayRouteTables')).toMatchObject({
      value: [{ detail: { value: { Routes: [{ DestinationCidrBlock: '10.40.0.0/16' }] } } }],
    });
  });

  it('is no account without SageMaker: nobody knows', () => {
    const findings = [...audit(inventory, checks, '0.0.0').findings];
    expect(findings.length).toBeGreaterThan(10);
    expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['unknown']));
  });
});
