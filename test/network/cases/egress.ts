import type { Given } from '../../support/inventory.ts';
import { networkInterface } from '../../support/network.ts';
import {
  blockPublicAccess,
  blockPublicAccessExclusion,
  internetGateway,
  natGateway,
  networkAcl,
  networkFirewall,
  networkFirewallPolicy,
  networkFirewallRuleGroup,
} from '../../support/rows-network.ts';
import { carrierGateway, peering, transitGateway, transitGatewayRouteTable, transitRoute } from '../../support/rows-transit.ts';
import {
  igwRoute,
  localRoute,
  mainTable,
  prefixList,
  refused,
  securityGroup,
  subnet,
  subnetTable,
  vpc,
  vpcEndpoint,
} from '../../support/rows.ts';
import { centralEgress, open, route, type NetworkCase } from './world.ts';

type Entries = NonNullable<ReturnType<typeof networkAcl>['Entries']>;

/** The whole chain of E01: subnet-1 → nat-1 in subnet-nat → igw-1, nothing in the way. */
const chain = {
  vpcs: [vpc()],
  subnets: [subnet(), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
  routeTables: [mainTable(), subnetTable('subnet-1', [route('0.0.0.0/0', 'nat-1')]), subnetTable('subnet-nat', [igwRoute()])],
  networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: [securityGroup({ IpPermissionsEgress: open })],
} satisfies Given;

const natTable = subnetTable('subnet-nat', [igwRoute()]);
const tables = (...routes: Parameters<typeof subnetTable>[1] & object) => [mainTable(), subnetTable('subnet-1', routes), natTable];
const egress = (IpPermissionsEgress: typeof open) => [securityGroup({ IpPermissionsEgress })];

const allow = (RuleNumber: number, given: Partial<Entries[number]> = {}): Entries[number] => ({
  RuleNumber,
  Egress: true,
  Protocol: '-1',
  RuleAction: 'allow',
  CidrBlock: '0.0.0.0/0',
  ...given,
});

const firewallSubnet = subnet({ SubnetId: 'subnet-fw', CidrBlock: '10.0.8.0/24' });
const firewallEndpoint = vpcEndpoint('fw', {
  VpcEndpointId: 'vpce-fw',
  VpcEndpointType: 'GatewayLoadBalancer',
  ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-fw',
  SubnetIds: ['subnet-fw'],
});
/** subnet-1 → vpce-fw → subnet-fw → nat-1 → igw-1. */
const inspected: Given = {
  ...chain,
  subnets: [...chain.subnets, firewallSubnet],
  networkAcls: [networkAcl(['subnet-1', 'subnet-nat', 'subnet-fw'])],
  routeTables: [...tables(route('0.0.0.0/0', 'vpce-fw')), subnetTable('subnet-fw', [route('0.0.0.0/0', 'nat-1')])],
  vpcEndpoints: [firewallEndpoint],
};
const domainRules = networkFirewallRuleGroup({
  RulesSourceList: { Targets: ['.example.com'], TargetTypes: ['TLS_SNI'], GeneratedRulesType: 'ALLOWLIST' },
});

const appliance = (given: Parameters<typeof networkInterface>[2]) =>
  networkInterface('eni-fw', '10.0.9.20', {
    SubnetId: 'subnet-nat',
    Groups: [{ GroupId: 'sg-fw' }],
    SourceDestCheck: false,
    Attachment: { InstanceId: 'i-fw', Status: 'attached' },
    PrivateIpAddresses: [{ PrivateIpAddress: '10.0.9.20', Primary: true, Association: { PublicIp: '198.51.100.20' } }],
    ...given,
  });
const applianceGroup = securityGroup({
  GroupId: 'sg-fw',
  IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
  IpPermissionsEgress: open,
});

const dualStack: Given = {
  ...chain,
  subnets: [subnet({ Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f18::/64', Ipv6CidrBlockState: { State: 'associated' } }] })],
  egressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId: 'vpc-1', State: 'attached' }] }],
  securityGroups: egress([{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]),
  routeTables: [
    mainTable(),
    subnetTable('subnet-1', [{ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active' }]),
  ],
};

/** Egress cases by id: the facts as rows, and what must come out of them. */
export const egressCases: Readonly<Record<string, NetworkCase>> = {
  E01: { given: chain, want: 'reachable' },
  E02: {
    given: { ...chain, routeTables: [mainTable(), subnetTable('subnet-1', [route('0.0.0.0/0', 'nat-1')]), subnetTable('subnet-nat')] },
    want: 'blocked',
    by: 'NO_ROUTE rtb-subnet-nat',
  },
  E04: { given: { ...chain, natGateways: [natGateway({ SubnetId: 'subnet-1' })] }, want: 'blocked', by: 'LOOP nat-1' },
  E05: {
    given: { ...chain, routeTables: tables({ ...route('0.0.0.0/0', 'nat-1'), State: 'blackhole' }) },
    want: 'blocked',
    by: 'BLACKHOLE rtb-subnet-1',
  },
  E07: { given: { ...chain, routeTables: tables(route('0.0.0.0/1', 'nat-1'), route('128.0.0.0/1', 'nat-1')) }, want: 'reachable' },
  E09: {
    given: {
      ...chain,
      routeTables: tables({ DestinationPrefixListId: 'pl-x', NatGatewayId: 'nat-1', State: 'active' }),
      prefixLists: [prefixList('pl-x', refused('ec2:GetManagedPrefixListEntries'))],
    },
    want: 'undecided',
    by: 'UNKNOWN_PREFIX_LIST pl-x ec2:GetManagedPrefixListEntries',
  },
  E10: { given: { ...chain, routeTables: [mainTable([igwRoute()])], natGateways: [] }, want: 'blocked', by: 'NO_PUBLIC_ADDRESS igw-1' },
  E12: {
    given: { ...chain, routeTables: [mainTable([igwRoute()]), subnetTable('subnet-1')] },
    want: 'blocked',
    by: 'NO_ROUTE rtb-subnet-1',
  },
  E13: {
    given: { ...chain, securityGroups: egress([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]) },
    want: 'reachable',
    only: 'tcp 443',
  },
  E15: {
    given: {
      ...chain,
      securityGroups: egress([
        { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }], UserIdGroupPairs: [{ GroupId: 'sg-c', VpcId: 'vpc-1' }] },
      ]),
    },
    want: 'blocked',
    by: 'SECURITY_GROUP sg-1',
  },
  E17: {
    given: {
      ...chain,
      networkAcls: [
        networkAcl(['subnet-nat']),
        // The API's order says nothing: the entry with the higher number comes first here.
        networkAcl(['subnet-1'], {
          NetworkAclId: 'acl-2',
          Entries: [allow(200), allow(100, { RuleAction: 'deny' }), allow(100, { Egress: false })],
        }),
      ],
    },
    want: 'blocked',
    by: 'NETWORK_ACL acl-2',
  },
  E19: {
    given: {
      ...chain,
      networkAcls: [
        networkAcl(['subnet-1']),
        networkAcl(['subnet-nat'], {
          NetworkAclId: 'acl-2',
          Entries: [
            allow(100),
            allow(90, { Egress: false, CidrBlock: '10.0.0.0/16' }),
            allow(100, { Egress: false, Protocol: '6', PortRange: { From: 32_768, To: 65_535 } }),
          ],
        }),
      ],
    },
    want: 'reachable',
    replies: { tcp: 'intermittent', udp: 'one-way' },
  },
  E21: {
    given: {
      ...chain,
      routeTables: tables({ DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: 'eni-fw', InstanceId: 'i-fw', State: 'active' }),
      networkInterfaces: [appliance({})],
      securityGroups: [...egress(open), applianceGroup],
    },
    want: 'undecided',
    by: 'APPLIANCE eni-fw',
  },
  E24: {
    given: { ...chain, routeTables: tables(route('0.0.0.0/0', 'pcx-1')), vpcPeeringConnections: [peering()] },
    want: 'blocked',
    by: 'NOT_IN_PEER pcx-1',
  },
  E25: { given: centralEgress(), want: 'reachable' },
  E27: {
    given: centralEgress({
      spokeRoutes: [transitRoute('0.0.0.0/0', 'tgw-attach-2', { State: 'blackhole', TransitGatewayAttachments: [] })],
    }),
    want: 'blocked',
    by: 'BLACKHOLE tgw-rtb-1',
  },
  E29: {
    given: {
      ...centralEgress(),
      transitGateways: [transitGateway({ OwnerId: '444455556666' })],
      transitGatewayRouteTables: [transitGatewayRouteTable(refused('ec2:SearchTransitGatewayRoutes'))],
    },
    want: 'undecided',
    by: 'NO_PERMISSION ec2:SearchTransitGatewayRoutes',
  },
  E30: {
    given: {
      ...centralEgress({ egressAccount: '444455556666' }),
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
    },
    want: 'undecided',
    by: 'CROSS_ACCOUNT',
  },
  E31: { given: { ...chain, routeTables: tables(route('0.0.0.0/0', 'vgw-1')) }, want: 'undecided', by: 'ON_PREM vgw-1' },
  E33: {
    given: {
      ...inspected,
      networkFirewalls: [networkFirewall()],
      networkFirewallPolicies: [networkFirewallPolicy()],
      networkFirewallRuleGroups: [domainRules],
    },
    want: 'undecided',
    by: 'FIREWALL_RULES',
  },
  E35: { given: inspected, want: 'undecided', by: 'APPLIANCE vpce-fw' },
  E36: {
    given: {
      ...chain,
      routeTables: tables({
        DestinationCidrBlock: '0.0.0.0/0',
        CoreNetworkArn: 'arn:aws:networkmanager::111122223333:core-network/core-network-1',
        State: 'active',
      }),
    },
    want: 'undecided',
    by: 'CORE_NETWORK',
  },
  'E37 lgw': {
    given: { ...chain, routeTables: tables({ DestinationCidrBlock: '0.0.0.0/0', LocalGatewayId: 'lgw-1', State: 'active' }) },
    want: 'undecided',
    by: 'ON_PREM lgw-1',
  },
  'E37 cagw': {
    given: {
      ...chain,
      routeTables: tables({ DestinationCidrBlock: '0.0.0.0/0', CarrierGatewayId: 'cagw-1', State: 'active' }),
      carrierGateways: [carrierGateway()],
      networkInterfaces: [
        networkInterface('eni-w', '10.0.1.5', {
          PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.5', Primary: true, Association: { CarrierIp: '155.146.1.1' } }],
        }),
      ],
    },
    at: 'eni-w',
    want: 'reachable',
  },
  E38: {
    given: { ...chain, blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })] },
    want: 'blocked',
    by: 'BLOCK_PUBLIC_ACCESS subnet-nat',
  },
  E39: {
    given: { ...chain, blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-ingress' })] },
    want: 'reachable',
  },
  E41: {
    given: {
      ...inspected,
      // The firewall's own subnet reaches the internet gateway, and is excluded.
      routeTables: [
        mainTable(),
        subnetTable('subnet-1', [route('0.0.0.0/0', 'vpce-fw')]),
        subnetTable('subnet-fw', [route('0.0.0.0/0', 'igw-1')]),
      ],
      networkFirewalls: [networkFirewall()],
      networkFirewallPolicies: [networkFirewallPolicy()],
      networkFirewallRuleGroups: [domainRules],
      networkInterfaces: [
        networkInterface('eni-w', '10.0.1.5', {
          PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.5', Primary: true, Association: { PublicIp: '198.51.100.5' } }],
        }),
      ],
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      blockPublicAccessExclusions: [blockPublicAccessExclusion({ ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-fw' })],
    },
    at: 'eni-w',
    want: 'blocked',
    by: 'BLOCK_PUBLIC_ACCESS subnet-fw',
  },
  E42: {
    given: {
      ...chain,
      routeTables: [
        mainTable(),
        subnetTable('subnet-1', [route('0.0.0.0/0', 'nat-r')]),
        { RouteTableId: 'rtb-n', VpcId: 'vpc-1', Associations: [], Routes: [localRoute, igwRoute()] },
      ],
      natGateways: [
        {
          NatGatewayId: 'nat-r',
          VpcId: 'vpc-1',
          State: 'available',
          ConnectivityType: 'public',
          AvailabilityMode: 'regional',
          AutoProvisionZones: 'disabled',
          RouteTableId: 'rtb-n',
          NatGatewayAddresses: [{ PublicIp: '198.51.100.9', Status: 'succeeded', AvailabilityZoneId: 'euw1-az1' }],
        },
      ],
    },
    want: 'reachable',
  },
  E44: {
    given: {
      ...chain,
      routeTables: [mainTable()],
      natGateways: [
        natGateway({
          VpcId: 'vpc-2',
          AttachedAppliances: [
            {
              Type: 'network-firewall-proxy',
              ApplianceArn: 'arn:aws:network-firewall:eu-west-1:111122223333:proxy/p',
              VpcEndpointId: 'vpce-proxy',
            },
          ],
        }),
      ],
      vpcEndpoints: [vpcEndpoint('proxy', { VpcEndpointId: 'vpce-proxy', ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-proxy' })],
      securityGroups: [
        securityGroup({
          IpPermissionsEgress: open,
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
        }),
      ],
    },
    want: 'undecided',
    by: 'FIREWALL_RULES',
  },
  E45: {
    given: {
      ...chain,
      routeTables: [mainTable(), subnetTable('subnet-1'), natTable],
      natGateways: [],
      securityGroups: [
        securityGroup({
          IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 3128, ToPort: 3128, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
        }),
        applianceGroup,
      ],
      networkInterfaces: [appliance({ SourceDestCheck: true })],
    },
    want: 'blocked',
    by: 'SECURITY_GROUP sg-1',
    pivots: ['eni-fw'],
  },
  E46: {
    given: { ...chain, securityGroups: egress([{ IpProtocol: '50', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]) },
    want: 'blocked',
    by: 'NAT_PROTOCOL nat-1',
  },
  E48: { given: dualStack, family: 6, dualStack: true, want: 'reachable' },
  E51: {
    given: {
      ...chain,
      subnets: [
        {
          SubnetId: 'subnet-1',
          VpcId: 'vpc-1',
          OwnerId: '111122223333',
          AvailabilityZoneId: 'euw1-az1',
          Ipv6Native: true,
          EnableDns64: true,
          Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f18::/64', Ipv6CidrBlockState: { State: 'associated' } }],
        },
        subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' }),
      ],
      routeTables: [
        mainTable(),
        subnetTable('subnet-1', [{ DestinationIpv6CidrBlock: '64:ff9b::/96', NatGatewayId: 'nat-1', State: 'active' }]),
        natTable,
      ],
      securityGroups: egress([{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]),
    },
    dualStack: true,
    want: 'reachable',
  },
  // Encryption control is no filter of packets, and is not asked.
  E59: { given: centralEgress(), want: 'reachable' },
};
