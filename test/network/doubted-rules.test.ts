import { describe, expect, it } from 'vitest';
import { known, missing } from '../../src/inventory/fact.ts';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import type { AddressSet } from '../../src/network/address-set.ts';
import { everyAddress } from '../../src/network/every-address.ts';
import { networkAclTraffic } from '../../src/network/network-acl-traffic.ts';
import { routePieces, type Route } from '../../src/network/route-pieces.ts';
import { securityGroupTraffic } from '../../src/network/security-group-traffic.ts';
import { allTraffic, common, isEmpty, onlyAddresses, remoteAddresses, sameTraffic } from '../../src/network/traffic.ts';
import { refused } from '../support/rows.ts';

const noLists = () => known(undefined);
const members = (must: AddressSet) => () => ({ must, may: must, doubt: undefined });
const nobody = members([]);
const everything = allTraffic(everyAddress[4], 4);

type Permission = NonNullable<SecurityGroup['IpPermissions']>[number];
const group = (...IpPermissionsEgress: Permission[]): SecurityGroup => ({ GroupId: 'sg-1', IpPermissionsEgress });
const egress = (
  groups: readonly SecurityGroup[],
  entriesOf = noLists as Parameters<typeof securityGroupTraffic>[3],
  membersOf = nobody as Parameters<typeof securityGroupTraffic>[4],
) => securityGroupTraffic(groups, 'IpPermissionsEgress', 4, entriesOf, membersOf);

