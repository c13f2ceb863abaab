import { describe, expect, it } from 'vitest';
import type { Given } from '../support/inventory.ts';
import { networkInterface } from '../support/network.ts';
import { joined } from '../support/joined-vpcs.ts';
import { elastic, fate, of, openGroup } from '../support/one-packet.ts';
import { internetGateway, natGateway, networkAcl, securityGroupVpcAssociation } from '../support/rows-network.ts';
import {
  peering,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  transitRoute,
} from '../support/rows-transit.ts';
import { igwRoute, mainTable, refused, securityGroup, subnet, subnetTable, vpc } from '../support/rows.ts';

/** What the simulator of single packets has found wrong on ways between VPCs, one scenario each. */

describe('a transit gateway', () => {
  const denyReplies = networkAcl(['subnet-2', 'subnet-3'], {
    NetworkAclId: 'acl-2',
    Entries: [
      { Egress: false, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
      { Egress: true, RuleNumber: 100, Protocol: '6', RuleAction: 'allow', CidrBlock: '10.9.0.0/16' },
    ],
  });

  it('asks the ACL of its own subnet for the replies of an interface there, though not for what it delivers', () => {
    expect(fate(joined(), 'eni-a', '10.1.1.10')).toBe('interface');
    const guarded = joined({ networkAcls: [networkAcl(['subnet-1']), denyReplies] });
    expect(fate(guarded, 'eni-a', '10.1.1.10')).toBe('NETWORK_ACL_RETURN');
    expect(fate(guarded, 'eni-a', '10.1.1.10', { protocol: 17 })).toBe('interface');
  });

  it('brings no public address to the internet gateway of another VPC', () => {
    const network = joined({
      internetGateways: [internetGateway('igw-2', 'vpc-2')],
      networkInterfaces: [networkInterface('eni-a', '10.0.1.10', elastic('10.0.1.10'))],
      routeTables: [
        mainTable([{ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-1', State: 'active' }]),
        mainTable([igwRoute({ GatewayId: 'igw-2' })], { RouteTableId: 'rtb-2', VpcId: 'vpc-2' }),
      ],
    });
    expect(fate(network, 'eni-a', '8.8.8.8', { protocol: 17 })).toBe('NO_PUBLIC_ADDRESS');
  });

  it('reaches what it reaches by every zone, whatever else they differ in', () => {
    const attachments = [
      transitGatewayVpcAttachment(),
      transitGatewayVpcAttachment({
        TransitGatewayAttachmentId: 'tgw-attach-2',
        VpcId: 'vpc-2',
        SubnetIds: ['subnet-2', 'subnet-3'],
        Options: { ApplianceModeSupport: 'enable' },
      }),
    ];
    const network = joined({
      transitGatewayVpcAttachments: attachments,
      networkInterfaces: [
        networkInterface('eni-a', '10.0.1.10'),
        networkInterface('eni-b', '10.1.1.10', { VpcId: 'vpc-2', SubnetId: 'subnet-2' }),
        networkInterface('eni-c', '10.1.3.10', { VpcId: 'vpc-2', SubnetId: 'subnet-3' }),
      ],
      networkAcls: [
        networkAcl(['subnet-1', 'subnet-2']),
        networkAcl(['subnet-3'], {
          NetworkAclId: 'acl-3',
          // From the gateway's other subnet nothing gets out to subnet-2.
          Entries: [
            { Egress: true, RuleNumber: 1, Protocol: '-1', RuleAction: 'deny', CidrBlock: '10.1.1.0/24' },
            { Egress: true, RuleNumber: 2, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
            { Egress: false, RuleNumber: 2, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
          ],
        }),
      ],
    });
    expect(fate(network, 'eni-a', '10.1.3.10', { protocol: 17 })).toBe('interface');
    expect(fate(network, 'eni-a', '10.1.1.10', { protocol: 17 })).toBe('? ADDRESS_UNKNOWN');
  });

  it('takes what a regional NAT gateway sends, which is in no zone', () => {
    const network = joined({
      natGateways: [natGateway({ AvailabilityMode: 'regional', AutoProvisionZones: 'enabled', RouteTableId: 'rtb-nat' })],
      routeTables: [
        mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }]),
        mainTable([{ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-1', State: 'active' }], {
          RouteTableId: 'rtb-nat',
          Associations: [],
        }),
        mainTable([], { RouteTableId: 'rtb-2', VpcId: 'vpc-2' }),
      ],
    });
    expect(fate(network, 'eni-a', '10.1.1.10', { protocol: 17 })).toBe('interface');
  });

  it('leaves undecided what a group lets in where nobody could read whether it tells groups', () => {
    const trusting = securityGroup({
      GroupId: 'sg-2',
      VpcId: 'vpc-2',
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1' }] }],
    });
    const options = { SecurityGroupReferencingSupport: 'enable' } as const;
    const given: Given = {
      securityGroups: [openGroup(), trusting],
      networkInterfaces: [
        networkInterface('eni-a', '10.0.1.10'),
        networkInterface('eni-b', '10.1.1.10', { VpcId: 'vpc-2', SubnetId: 'subnet-2', Groups: [{ GroupId: 'sg-2' }] }),
      ],
      transitGatewayVpcAttachments: [
        transitGatewayVpcAttachment({ Options: options }),
        transitGatewayVpcAttachment({
          TransitGatewayAttachmentId: 'tgw-attach-2',
          VpcId: 'vpc-2',
          SubnetIds: ['subnet-2'],
          Options: options,
        }),
      ],
    };
    expect(fate(joined({ ...given, transitGateways: [transitGateway({ Options: options })] }), 'eni-a', '10.1.1.10')).toBe('interface');
    expect(fate(joined(given), 'eni-a', '10.1.1.10')).toBe('SECURITY_GROUP');
    expect(fate(joined({ ...given, transitGateways: refused('ec2:DescribeTransitGateways') }), 'eni-a', '10.1.1.10')).toBe(
      '? NO_PERMISSION',
    );
  });
});

describe('replies', () => {
  it('hang on the address where a route leads only some of those that a workload may get elsewhere', () => {
    const network = of({
      subnets: [subnet(), subnet({ SubnetId: 'subnet-b', CidrBlock: '10.0.2.0/24' })],
      networkAcls: [networkAcl(['subnet-1', 'subnet-b'])],
      networkInterfaces: [networkInterface('eni-b', '10.0.2.10', { SubnetId: 'subnet-b' })],
      routeTables: [
        mainTable(),
        subnetTable('subnet-b', [{ DestinationCidrBlock: '10.0.1.0/25', NatGatewayId: 'nat-gone', State: 'blackhole' }]),
      ],
    });
    expect(fate(network, 'subnet-1', '10.0.2.10')).toBe('? ADDRESS_UNKNOWN');
    expect(fate(network, 'subnet-1', '10.0.2.10', { protocol: 17 })).toBe('interface');
  });

  it('that an ACL stops for certain are lost, whatever was in doubt before', () => {
    const network = joined({
      transitGatewayRouteTables: [transitGatewayRouteTable([transitRoute('10.1.0.0/16', 'tgw-attach-2')])],
      transitGatewayAttachments: [
        transitGatewayAttachment(),
        transitGatewayAttachment({
          TransitGatewayAttachmentId: 'tgw-attach-2',
          ResourceId: 'vpc-2',
          Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associating' },
        }),
      ],
      networkAcls: [
        networkAcl(['subnet-1']),
        networkAcl(['subnet-2'], {
          NetworkAclId: 'acl-2',
          Entries: [{ Egress: false, RuleNumber: 1, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }],
        }),
      ],
    });
    expect(fate(network, 'eni-a', '10.1.1.10')).toBe('NETWORK_ACL_RETURN');
  });
});

describe('references between groups of two VPCs', () => {
  const far = { VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' };
  const refers = securityGroup({ IpPermissionsEgress: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-2' }] }] });
  const given: Given = {
    vpcs: [vpc(), vpc(far)],
    securityGroups: [refers, openGroup('sg-2', 'vpc-2')],
    subnets: [subnet(), subnet({ SubnetId: 'subnet-2', VpcId: 'vpc-2', CidrBlock: '10.1.1.0/24' })],
    networkAcls: [networkAcl(['subnet-1', 'subnet-2'])],
    vpcPeeringConnections: [peering()],
    routeTables: [
      mainTable([{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' }]),
      mainTable([{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' }], {
        RouteTableId: 'rtb-2',
        VpcId: 'vpc-2',
        Routes: [{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' }],
      }),
    ],
    networkInterfaces: [
      networkInterface('eni-a', '10.0.1.10'),
      networkInterface('eni-b', '10.1.1.10', { VpcId: 'vpc-2', SubnetId: 'subnet-2', Groups: [{ GroupId: 'sg-2' }] }),
    ],
  };

  it.each([
    ['no association', [], 'SECURITY_GROUP'],
    ['an association', [securityGroupVpcAssociation()], 'interface'],
    ['an association the other way', [securityGroupVpcAssociation({ GroupId: 'sg-2', VpcId: 'vpc-1' })], 'interface'],
    ['associations that could not be read', refused('ec2:DescribeSecurityGroupVpcAssociations'), '? NO_PERMISSION'],
  ] as const)('with %s', (_what, securityGroupVpcAssociations, expected) => {
    expect(fate(of({ ...given, securityGroupVpcAssociations }), 'eni-a', '10.1.1.10')).toBe(expected);
  });

  it('leads into the other VPC by the peering, and no further', () => {
    const routeTables = [
      mainTable([{ DestinationCidrBlock: '0.0.0.0/0', VpcPeeringConnectionId: 'pcx-1', State: 'active' }]),
      mainTable([igwRoute({ GatewayId: 'igw-2' })], { RouteTableId: 'rtb-2', VpcId: 'vpc-2' }),
    ];
    const network = of({ ...given, securityGroups: [openGroup(), openGroup('sg-2', 'vpc-2')], routeTables });
    expect(fate(network, 'eni-a', '8.8.8.8')).toBe('NOT_IN_PEER');
    expect(fate(network, 'eni-a', '10.1.1.11')).toBe('NO_INTERFACE');
    expect(fate(network, 'eni-a', '10.1.1.10', { protocol: 17 })).toBe('interface');
    // Replies go to the internet gateway of vpc-2, which carries nothing to a private address.
    expect(fate(network, 'eni-a', '10.1.1.10')).toBe('NO_RETURN_ROUTE');
  });

  it.each<readonly [string, Parameters<typeof mainTable>[0], string]>([
    ['by the peering', [{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' }], 'interface'],
    ['nowhere', [], 'NO_RETURN_ROUTE'],
    ['into a blackhole', [{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'blackhole' }], 'NO_RETURN_ROUTE'],
    [
      'where routes are filtered',
      [{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'filtered' }],
      'NO_RETURN_ROUTE',
    ],
    ['by another way', [{ DestinationCidrBlock: '10.0.0.0/16', TransitGatewayId: 'tgw-9', State: 'active' }], '? APPLIANCE'],
  ])('that answer %s', (_what, Routes, expected) => {
    const back = mainTable([], { RouteTableId: 'rtb-2', VpcId: 'vpc-2', Routes: Routes ?? [] });
    const routeTables = [mainTable([{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' }]), back];
    const network = of({ ...given, securityGroups: [openGroup(), openGroup('sg-2', 'vpc-2')], routeTables });
    expect(fate(network, 'eni-a', '10.1.1.10')).toBe(expected);
    expect(fate(network, 'eni-a', '10.1.1.10', { protocol: 17 })).toBe('interface');
  });
});
