import { eni, group, igw, nat, subnet, table, vpc, endpoint } from './answers.ts';
import { chain, groups, local, open, tables, type DocumentedCase } from './chain.ts';

const routes = 'vpc/latest/userguide/VPC_Route_Tables.html';
const gateway = 'vpc/latest/userguide/VPC_Internet_Gateway.html';
const natBasics = 'vpc/latest/userguide/nat-gateway-basics.html';
const natTrouble = 'vpc/latest/userguide/nat-gateway-troubleshooting.html';
const regional = 'vpc/latest/userguide/nat-gateways-regional.html';
const natIs = (given: object, ip = '52.1.1.9') => ({
  'nats.json': { NatGateways: [nat('nat-1', 'subnet-p', 'vpc-a', '10.0.9.9', ip, given)] },
});
const regionalNat = (given: object) => ({
  'nats.json': {
    NatGateways: [nat('nat-r', undefined, 'vpc-a', '', '52.1.1.9', { AvailabilityMode: 'regional', RouteTableId: 'rtb-r', ...given })],
  },
  'route-tables.json': {
    RouteTables: [table('rtb-w', 'vpc-a', 'main', local, '0.0.0.0/0 nat-r'), table('rtb-r', 'vpc-a', '', local, '0.0.0.0/0 igw-1')],
  },
});
const addressIn = (zone: string) => ({
  AutoProvisionZones: 'disabled',
  NatGatewayAddresses: [{ AllocationId: 'eipalloc-1', PublicIp: '52.1.1.9', AvailabilityZone: `us-east-1${zone}`, Status: 'succeeded' }],
});
export const egressCases: Readonly<Record<string, DocumentedCase>> = {
  'a public address and a route to the internet gateway': {
    page: gateway,
    folder: open,
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'the main table holds where a subnet has none of its own': {
    page: routes,
    folder: { ...open, 'route-tables.json': { RouteTables: [table('rtb-m', 'vpc-a', 'main', local, '0.0.0.0/0 igw-1')] } },
    want: { egress4: 'reachable' },
  },
  'the main table of another VPC does not hold': {
    page: routes,
    folder: {
      ...open,
      'vpcs.json': { Vpcs: [vpc('vpc-0', '10.9.0.0/16'), vpc('vpc-a', '10.0.0.0/16')] },
      'route-tables.json': {
        RouteTables: [table('rtb-0', 'vpc-0', 'main', '10.9.0.0/16 local', '0.0.0.0/0 igw-1'), table('rtb-m', 'vpc-a', 'main', local)],
      },
    },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'an address that Amazon lends counts like an Elastic IP': {
    page: gateway,
    folder: {
      ...open,
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', {
            Association: { IpOwnerId: 'amazon', PublicIp: '52.1.1.5', PublicDnsName: 'ec2-52-1-1-5.compute-1.amazonaws.com' },
            PrivateIpAddresses: [
              { Association: { IpOwnerId: 'amazon', PublicIp: '52.1.1.5' }, Primary: true, PrivateIpAddress: '10.0.1.5' },
            ],
          }),
        ],
      },
    },
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'an Elastic IP of a secondary private address': {
    page: gateway,
    folder: {
      ...open,
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', {
            PrivateIpAddresses: [
              { Primary: true, PrivateIpAddress: '10.0.1.5' },
              { Primary: false, PrivateIpAddress: '10.0.1.6', Association: { PublicIp: '52.1.1.6', IpOwnerId: '210987654321' } },
            ],
          }),
        ],
      },
    },
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'no public address, whatever MapPublicIpOnLaunch says': {
    page: gateway,
    folder: {
      ...open,
      'enis.json': chain['enis.json'] ?? {},
      'subnets.json': { Subnets: [subnet('subnet-w', 'vpc-a', '10.0.1.0/24', { MapPublicIpOnLaunch: true })] },
    },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'the internet gateway is attached to another VPC': {
    page: gateway,
    folder: { ...open, 'igws.json': { InternetGateways: [igw('igw-1', 'vpc-z')] } },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'the internet gateway is attached to nothing': {
    page: gateway,
    folder: {
      ...open,
      'igws.json': { InternetGateways: [{ Attachments: [], InternetGatewayId: 'igw-1', OwnerId: '210987654321' }] },
      ...tables('0.0.0.0/0 igw-1 blackhole'),
    },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'ESP goes through an internet gateway': {
    page: gateway,
    folder: { ...open, ...groups([], ['50 * 0.0.0.0/0']) },
    want: { egress4: 'reachable' },
  },
  'ESP does not go through a NAT gateway': {
    page: natBasics,
    folder: { ...chain, ...groups([], ['50 * 0.0.0.0/0']) },
    want: { egress4: 'blocked' },
  },
  'ICMP alone goes through a NAT gateway': {
    page: natBasics,
    folder: { ...chain, ...groups([], ['icmp * 0.0.0.0/0']) },
    want: { egress4: 'reachable', 'to 8.8.8.8:443': 'blocked' },
  },
  'a failed NAT gateway': {
    page: natTrouble,
    folder: { ...chain, ...natIs({ State: 'failed', FailureCode: 'Gateway.NotAttached' }) },
    want: { egress4: 'blocked' },
  },
  'a deleted NAT gateway': { page: natTrouble, folder: { ...chain, ...natIs({ State: 'deleted' }) }, want: { egress4: 'blocked' } },
  'a NAT gateway that the table names and nobody has': {
    page: routes,
    folder: { ...chain, 'nats.json': { NatGateways: [] }, ...tables('0.0.0.0/0 nat-1 blackhole') },
    want: { egress4: 'blocked' },
  },
  'an older answer, without ConnectivityType and AvailabilityMode': {
    page: natBasics,
    folder: { ...chain, ...natIs({ ConnectivityType: undefined }) },
    want: { egress4: 'reachable' },
  },
  'a private NAT gateway before an internet gateway': {
    page: natBasics,
    folder: { ...chain, 'nats.json': { NatGateways: [nat('nat-1', 'subnet-p', 'vpc-a', '10.0.9.9')] } },
    want: { egress4: 'blocked' },
  },
  'a public NAT gateway whose addresses the answer leaves out': {
    page: natBasics,
    folder: { ...chain, ...natIs({ NatGatewayAddresses: undefined }) },
    want: { egress4: 'reachable' },
  },
  'several addresses of a NAT gateway': {
    page: natBasics,
    folder: {
      ...chain,
      ...natIs({
        NatGatewayAddresses: [
          { PrivateIp: '10.0.9.9', PublicIp: '52.1.1.9', IsPrimary: true, Status: 'succeeded' },
          { PrivateIp: '10.0.9.10', PublicIp: '52.1.1.10', IsPrimary: false, Status: 'succeeded' },
        ],
      }),
    },
    want: { egress4: 'reachable' },
  },
  'a NAT gateway in a subnet whose main table has no way out': {
    page: natTrouble,
    folder: {
      ...chain,
      'route-tables.json': {
        RouteTables: [table('rtb-m', 'vpc-a', 'main', local), table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 nat-1')],
      },
    },
    want: { egress4: 'blocked' },
  },
  'a regional NAT gateway that finds its zones itself': {
    page: regional,
    folder: {
      ...chain,
      ...regionalNat({
        AutoProvisionZones: 'enabled',
        NatGatewayAddresses: [{ PublicIp: '52.1.1.9', AvailabilityZone: 'us-east-1c', Status: 'succeeded' }],
      }),
    },
    want: { egress4: 'reachable' },
  },
  'a regional NAT gateway with an address in the zone': {
    page: regional,
    folder: { ...chain, ...regionalNat(addressIn('a')) },
    want: { egress4: 'reachable' },
  },
  'a regional NAT gateway by hand, without an address in the zone': {
    page: regional,
    folder: { ...chain, ...regionalNat(addressIn('c')) },
    want: { egress4: 'blocked' },
  },
  'a second block of the VPC': {
    page: 'vpc/latest/userguide/vpc-cidr-blocks.html',
    folder: {
      ...chain,
      'vpcs.json': {
        Vpcs: [
          vpc('vpc-a', '10.0.0.0/16', {
            CidrBlockAssociationSet: [
              { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
              { CidrBlock: '100.64.0.0/16', CidrBlockState: { State: 'associated' } },
            ],
          }),
        ],
      },
      'subnets.json': { Subnets: [subnet('subnet-w', 'vpc-a', '100.64.1.0/24'), subnet('subnet-p', 'vpc-a', '10.0.9.0/24')] },
      'route-tables.json': {
        RouteTables: [
          table('rtb-w', 'vpc-a', 'main', local, '100.64.0.0/16 local', '0.0.0.0/0 nat-1'),
          table('rtb-p', 'vpc-a', 'subnet-p', local, '100.64.0.0/16 local', '0.0.0.0/0 igw-1'),
        ],
      },
      ...groups(['tcp 443 100.64.0.0/16']),
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '100.64.1.5', 'sg-w'),
          eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w'),
        ],
      },
    },
    want: { egress4: 'reachable', 'to 10.0.9.20:443': 'reachable', 'to 10.0.9.20:22': 'blocked' },
  },
  'an interface of Lambda': {
    page: 'lambda/latest/dg/configuration-vpc-internet.html',
    folder: {
      ...chain,
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', {
            InterfaceType: 'lambda',
            RequesterManaged: true,
            RequesterId: 'AROAEXAMPLE:210987654321',
            Description: 'AWS Lambda VPC ENI-job-5',
            Attachment: { AttachmentId: 'ela-attach-1', InstanceOwnerId: 'amazon-aws', Status: 'attached' },
          }),
        ],
      },
    },
    want: { egress4: 'reachable', ingress4: 'blocked' },
  },
  'Lambda in a public subnet gets no public address': {
    page: 'lambda/latest/dg/configuration-vpc-internet.html',
    folder: {
      ...open,
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', { InterfaceType: 'lambda', RequesterManaged: true })],
      },
    },
    want: { egress4: 'blocked' },
  },
  'a NAT instance that checks source and destination': {
    page: 'vpc/latest/userguide/VPC_NAT_Instance.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 eni-n'),
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', ['-1 * 10.0.0.0/16'])] },
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'),
          eni('eni-n', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w', {}, '52.1.1.20'),
        ],
      },
    },
    want: { egress4: 'blocked' },
  },
  'a NAT instance whose group does not let the workload in': {
    page: 'vpc/latest/userguide/VPC_NAT_Instance.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 eni-n'),
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', []), group('sg-n', 'vpc-a', ['tcp 22 10.0.0.0/16'])] },
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'),
          eni('eni-n', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-n', { SourceDestCheck: false }, '52.1.1.20'),
        ],
      },
    },
    want: { 'to 8.8.8.8:443': 'blocked' },
  },
  'a route to S3’s prefix list and NAT for the rest': {
    page: 'vpc/latest/privatelink/gateway-endpoints.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 nat-1', 'pl-63a5400a vpce-s3'),
      'prefix-lists.json': {
        PrefixLists: [
          { PrefixListId: 'pl-63a5400a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15', '54.231.0.0/16'] },
        ],
      },
      'endpoints.json': {
        VpcEndpoints: [
          endpoint('vpce-s3', 's3', {
            VpcEndpointType: 'Gateway',
            RouteTableIds: ['rtb-w'],
            SubnetIds: [],
            Groups: [],
            PrivateDnsEnabled: false,
          }),
        ],
      },
    },
    want: { egress4: 'reachable', 'endpoint s3': 'private' },
  },
  'only to S3’s prefix list, by the gateway endpoint': {
    page: 'vpc/latest/privatelink/gateway-endpoints.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 nat-1', 'pl-63a5400a vpce-s3'),
      ...groups([], ['tcp 443 pl-63a5400a']),
      'prefix-lists.json': {
        PrefixLists: [
          { PrefixListId: 'pl-63a5400a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15', '54.231.0.0/16'] },
        ],
      },
      'endpoints.json': {
        VpcEndpoints: [
          endpoint('vpce-s3', 's3', {
            VpcEndpointType: 'Gateway',
            RouteTableIds: ['rtb-w'],
            SubnetIds: [],
            Groups: [],
            PrivateDnsEnabled: false,
          }),
        ],
      },
    },
    want: { egress4: 'blocked', 'endpoint s3': 'private' },
  },
  'only to S3’s prefix list, without an endpoint': {
    page: 'vpc/latest/privatelink/gateway-endpoints.html',
    folder: {
      ...chain,
      ...groups([], ['tcp 443 pl-63a5400a']),
      'prefix-lists.json': {
        PrefixLists: [
          { PrefixListId: 'pl-63a5400a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15', '54.231.0.0/16'] },
        ],
      },
    },
    want: { egress4: 'reachable', 'endpoint s3': 'public', 'to 54.231.1.1:443': 'reachable', 'to 8.8.8.8:443': 'blocked' },
  },
};