describe('security groups of which something is not known', () => {
  it('let at least what is known pass, and at most what the unknown could add', () => {
    const rules = group(
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListIds: [{ PrefixListId: 'pl-1' }] },
      { IpProtocol: 'udp', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
    );
    const { must, may, doubts } = egress([rules], () => missing(refused('ec2:GetManagedPrefixListEntries')));
    expect(must.tcp).toEqual([]);
    expect(must.udp).toHaveLength(1);
    expect(may.tcp).toEqual([{ first: 0n, last: 4_294_967_295n, values: [{ first: 443, last: 443 }] }]);
    expect(doubts.map(({ code, object, gap }) => [code, object, gap?.operation])).toEqual([
      ['UNKNOWN_PREFIX_LIST', 'pl-1', 'ec2:GetManagedPrefixListEntries'],
    ]);
  });

  it('read a list as its blocks of the family asked about', () => {
    const rules = group({ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] });
    const { must, doubts } = egress([rules], () => known(['192.0.2.0/24', '2001:db8::/32']));
    expect(remoteAddresses(must)).toEqual([{ first: 0xc0000200n, last: 0xc00002ffn }]);
    expect(doubts).toEqual([]);
  });

  it('take a referenced group for the private addresses of those who carry it', () => {
    const rules = group({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-2' }] });
    const { must } = egress([rules], noLists, members([{ first: 0x0a000005n, last: 0x0a000005n }]));
    expect(remoteAddresses(must)).toEqual([{ first: 0x0a000005n, last: 0x0a000005n }]);
  });

  it.each([
    ['a protocol that nobody has heard of', { IpProtocol: 'carrier-pigeon', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['no protocol', { IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['a protocol beyond 255', { IpProtocol: '256', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['ports that end before they begin', { IpProtocol: 'tcp', FromPort: 9, ToPort: 8, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['a port beyond 65535', { IpProtocol: 'tcp', FromPort: 1, ToPort: 65_536, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['an ICMP code without a type', { IpProtocol: 'icmp', FromPort: -1, ToPort: 3, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    ['host bits in the block', { IpProtocol: 'tcp', FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: '10.0.0.1/8' }] }],
    ['an octal octet', { IpProtocol: 'tcp', FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: '010.0.0.0/8' }] }],
    ['a hex octet', { IpProtocol: 'tcp', FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: '0xa.0.0.0/8' }] }],
    ['no block', { IpProtocol: 'tcp', FromPort: 1, ToPort: 2, IpRanges: [{}] }],
  ] as const)('leave a rule undecided for %s', (_name, permission) => {
    const { must, may, doubts } = egress([group(permission)]);
    expect(isEmpty(must)).toBe(true);
    expect(isEmpty(may)).toBe(false);
    expect(doubts.map(({ code }) => code)).toEqual(['UNREADABLE']);
  });

  it.each([{ PortRange: {} }, { PortRange: { From: 80 } }])(
    'read no entry as one for all ports because a part of its range is missing: %j',
    (range) => {
      const Entries = [{ Egress: true, RuleNumber: 100, Protocol: '6', RuleAction: 'deny' as const, CidrBlock: '0.0.0.0/0', ...range }];
      const { pieces, doubts } = networkAclTraffic({ NetworkAclId: 'acl-1', Entries }, true, 4);
      expect(pieces.map(({ ruleNumber }) => ruleNumber)).not.toContain(100);
      expect(doubts.map(({ object }) => object)).toEqual(['acl-1#100']);
    },
  );

  it('say nothing at all where the rules did not come', () => {
    const { must, may } = egress([{ GroupId: 'sg-1' }]);
    expect(isEmpty(must)).toBe(true);
    expect(sameTraffic(may, everything)).toBe(true);
  });

  it('count all ports of a protocol other than TCP, UDP and ICMP, whatever the rule says', () => {
    const { must, doubts } = egress([group({ IpProtocol: '50', FromPort: 7, ToPort: 3, IpRanges: [{ CidrIp: '0.0.0.0/0' }] })]);
    expect(must.other).toEqual([{ first: 0n, last: 4_294_967_295n, values: [{ first: 50, last: 50 }] }]);
    expect(doubts).toEqual([]);
  });
});

type Entry = NonNullable<NetworkAcl['Entries']>[number];
const entry = (RuleNumber: number, RuleAction: 'allow' | 'deny', more: Partial<Entry> = {}): Entry => ({
  RuleNumber,
  RuleAction,
  Egress: true,
  Protocol: '-1',
  CidrBlock: '0.0.0.0/0',
  ...more,
});
const out = (...Entries: Entry[]) => networkAclTraffic({ NetworkAclId: 'acl-1', Entries }, true, 4);

describe('a network ACL', () => {
  it('decides by the lowest number, not by the order of the answer', () => {
    expect(isEmpty(out(entry(200, 'allow'), entry(100, 'deny')).may)).toBe(true);
    expect(sameTraffic(out(entry(200, 'deny'), entry(100, 'allow')).must, everything)).toBe(true);
  });

  it('denies what no entry matches', () => expect(isEmpty(out().may)).toBe(true));

  it('looks at entries of its own direction and family only', () => {
    const other = { ...entry(100, 'allow'), CidrBlock: undefined, Ipv6CidrBlock: '::/0' };
    expect(isEmpty(out(other, entry(110, 'allow', { Egress: false })).may)).toBe(true);
  });

  it('is undecided where two entries have one number, and sure again where another entry comes first', () => {
    const tied = out(entry(100, 'allow'), entry(100, 'deny'));
    expect(isEmpty(tied.must)).toBe(true);
    expect(sameTraffic(tied.may, everything)).toBe(true);
    const first = out(entry(90, 'deny', { CidrBlock: '10.0.0.0/8' }), entry(100, 'allow'), entry(100, 'deny'));
    expect(isEmpty(onlyAddresses(first.may, [{ first: 0x0a000000n, last: 0x0affffffn }]))).toBe(true);
  });

  it('is undecided about what an action it has never heard of takes', () => {
    const { must, may, doubts } = out(entry(100, 'maybe' as 'allow'), entry(200, 'allow'));
    expect(isEmpty(must)).toBe(true);
    expect(sameTraffic(may, everything)).toBe(true);
    expect(doubts[0]?.object).toBe('acl-1#100');
  });
});

const pieces = (routes: readonly Route[], entriesOf: Parameters<typeof routePieces>[3] = noLists) =>
  routePieces({ RouteTableId: 'rtb-1', Routes: routes }, everything, 4, entriesOf);
const brief = (routes: readonly Route[], entriesOf?: Parameters<typeof routePieces>[3]) =>
  pieces(routes, entriesOf).pieces.map(({ destination, doubt }) => [destination, doubt?.code ?? 'sure']);

describe('a route table', () => {
  it('prefers a static route to a list with the same block, and that to a propagated route', () => {
    const routes: Route[] = [
      { DestinationCidrBlock: '10.1.0.0/16', GatewayId: 'vgw-1', Origin: 'EnableVgwRoutePropagation', State: 'active' },
      { DestinationPrefixListId: 'pl-1', TransitGatewayId: 'tgw-1', State: 'active' },
      { DestinationCidrBlock: '10.1.0.0/16', NatGatewayId: 'nat-1', Origin: 'CreateRoute', State: 'active' },
    ];
    expect(brief(routes, () => known(['10.1.0.0/16']))).toEqual([['10.1.0.0/16', 'sure']]);
    expect(pieces(routes, () => known(['10.1.0.0/16'])).pieces[0]?.route.NatGatewayId).toBe('nat-1');
    expect(brief(routes.slice(0, 2), () => known(['10.1.0.0/16']))).toEqual([['pl-1', 'sure']]);
  });

  it('is undecided where two lists hold the same addresses and lead elsewhere', () => {
    const routes: Route[] = [
      { DestinationPrefixListId: 'pl-1', TransitGatewayId: 'tgw-1', State: 'active' },
      { DestinationPrefixListId: 'pl-2', NatGatewayId: 'nat-1', State: 'active' },
    ];
    const lists = (id: string) => known(id === 'pl-1' ? ['10.1.0.0/16'] : ['10.0.0.0/8']);
    const { pieces: found } = pieces(routes, lists);
    const shared = found.filter(({ doubt }) => doubt !== undefined);
    expect(shared.map(({ destination }) => destination)).toEqual(['pl-1', 'pl-2']);
    expect(remoteAddresses(shared[1]?.traffic ?? everything)).toEqual([{ first: 0x0a010000n, last: 0x0a01ffffn }]);
    const sameTarget = routes.map((route) => ({ ...route, TransitGatewayId: 'tgw-1', NatGatewayId: undefined }));
    expect(pieces(sameTarget, lists).pieces.every(({ doubt }) => doubt === undefined)).toBe(true);
  });

  it('is undecided about all it does while a list is unknown', () => {
    const routes: Route[] = [
      { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' },
      { DestinationPrefixListId: 'pl-1', NatGatewayId: 'nat-1', State: 'active' },
    ];
    const gap = refused('ec2:GetManagedPrefixListEntries');
    expect(brief(routes, () => missing(gap))).toEqual([
      ['pl-1', 'UNKNOWN_PREFIX_LIST'],
      ['0.0.0.0/0', 'UNKNOWN_PREFIX_LIST'],
    ]);
  });

  it('gives a destination that cannot be read the benefit of every doubt', () => {
    const { unrouted, doubt } = pieces([{ DestinationCidrBlock: '10.0.0.1/8', GatewayId: 'igw-1', State: 'active' }]);
    expect(doubt?.code).toBe('UNREADABLE');
    expect(sameTraffic(unrouted, everything)).toBe(true);
  });

  it('never forwards the block that AWS keeps for its own services', () => {
    const { pieces: found, unrouted } = pieces([{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' }]);
    const own = allTraffic([{ first: 0xa9fea800n, last: 0xa9feabffn }], 4);
    expect(isEmpty(common(found[0]?.traffic ?? everything, own))).toBe(true);
    expect(sameTraffic(unrouted, own)).toBe(true);
  });
});
