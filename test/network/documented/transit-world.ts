import { acl, eni, group, igw, nat, subnet, table, vpc, dnsAttributes, type Folder } from './answers.ts';
import { local, nothingElse } from './chain.ts';

const own = '210987654321';

export const attachment = (id: string, resource: string, tableId: string | undefined, given: object = {}) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw-1',
  TransitGatewayOwnerId: own,
  ResourceOwnerId: own,
  ResourceType: 'vpc',
  ResourceId: resource,
  State: 'available',
  ...(tableId === undefined ? {} : { Association: { TransitGatewayRouteTableId: tableId, State: 'associated' } }),
  CreationTime: '2024-05-01T10:00:00+00:00',
  Tags: [],
  ...given,
});
export const vpcAttachment = (id: string, VpcId: string, SubnetIds: readonly string[], options: object = {}, given: object = {}) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw-1',
  VpcId,
  VpcOwnerId: own,
  State: 'available',
  SubnetIds,
  CreationTime: '2024-05-01T10:00:00+00:00',
  Options: {
    DnsSupport: 'enable',
    SecurityGroupReferencingSupport: 'disable',
    Ipv6Support: 'disable',
    ApplianceModeSupport: 'disable',
    ...options,
  },
  Tags: [],
  ...given,
});
/** `CIDR tgw-attach-…|blackhole`, and `propagated`. */
export const transitRoutes = (...lines: readonly string[]) => ({
  Routes: lines.map((line) => {
    const [DestinationCidrBlock, target = '', how] = line.split(' ');
    const Type = how === 'propagated' ? 'propagated' : 'static';
    if (target === 'blackhole') return { DestinationCidrBlock, Type, State: 'blackhole' };
    return {
      DestinationCidrBlock,
      TransitGatewayAttachments: [{ ResourceId: 'x', TransitGatewayAttachmentId: target, ResourceType: 'vpc' }],
      Type,
      State: 'active',
    };
  }),
  AdditionalRoutesAvailable: false,
});
export const transitTable = (TransitGatewayRouteTableId: string) => ({
  TransitGatewayRouteTableId,
  TransitGatewayId: 'tgw-1',
  State: 'available',
  DefaultAssociationRouteTable: false,
  CreationTime: '2024-05-01T10:00:00+00:00',
});
export const gateway = (options: object = {}) => ({
  TransitGateways: [
    {
      TransitGatewayId: 'tgw-1',
      State: 'available',
      OwnerId: own,
      Options: {
        AmazonSideAsn: 64512,
        DnsSupport: 'enable',
        VpnEcmpSupport: 'enable',
        SecurityGroupReferencingSupport: 'disable',
        ...options,
      },
    },
  ],
});

export const spoke = 'tgw-rtb-0aaaaaaaaaaaaaaaa';
export const hub = 'tgw-rtb-0bbbbbbbbbbbbbbbb';
export const [attachA, attachB] = ['tgw-attach-a', 'tgw-attach-b'];
export const local2 = '10.1.0.0/16 local';

/** vpc-a (workload) and vpc-b (egress, NAT, and eni-x) with a transit gateway between them. */
export const central: Folder = {
  ...nothingElse,
  'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')] },
  ...dnsAttributes('vpc-a'),
  ...dnsAttributes('vpc-b'),
  'subnets.json': {
    Subnets: [
      subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-t', 'vpc-a', '10.0.200.0/28'),
      subnet('subnet-bt', 'vpc-b', '10.1.200.0/28'),
      subnet('subnet-bn', 'vpc-b', '10.1.9.0/24'),
    ],
  },
  'route-tables.json': {
    RouteTables: [
      table('rtb-w', 'vpc-a', 'main', local, '0.0.0.0/0 tgw-1'),
      table('rtb-bt', 'vpc-b', 'subnet-bt', local2, '0.0.0.0/0 nat-1'),
      table('rtb-bn', 'vpc-b', 'main', local2, '0.0.0.0/0 igw-1', '10.0.0.0/8 tgw-1'),
    ],
  },
  'acls.json': { NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w subnet-t'), acl('acl-b', 'vpc-b', 'subnet-bt subnet-bn')] },
  'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', []), group('sg-x', 'vpc-b', ['tcp 443 10.0.0.0/8'])] },
  'nats.json': { NatGateways: [nat('nat-1', 'subnet-bn', 'vpc-b', '10.1.9.9', '52.1.1.9')] },
  'igws.json': { InternetGateways: [igw('igw-1', 'vpc-b')] },
  'enis.json': {
    NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-bn', 'vpc-b', '10.1.9.20', 'sg-x')],
  },
  'tgws.json': gateway(),
  'tgw-attachments.json': { TransitGatewayAttachments: [attachment(attachA, 'vpc-a', spoke), attachment(attachB, 'vpc-b', hub)] },
  'tgw-vpc-attachments.json': {
    TransitGatewayVpcAttachments: [vpcAttachment(attachA, 'vpc-a', ['subnet-t']), vpcAttachment(attachB, 'vpc-b', ['subnet-bt'])],
  },
  'tgw-tables.json': { TransitGatewayRouteTables: [transitTable(spoke), transitTable(hub)] },
  [`${spoke}.json`]: transitRoutes(`0.0.0.0/0 ${attachB}`),
  [`${hub}.json`]: transitRoutes(`10.0.0.0/16 ${attachA} propagated`, `10.1.0.0/16 ${attachB} propagated`),
};
