import fc from 'fast-check';
import type { NetworkAcl } from '../../../src/inventory/sections/network-acls.ts';
import type { SecurityGroup } from '../../../src/inventory/sections/security-groups.ts';
import { blocks, pick, portRanges } from './plan.ts';

type Permission = NonNullable<SecurityGroup['IpPermissions']>[number];
type Entry = NonNullable<NetworkAcl['Entries']>[number];

export const groupIds = ['sg-1', 'sg-2', 'sg-3'];
export const listIds = ['pl-a', 'pl-b', 'pl-hidden'];

const number = fc.nat({ max: 1_000 });
const mostly = <T>(usual: T, weight: number, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

/** A rule's ports, or an ICMP type and code. */
function portsOf(protocol: string, at: number): { readonly FromPort: number; readonly ToPort: number } {
  const icmp = protocol === 'icmp' || protocol === 'icmpv6' || protocol === '1' || protocol === '58';
  if (at % 4 === 0 || protocol === '-1') return { FromPort: -1, ToPort: -1 };
  if (!icmp) return { FromPort: pick(portRanges, at)[0], ToPort: pick(portRanges, at)[1] };
  return pick(
    [
      { FromPort: 8, ToPort: -1 },
      { FromPort: 8, ToPort: 0 },
      { FromPort: 128, ToPort: 0 },
      { FromPort: 3, ToPort: 4 },
    ],
    at,
  );
}

const permission: fc.Arbitrary<Permission> = fc
  .record({
    protocol: number,
    ports: number,
    block4: number,
    block6: number,
    list: number,
    group: number,
    use: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ protocol, ports, block4, block6, list, group, use }): Permission => {
    const IpProtocol = pick(['-1', 'tcp', 'udp', 'icmp', 'icmpv6', '6', '50'], protocol);
    return {
      IpProtocol,
      ...portsOf(IpProtocol, ports),
      IpRanges: (use & 1) === 0 ? [] : [{ CidrIp: pick(blocks[4], block4) }],
      Ipv6Ranges: (use & 2) === 0 ? [] : [{ CidrIpv6: pick(blocks[6], block6) }],
      PrefixListIds: (use & 12) === 12 ? [{ PrefixListId: pick(listIds, list) }] : [],
      UserIdGroupPairs: (use & 16) === 0 ? [] : [{ GroupId: pick(groupIds, group) }],
    };
  });

const openPermission: Permission = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const permissions = mostly<readonly Permission[]>([openPermission], 2, fc.array(permission, { maxLength: 3 }));

/** The rules of one group. */
export const groupRules = fc.record({ IpPermissions: permissions, IpPermissionsEgress: permissions });

/** One more rule for a group. */
export const oneRule = permission;

const entry: fc.Arbitrary<Omit<Entry, 'RuleNumber'>> = fc
  .record({
    egress: fc.boolean(),
    allow: fc.integer({ min: 0, max: 2 }),
    protocol: number,
    ports: number,
    block: number,
    six: fc.boolean(),
  })
  .map(({ egress, allow, protocol, ports, block, six }) => {
    const Protocol = pick(['-1', '6', '17', six ? '58' : '1', '50', '6'], protocol);
    const { FromPort, ToPort } = portsOf(Protocol, ports);
    return {
      Egress: egress,
      RuleAction: allow > 0 ? ('allow' as const) : ('deny' as const),
      Protocol,
      ...(six ? { Ipv6CidrBlock: pick(blocks[6], block) } : { CidrBlock: pick(blocks[4], block) }),
      ...(Protocol === '1' || Protocol === '58' ? { IcmpTypeCode: { Type: FromPort, Code: ToPort } } : {}),
      ...((Protocol === '6' || Protocol === '17') && FromPort !== -1 ? { PortRange: { From: FromPort, To: ToPort } } : {}),
    };
  });

const openEntries: readonly Entry[] = [true, false].flatMap((Egress): readonly Entry[] => [
  { Egress, RuleNumber: 1000, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
  { Egress, RuleNumber: 1001, Protocol: '-1', RuleAction: 'allow', Ipv6CidrBlock: '::/0' },
]);

/** The entries of one ACL, in no order; often with an end that allows everything in one direction or both, so that not all is blocked. */
export const aclEntries: fc.Arbitrary<readonly Entry[]> = fc
  .record({
    some: mostly<readonly Omit<Entry, 'RuleNumber'>[]>([], 1, fc.array(entry, { maxLength: 4 })),
    open: mostly<readonly boolean[]>([true, false], 3, fc.constantFrom([true], [false], [])),
  })
  .map(({ some, open }) => [
    ...openEntries.filter(({ Egress }) => open.includes(Egress === true)),
    // Numbers descend, so that an engine that goes by the order of the answer is wrong.
    ...some.map((each, at) => ({ ...each, RuleNumber: 900 - at * 10 })),
  ]);
