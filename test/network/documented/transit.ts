import { acl, all4, eni, group, nat, sixth, subnet, table, vpc, type Folder } from './answers.ts';
import { local, type DocumentedCase } from './chain.ts';
import { attachment, vpcAttachment, transitRoutes, gateway, spoke, hub, attachA, attachB, local2, central } from './transit-world.ts';

const spokeRoutes = (...lines: readonly string[]) => ({ [`${spoke}.json`]: transitRoutes(...lines) });
const hubRoutes = (...lines: readonly string[]) => ({ [`${hub}.json`]: transitRoutes(...lines) });
const vpcB = (bt: readonly string[], bn: readonly string[]) => ({
  'route-tables.json': {
    RouteTables: [
      table('rtb-w', 'vpc-a', 'main', local, '0.0.0.0/0 tgw-1'),
      table('rtb-bt', 'vpc-b', 'subnet-bt', local2, ...bt),
      table('rtb-bn', 'vpc-b', 'main', local2, ...bn),
    ],
  },
});
const vpcGroups = (into: readonly (string | object)[], out: readonly (string | object)[] = [all4]) => ({
  'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [], out), group('sg-x', 'vpc-b', into)] },
});
const without = (name: string, folder: Folder): Folder => Object.fromEntries(Object.entries(folder).filter(([each]) => each !== name));

const works = 'vpc/latest/tgw/how-transit-gateways-work.html';
const attach = 'vpc/latest/tgw/tgw-vpc-attachments.html';
const out = 'vpc/latest/tgw/transit-gateway-nat-igw.html';
const x = 'to 10.1.9.20:443';

