import { describe, expect, it } from 'vitest';
import { fate, of } from '../support/one-packet.ts';
import { blockPublicAccess, blockPublicAccessExclusion, natGateway, networkAcl } from '../support/rows-network.ts';
import { igwRoute, mainTable, refused, subnet, subnetTable } from '../support/rows.ts';
import type { Given } from '../support/inventory.ts';

/** subnet-1 behind nat-1 in subnet-nat, which has a route to igw-1. */
const behindNat = (nat: Parameters<typeof natGateway>[0] = {}, given: Given = {}) =>
  of({
    subnets: [subnet({ AvailabilityZoneId: 'az1' }), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
    networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
    natGateways: [natGateway(nat)],
    routeTables: [
      mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }]),
      subnetTable('subnet-nat', [igwRoute()]),
    ],
    ...given,
  });

const regional = { AvailabilityMode: 'regional', RouteTableId: 'rtb-subnet-nat', NatGatewayAddresses: [] } as const;

describe('a NAT gateway', () => {
  it.each([
    ['public', {}, 'internet'],
    ['private', { ConnectivityType: 'private' }, 'NO_PUBLIC_ADDRESS'],
    ['without a public address', { NatGatewayAddresses: [{ PrivateIp: '10.0.9.9', Status: 'succeeded' }] }, 'NO_PUBLIC_ADDRESS'],
    [
      'whose address failed',
      { NatGatewayAddresses: [{ PrivateIp: '10.0.9.9', PublicIp: '198.51.100.9', Status: 'failed' }] },
      'NO_PUBLIC_ADDRESS',
    ],
    ['that failed', { State: 'failed' }, 'GATEWAY_UNAVAILABLE'],
    ['that is being made', { State: 'pending' }, '? STATE_CHANGING'],
    ['regional, in all zones', { ...regional, AutoProvisionZones: 'enabled' }, 'internet'],
    ['regional, in the zone of the sender', { ...regional, NatGatewayAddresses: [{ AvailabilityZoneId: 'az1' }] }, 'internet'],
    ['regional, in another zone', { ...regional, NatGatewayAddresses: [{ AvailabilityZoneId: 'az2' }] }, 'NAT_ZONE'],
    ['regional, in zones that it does not tell', regional, '? UNREADABLE'],
  ] as const)('%s', (_what, nat, expected) => {
    expect(fate(behindNat(nat), 'subnet-1', '8.8.8.8')).toBe(expected);
  });

  it.each([
    ['off', [], 'internet'],
    ['block-ingress', [], 'internet'],
    ['block-bidirectional', [], 'BLOCK_PUBLIC_ACCESS'],
    ['block-bidirectional', [blockPublicAccessExclusion()], 'internet'],
    ['block-bidirectional', [blockPublicAccessExclusion({ InternetGatewayExclusionMode: 'allow-egress' })], 'internet'],
    ['block-bidirectional', [blockPublicAccessExclusion({ State: 'delete-complete' })], 'BLOCK_PUBLIC_ACCESS'],
    ['block-bidirectional', [blockPublicAccessExclusion({ State: 'delete-in-progress' })], '? STATE_CHANGING'],
    ['block-bidirectional', [blockPublicAccessExclusion({ ResourceArn: 'arn:aws:ec2:eu-west-1:1:subnet/subnet-nat' })], 'internet'],
    [
      'block-bidirectional',
      [blockPublicAccessExclusion({ ResourceArn: 'arn:aws:ec2:eu-west-1:1:subnet/subnet-1' })],
      'BLOCK_PUBLIC_ACCESS',
    ],
    ['of-the-future', [], '? UNREADABLE'],
  ] as const)('under Block Public Access %s, with exclusions %j: %s', (mode, blockPublicAccessExclusions, expected) => {
    const blockPublicAccessOptions = [blockPublicAccess({ InternetGatewayBlockMode: mode as 'off' })];
    expect(fate(behindNat({}, { blockPublicAccessOptions, blockPublicAccessExclusions }), 'subnet-1', '8.8.8.8')).toBe(expected);
  });

  it.each([
    ['off', 'internet'],
    ['block-bidirectional', 'BLOCK_PUBLIC_ACCESS'],
    [undefined, '? NO_PERMISSION'],
  ] as const)('goes by what its subnet says where the account could not be read: %s', (mode, expected) => {
    const subnets = [
      subnet(),
      subnet({
        SubnetId: 'subnet-nat',
        CidrBlock: '10.0.9.0/24',
        ...(mode === undefined ? {} : { BlockPublicAccessStates: { InternetGatewayBlockMode: mode } }),
      }),
    ];
    const blockPublicAccessOptions = refused('ec2:DescribeVpcBlockPublicAccessOptions');
    expect(fate(behindNat({}, { subnets, blockPublicAccessOptions }), 'subnet-1', '8.8.8.8')).toBe(expected);
  });

  it.each([
    [[{ From: 1024, To: 65_535 }], 'internet'],
    [[{ From: 1, To: 1023 }], 'NETWORK_ACL_RETURN'],
  ])('takes replies to its own ports from 1024 on: entries for %j', (ranges, expected) => {
    const Entries = [
      { Egress: true, RuleNumber: 1, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' },
      { Egress: false, RuleNumber: 1, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '10.0.0.0/16' },
      ...ranges.map((PortRange, at) => ({
        Egress: false,
        RuleNumber: 2 + at,
        Protocol: '6',
        RuleAction: 'allow' as const,
        CidrBlock: '0.0.0.0/0',
        PortRange,
      })),
    ];
    const networkAcls = [networkAcl(['subnet-1']), networkAcl(['subnet-nat'], { NetworkAclId: 'acl-nat', Entries })];
    expect(fate(behindNat({}, { networkAcls }), 'subnet-1', '8.8.8.8')).toBe(expected);
  });
});
