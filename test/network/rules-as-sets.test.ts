import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import type { IpFamily } from '../../src/network/address-set.ts';
import { inArea } from '../../src/network/area.ts';
import { everyAddress } from '../../src/network/every-address.ts';
import { networkAclTraffic } from '../../src/network/network-acl-traffic.ts';
import { routePieces } from '../../src/network/route-pieces.ts';
import { securityGroupTraffic } from '../../src/network/security-group-traffic.ts';
import { allTraffic, common, isEmpty, sameTraffic, uniteAll, type Traffic } from '../../src/network/traffic.ts';
import { aclAdmits, groupsAdmit, routeOf, type Packet } from '../support/naive-network.ts';

/** A few hosts of one block each, so that rules and packets meet often. */
const world = {
  4: { host: (n: number) => `10.0.0.${n}`, block: (n: number, bits: number) => `10.0.0.${(n >> bits) << bits}/${32 - bits}` },
  6: {
    host: (n: number) => `2001:db8::${n.toString(16)}`,
    block: (n: number, bits: number) => `2001:db8::${((n >> bits) << bits).toString(16)}/${128 - bits}`,
  },
} as const;

const family = fc.constantFrom<IpFamily>(4, 6);
const host = fc.integer({ min: 0, max: 15 });
const blockOf = (of: IpFamily) => fc.tuple(host, fc.integer({ min: 0, max: 4 })).map(([n, bits]) => world[of].block(n, bits));
const protocolName = fc.constantFrom('-1', 'tcp', 'udp', 'icmp', 'icmpv6', '6', '17', '1', '58', '50');
const small = fc.integer({ min: 0, max: 5 });
const range = fc.tuple(small, small).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const packetOf = (of: IpFamily): fc.Arbitrary<Packet> =>
  fc.record({
    remote: host.map((n) => world[of].host(n)),
    protocol: fc.constantFrom(6, 17, 1, 58, 50),
    port: small,
    type: small,
    code: small,
  });

/** A rule's ports, or an ICMP type and code; sometimes none. */
const portsFor = (protocol: string): fc.Arbitrary<{ FromPort: number; ToPort: number }> => {
  const icmp = ['icmp', 'icmpv6', '1', '58'].includes(protocol);
  return fc.oneof(
    fc.constant({ FromPort: -1, ToPort: -1 }),
    icmp
      ? fc.tuple(small, fc.constantFrom(-1, 0, 1, 2)).map(([FromPort, ToPort]) => ({ FromPort, ToPort }))
      : range.map(([FromPort, ToPort]) => ({ FromPort, ToPort })),
  );
};

const permissionOf = (of: IpFamily) =>
  protocolName.chain((IpProtocol) =>
    fc.tuple(portsFor(IpProtocol), fc.array(blockOf(of), { maxLength: 3 })).map(([ports, blocks]) => ({
      IpProtocol,
      ...ports,
      ...(of === 4 ? { IpRanges: blocks.map((CidrIp) => ({ CidrIp })) } : { Ipv6Ranges: blocks.map((CidrIpv6) => ({ CidrIpv6 })) }),
    })),
  );

const groupOf = (of: IpFamily): fc.Arbitrary<SecurityGroup> =>
  fc.array(permissionOf(of), { maxLength: 5 }).map((IpPermissionsEgress) => ({ GroupId: 'sg-1', IpPermissions: [], IpPermissionsEgress }));

const aclOf = (of: IpFamily): fc.Arbitrary<NetworkAcl> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 7 })
    .chain((ruleNumbers) =>
      fc.tuple(
        ...ruleNumbers.map((RuleNumber) =>
          protocolName
            .filter((name) => name === '-1' || /^\d/.test(name))
            .chain((Protocol) =>
              fc.tuple(portsFor(Protocol), blockOf(of), fc.boolean()).map(([{ FromPort, ToPort }, block, allow]) => ({
                RuleNumber,
                Protocol,
                Egress: true,
                RuleAction: allow ? ('allow' as const) : ('deny' as const),
                ...(of === 4 ? { CidrBlock: block } : { Ipv6CidrBlock: block }),
                ...(['1', '58'].includes(Protocol) ? { IcmpTypeCode: { Type: FromPort, Code: ToPort } } : {}),
                ...(['6', '17'].includes(Protocol) && FromPort !== -1 ? { PortRange: { From: FromPort, To: ToPort } } : {}),
              })),
            ),
        ),
      ),
    )
    .map((Entries) => ({ NetworkAclId: 'acl-1', Entries }));