export const transitCases: Readonly<Record<string, DocumentedCase>> = {
  'central egress': {
    page: out,
    folder: central,
    want: { egress4: 'reachable', ingress4: 'blocked', [x]: 'reachable', 'to 10.1.9.20:22': 'blocked' },
  },
  'no way back from the NAT gateway: TCP is lost, UDP gets out': {
    page: out,
    folder: { ...central, ...vpcB(['0.0.0.0/0 nat-1'], ['0.0.0.0/0 igw-1']) },
    want: { 'to 8.8.8.8:443': 'blocked', 'to 8.8.8.8:53/udp': 'reachable' },
  },
  'no way back in the table of the egress attachment': {
    page: out,
    folder: { ...central, ...hubRoutes(`10.1.0.0/16 ${attachB} propagated`) },
    want: { 'to 8.8.8.8:443': 'blocked', [x]: 'blocked' },
  },
  'the attachment’s subnet has no route to the NAT gateway': {
    page: out,
    folder: { ...central, ...vpcB([], ['0.0.0.0/0 igw-1', '10.0.0.0/8 tgw-1']) },
    want: { egress4: 'blocked', [x]: 'reachable' },
  },
  'the attachment’s subnet leads straight to the internet gateway': {
    page: out,
    folder: { ...central, ...vpcB(['0.0.0.0/0 igw-1'], ['0.0.0.0/0 igw-1', '10.0.0.0/8 tgw-1']) },
    want: { egress4: 'blocked' },
  },
  'no attachment in the workload’s zone': {
    page: attach,
    folder: {
      ...central,
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', {}, 'c'),
          subnet('subnet-t', 'vpc-a', '10.0.200.0/28'),
          subnet('subnet-bt', 'vpc-b', '10.1.200.0/28'),
          subnet('subnet-bn', 'vpc-b', '10.1.9.0/24'),
        ],
      },
    },
    want: { egress4: 'blocked' },
  },
  'an attachment that waits for acceptance': {
    page: attach,
    folder: {
      ...central,
      'tgw-attachments.json': {
        TransitGatewayAttachments: [attachment(attachA, 'vpc-a', spoke, { State: 'pendingAcceptance' }), attachment(attachB, 'vpc-b', hub)],
      },
      'tgw-vpc-attachments.json': {
        TransitGatewayVpcAttachments: [
          vpcAttachment(attachA, 'vpc-a', ['subnet-t'], {}, { State: 'pendingAcceptance' }),
          vpcAttachment(attachB, 'vpc-b', ['subnet-bt']),
        ],
      },
    },
    want: { egress4: 'blocked' },
  },
  'an attachment without a table': {
    page: works,
    folder: {
      ...central,
      'tgw-attachments.json': { TransitGatewayAttachments: [attachment(attachA, 'vpc-a', undefined), attachment(attachB, 'vpc-b', hub)] },
    },
    want: { egress4: 'blocked' },
  },
  'no attachment of the VPC at all': {
    page: works,
    folder: {
      ...central,
      'tgw-attachments.json': { TransitGatewayAttachments: [attachment(attachB, 'vpc-b', hub)] },
      'tgw-vpc-attachments.json': { TransitGatewayVpcAttachments: [vpcAttachment(attachB, 'vpc-b', ['subnet-bt'])] },
    },
    want: { egress4: 'blocked' },
  },
  'a blackhole for private addresses': {
    page: out,
    folder: { ...central, ...spokeRoutes(`0.0.0.0/0 ${attachB}`, '10.0.0.0/8 blackhole') },
    want: { egress4: 'reachable', [x]: 'blocked' },
  },
  'a static blackhole beats a propagated route': {
    page: works,
    folder: { ...central, ...spokeRoutes('10.1.0.0/16 blackhole', `10.1.0.0/16 ${attachB} propagated`) },
    want: { [x]: 'blocked', egress4: 'blocked' },
  },
  'a longer propagated route beats a static one': {
    page: works,
    folder: { ...central, ...spokeRoutes('10.0.0.0/8 blackhole', `10.1.0.0/16 ${attachB} propagated`) },
    want: { [x]: 'reachable', egress4: 'blocked' },
  },
  'a table without routes': { page: works, folder: { ...central, ...spokeRoutes() }, want: { egress4: 'blocked', [x]: 'blocked' } },
  'routes that nobody searched, of a table that somebody else owns': {
    page: works,
    folder: without(`${spoke}.json`, central),
    want: { egress4: 'undecided' },
  },
  'routes that nobody searched, behind a closed group': {
    page: works,
    folder: { ...without(`${spoke}.json`, central), ...vpcGroups([], []) },
    want: { egress4: 'blocked' },
  },
  'more routes than one answer holds': {
    page: 'AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html',
    folder: { ...central, [`${spoke}.json`]: { ...transitRoutes(), AdditionalRoutesAvailable: true } },
    want: { egress4: 'undecided' },
  },
  'a route to a VPN': {
    page: works,
    folder: {
      ...central,
      'tgw-attachments.json': {
        TransitGatewayAttachments: [
          attachment(attachA, 'vpc-a', spoke),
          attachment(attachB, 'vpc-b', hub),
          attachment('tgw-attach-v', 'vpn-1', hub, { ResourceType: 'vpn' }),
        ],
      },
      ...spokeRoutes('0.0.0.0/0 tgw-attach-v'),
    },
    want: { egress4: 'undecided' },
  },
  'a group that is referred to across the gateway, where both allow it': {
    page: attach,
    folder: {
      ...central,
      'tgws.json': gateway({ SecurityGroupReferencingSupport: 'enable' }),
      'tgw-vpc-attachments.json': {
        TransitGatewayVpcAttachments: [
          vpcAttachment(attachA, 'vpc-a', ['subnet-t'], { SecurityGroupReferencingSupport: 'enable' }),
          vpcAttachment(attachB, 'vpc-b', ['subnet-bt'], { SecurityGroupReferencingSupport: 'enable' }),
        ],
      },
      ...vpcGroups(['tcp 443 sg-w']),
    },
    want: { [x]: 'reachable' },
  },
  'a group that is referred to across the gateway, where one attachment does not allow it': {
    page: attach,
    folder: {
      ...central,
      'tgws.json': gateway({ SecurityGroupReferencingSupport: 'enable' }),
      'tgw-vpc-attachments.json': {
        TransitGatewayVpcAttachments: [
          vpcAttachment(attachA, 'vpc-a', ['subnet-t']),
          vpcAttachment(attachB, 'vpc-b', ['subnet-bt'], { SecurityGroupReferencingSupport: 'enable' }),
        ],
      },
      ...vpcGroups(['tcp 443 sg-w']),
    },
    want: { [x]: 'blocked' },
  },
  'an outbound rule that refers across the gateway': {
    page: attach,
    folder: {
      ...central,
      'tgws.json': gateway({ SecurityGroupReferencingSupport: 'enable' }),
      'tgw-vpc-attachments.json': {
        TransitGatewayVpcAttachments: [
          vpcAttachment(attachA, 'vpc-a', ['subnet-t'], { SecurityGroupReferencingSupport: 'enable' }),
          vpcAttachment(attachB, 'vpc-b', ['subnet-bt'], { SecurityGroupReferencingSupport: 'enable' }),
        ],
      },
      ...vpcGroups(['tcp 443 10.0.0.0/8'], ['tcp 443 sg-x']),
    },
    want: { [x]: 'blocked' },
  },
  'segments that do not know each other': {
    page: 'vpc/latest/tgw/transit-gateway-isolated.html',
    folder: { ...central, ...spokeRoutes('172.16.0.0/12 tgw-attach-b') },
    want: { [x]: 'blocked' },
  },
  'the ACL of the attachment’s subnet': {
    page: 'vpc/latest/tgw/tgw-nacls.html',
    folder: {
      ...central,
      'acls.json': {
        NetworkAcls: [
          acl('acl-a', 'vpc-a', 'subnet-w'),
          acl('acl-t', 'vpc-a', 'subnet-t', []),
          acl('acl-b', 'vpc-b', 'subnet-bt subnet-bn'),
        ],
      },
    },
    want: { egress4: 'blocked' },
  },
  'IPv6 that the attachment does not carry': {
    page: attach,
    folder: {
      ...central,
      'vpcs.json': {
        Vpcs: [vpc('vpc-a', '10.0.0.0/16', sixth('2600:1f18:1::/56')), vpc('vpc-b', '10.1.0.0/16', sixth('2600:1f18:2::/56'))],
      },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', sixth('2600:1f18:1:1::/64')),
          subnet('subnet-t', 'vpc-a', '10.0.200.0/28', sixth('2600:1f18:1:2::/64')),
          subnet('subnet-bt', 'vpc-b', '10.1.200.0/28', sixth('2600:1f18:2:2::/64')),
          subnet('subnet-bn', 'vpc-b', '10.1.9.0/24'),
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-w', 'vpc-a', 'main', local, '2600:1f18:1::/56 local', '::/0 tgw-1'),
          table('rtb-b', 'vpc-b', 'main', local2, '2600:1f18:2::/56 local', '::/0 igw-1', '2600:1f18:1::/56 tgw-1'),
        ],
      },
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [], ['-1 * ::/0']), group('sg-x', 'vpc-b', [])] },
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', { Ipv6Addresses: [{ Ipv6Address: '2600:1f18:1:1::5' }] }),
        ],
      },
      [`${spoke}.json`]: {
        Routes: [
          {
            DestinationCidrBlock: '::/0',
            TransitGatewayAttachments: [{ TransitGatewayAttachmentId: attachB, ResourceType: 'vpc', ResourceId: 'vpc-b' }],
            Type: 'static',
            State: 'active',
          },
        ],
        AdditionalRoutesAvailable: false,
      },
    },
    want: { egress6: 'blocked' },
  },
  'a private NAT gateway before the transit gateway': {
    page: 'vpc/latest/userguide/nat-gateway-scenarios.html',
    folder: {
      ...central,
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
          subnet('subnet-pn', 'vpc-a', '100.64.1.0/24'),
          subnet('subnet-t', 'vpc-a', '10.0.200.0/28'),
          subnet('subnet-bt', 'vpc-b', '10.1.200.0/28'),
          subnet('subnet-bn', 'vpc-b', '10.1.9.0/24'),
        ],
      },
      'vpcs.json': {
        Vpcs: [
          vpc('vpc-a', '10.0.0.0/16', {
            CidrBlockAssociationSet: [
              { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
              { CidrBlock: '100.64.1.0/24', CidrBlockState: { State: 'associated' } },
            ],
          }),
          vpc('vpc-b', '10.1.0.0/16'),
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-w', 'vpc-a', 'main', local, '100.64.1.0/24 local', '0.0.0.0/0 nat-2'),
          table('rtb-pn', 'vpc-a', 'subnet-pn', local, '100.64.1.0/24 local', '0.0.0.0/0 tgw-1'),
          table('rtb-bt', 'vpc-b', 'subnet-bt', local2, '0.0.0.0/0 nat-1'),
          table('rtb-bn', 'vpc-b', 'main', local2, '0.0.0.0/0 igw-1', '100.64.1.0/24 tgw-1'),
        ],
      },
      'acls.json': { NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w subnet-t subnet-pn'), acl('acl-b', 'vpc-b', 'subnet-bt subnet-bn')] },
      'nats.json': {
        NatGateways: [nat('nat-1', 'subnet-bn', 'vpc-b', '10.1.9.9', '52.1.1.9'), nat('nat-2', 'subnet-pn', 'vpc-a', '100.64.1.9')],
      },
      ...hubRoutes(`100.64.1.0/24 ${attachA}`, `10.1.0.0/16 ${attachB} propagated`),
      ...vpcGroups(['tcp 443 100.64.1.0/24']),
    },
    want: { 'to 8.8.8.8:443': 'reachable', [x]: 'reachable' },
  },
  'a gateway of another account, of which only the attachment is seen': {
    page: works,
    folder: {
      ...central,
      'tgws.json': { TransitGateways: [] },
      'tgw-tables.json': { TransitGatewayRouteTables: [] },
      'tgw-attachments.json': {
        TransitGatewayAttachments: [attachment(attachA, 'vpc-a', undefined, { TransitGatewayOwnerId: '333333333333' })],
      },
      'tgw-vpc-attachments.json': { TransitGatewayVpcAttachments: [vpcAttachment(attachA, 'vpc-a', ['subnet-t'])] },
    },
    want: { egress4: 'undecided' },
  },
};
