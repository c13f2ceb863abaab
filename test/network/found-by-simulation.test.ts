import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { networkInterface } from '../support/network.ts';
import { elastic, fate, of, v6 } from '../support/one-packet.ts';
import { blockPublicAccess, blockPublicAccessExclusion, natGateway, networkAcl } from '../support/rows-network.ts';
import { igwRoute, mainTable, prefixList, refused, subnet, subnetTable, vpc } from '../support/rows.ts';

/** What the simulator of single packets has found wrong in the engine, one scenario each. */

describe('NAT64', () => {
  const network = of({
    vpcs: [vpc(v6('2600:1f00:0:100::/56'))],
    subnets: [subnet(v6('2600:1f00:0:101::/64')), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
    natGateways: [natGateway()],
    routeTables: [
      mainTable([{ DestinationIpv6CidrBlock: '64:ff9b::/96', NatGatewayId: 'nat-1', State: 'active' }]),
      subnetTable('subnet-nat', [igwRoute(), { DestinationIpv6CidrBlock: '2600:1f00:0:100::/56', GatewayId: 'local', State: 'active' }]),
    ],
    networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
  });

  it.each([
    ['an echo request', { protocol: 58, type: 128 }, 'internet'],
    ['any other ICMPv6 message', { protocol: 58, type: 3 }, 'NAT_FAMILY'],
    ['TCP', {}, 'internet'],
    ['a protocol without ports', { protocol: 50 }, 'NAT_PROTOCOL'],
  ])('tells what becomes of %s', (_what, asked, expected) => {
    expect(fate(network, 'subnet-1', '64:ff9b::808:808', asked)).toBe(expected);
  });
});

describe('an instance that forwards', () => {
  const forwards = { SourceDestCheck: false, Attachment: { InstanceId: 'i-1' } };
  const to = (NetworkInterfaceId: string) => ({ DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId, State: 'active' as const });
  const subnets = [
    subnet(),
    subnet({ SubnetId: 'subnet-a', CidrBlock: '10.0.2.0/24' }),
    subnet({ SubnetId: 'subnet-b', CidrBlock: '10.0.3.0/24' }),
  ];
  const around = { subnets, networkAcls: [networkAcl(['subnet-1', 'subnet-a', 'subnet-b'])] };
  const interfaces = [
    networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10')),
    networkInterface('eni-a', '10.0.2.10', { SubnetId: 'subnet-a', ...forwards }),
    networkInterface('eni-b', '10.0.3.10', { SubnetId: 'subnet-b', ...forwards }),
  ];

  it('goes round for ever where its two interfaces lead to each other, and no further', () => {
    const network = of({
      ...around,
      networkInterfaces: interfaces,
      routeTables: [mainTable([to('eni-a')]), subnetTable('subnet-a', [to('eni-b')]), subnetTable('subnet-b', [to('eni-a')])],
    });
    expect(fate(network, 'eni-1', '8.8.8.8')).toBe('LOOP');
  });

  it('may send on what bears the public address of the sender', () => {
    const network = of({
      ...around,
      networkInterfaces: interfaces,
      routeTables: [mainTable([to('eni-a')]), subnetTable('subnet-a', [igwRoute()]), subnetTable('subnet-b')],
    });
    expect(fate(network, 'eni-1', '8.8.8.8')).toBe('? APPLIANCE');
  });
});

describe('routes', () => {
  const listed = (DestinationPrefixListId: string, GatewayId: string) => ({ DestinationPrefixListId, GatewayId, State: 'active' as const });
  const network = (routes: Parameters<typeof mainTable>[0], lists: readonly ReturnType<typeof prefixList>[]): Network =>
    of({
      routeTables: [mainTable(routes)],
      prefixLists: lists,
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
    });

  it('are missing beside a list that cannot be read, as far as its own route leads nowhere', () => {
    const hidden = prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'));
    expect(fate(network([{ ...listed('pl-1', 'igw-1'), State: 'blackhole' }], [hidden]), 'eni-1', '8.8.8.8')).toBe('BLACKHOLE');
    expect(fate(network([listed('pl-1', 'igw-1')], [hidden]), 'eni-1', '8.8.8.8')).toBe('? UNKNOWN_PREFIX_LIST');
  });

  it('of three lists that overlap may each be the one that counts', () => {
    const lists = ['pl-1', 'pl-2', 'pl-3'].map((id) => prefixList(id, ['8.0.0.0/8']));
    const dead = ['pl-1', 'pl-2'].map((id) => ({ ...listed(id, `igw-${id}`), State: 'blackhole' as const }));
    expect(fate(network([...dead, listed('pl-3', 'igw-1')], lists), 'eni-1', '8.8.8.8')).toBe('? UNREADABLE');
  });

  it('to a list with an entry that names no block are undecided', () => {
    const list = prefixList('pl-1', ['8.0.0.0/8']);
    const spoilt = { ...list, detail: { known: true as const, value: { Entries: [{ Cidr: '8.0.0.0/8' }, {}] } } };
    expect(fate(network([listed('pl-1', 'igw-1')], [list]), 'eni-1', '8.8.8.8')).toBe('internet');
    expect(fate(network([listed('pl-1', 'igw-1')], [spoilt as typeof list]), 'eni-1', '8.8.8.8')).toBe('? UNKNOWN_PREFIX_LIST');
  });

  it('of a subnet whose association is in a state that nobody knows are undecided', () => {
    const table = subnetTable('subnet-1', [], {
      Associations: [{ SubnetId: 'subnet-1', AssociationState: { State: 'odd' as 'associated' } }],
    });
    const given = {
      routeTables: [mainTable([igwRoute()]), table],
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
    };
    expect(fate(of(given), 'eni-1', '8.8.8.8')).toBe('? DANGLING');
  });
});

describe('states', () => {
  it.each([
    ['available', 'internet'],
    ['detaching', '? STATE_CHANGING'],
    ['of-the-future', '? STATE_CHANGING'],
    ['detached', 'NOT_ATTACHED'],
  ])('%s of an attachment to an internet gateway: %s', (State, expected) => {
    const network = of({
      routeTables: [mainTable([igwRoute()])],
      internetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: State as 'attached' }] }],
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
    });
    expect(fate(network, 'eni-1', '8.8.8.8')).toBe(expected);
  });
});

describe('Block Public Access', () => {
  it('leaves open what it excludes, also behind an appliance that is no firewall of AWS', () => {
    const network = of({
      subnets: [subnet(), subnet({ SubnetId: 'subnet-b', CidrBlock: '10.0.2.0/24' })],
      networkAcls: [networkAcl(['subnet-1', 'subnet-b'])],
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
      vpcEndpoints: [
        {
          VpcEndpointId: 'vpce-1',
          VpcEndpointType: 'GatewayLoadBalancer',
          VpcId: 'vpc-1',
          State: 'available' as 'Available',
          SubnetIds: ['subnet-b'],
        },
      ],
      routeTables: [mainTable([igwRoute({ GatewayId: 'vpce-1' })]), subnetTable('subnet-b', [igwRoute()])],
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      blockPublicAccessExclusions: [blockPublicAccessExclusion()],
    });
    expect(fate(network, 'eni-1', '8.8.8.8')).toBe('? APPLIANCE');
  });
});