const noLists = () => known(undefined);
const noMembers = () => ({ must: [], may: [], doubt: undefined });

const addressNumber = (text: string): bigint =>
  ipaddr
    .parse(text)
    .toByteArray()
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

/** Is the packet in the set? The only place where a packet is told in the set's own terms. */
function holds(traffic: Traffic, packet: Packet, of: IpFamily): boolean {
  const remote = addressNumber(packet.remote);
  const icmp = of === 4 ? 1 : 58;
  if (packet.protocol === 6) return inArea(traffic.tcp, remote, packet.port);
  if (packet.protocol === 17) return inArea(traffic.udp, remote, packet.port);
  if (packet.protocol === icmp) return inArea(traffic.icmp, remote, packet.type * 256 + packet.code);
  return inArea(traffic.other, remote, packet.protocol);
}

describe('rules as sets agree with one packet at a time', () => {
  it('for security groups', () => {
    const cases = family.chain((of) => fc.tuple(fc.constant(of), fc.array(groupOf(of), { maxLength: 3 }), packetOf(of)));
    fc.assert(
      fc.property(cases, ([of, groups, packet]) => {
        // ICMPv6 in IPv4 and ICMP in IPv6 carry no types that a rule could tell apart.
        fc.pre(packet.protocol !== (of === 4 ? 58 : 1));
        const { must, may } = securityGroupTraffic(groups, 'IpPermissionsEgress', of, noLists, noMembers);
        expect(holds(must, packet, of)).toBe(groupsAdmit(groups, 'IpPermissionsEgress', packet));
        expect(sameTraffic(must, may)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('for network ACLs, and every packet is decided by exactly one entry', () => {
    const cases = family.chain((of) => fc.tuple(fc.constant(of), aclOf(of), packetOf(of)));
    fc.assert(
      fc.property(cases, ([of, acl, packet]) => {
        fc.pre(packet.protocol !== (of === 4 ? 58 : 1));
        const { must, may, pieces } = networkAclTraffic(acl, true, of);
        expect(holds(must, packet, of)).toBe(aclAdmits(acl, true, packet));
        expect(sameTraffic(must, may)).toBe(true);
        expect(pieces.filter(({ traffic }) => holds(traffic, packet, of))).toHaveLength(1);
        expect(sameTraffic(uniteAll(pieces.map(({ traffic }) => traffic)), allTraffic(everyAddress[of], of))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('for route tables, whose pieces do not overlap and cover everything', () => {
    const cases = family.chain((of) => fc.tuple(fc.constant(of), fc.uniqueArray(blockOf(of), { maxLength: 6 }), packetOf(of)));
    fc.assert(
      fc.property(cases, ([of, blocks, packet]) => {
        const Routes = blocks.map((block, at) => ({
          ...(of === 4 ? { DestinationCidrBlock: block } : { DestinationIpv6CidrBlock: block }),
          GatewayId: `igw-${at}`,
          State: 'active' as const,
        }));
        const table = { RouteTableId: 'rtb-1', Routes };
        const everything = allTraffic(everyAddress[of], of);
        const { pieces, unrouted } = routePieces(table, everything, of, noLists);
        expect(pieces.find(({ traffic }) => holds(traffic, packet, of))?.index).toBe(routeOf(table, packet.remote));
        const parts = [...pieces.map(({ traffic }) => traffic), unrouted];
        expect(sameTraffic(uniteAll(parts), everything)).toBe(true);
        for (const [at, part] of parts.entries()) {
          for (const other of parts.slice(at + 1)) expect(isEmpty(common(part, other))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
