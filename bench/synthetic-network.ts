import type { SecurityGroup } from '../src/inventory/sections/security-groups.ts';
import type { Network } from '../src/network/network.ts';
import { networkFrom } from '../test/support/network.ts';
import { inventory } from '../test/support/inventory.ts';
import { internetGateway, natGateway, networkAcl } from '../test/support/rows-network.ts';
import { igwRoute, mainTable, prefixList, securityGroup, subnet, subnetTable } from '../test/support/rows.ts';
import type { PlacedIn } from '../src/network/class-reach.ts';

/** A number that looks random and is the same in every run. */
function scattered(seed: number, below: number): number {
  let mixed = (seed + 1) * 0x9e3779b1;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}

/** A group with this many outbound rules: blocks here and there in the internet, with ports of their own. */
function group(at: number, rules: number): SecurityGroup {
  const IpPermissionsEgress = Array.from({ length: rules }, (_, rule) => {
    const seed = at * 1000 + rule;
    const from = 1 + scattered(seed, 60_000);
    return {
      IpProtocol: rule % 5 === 0 ? 'udp' : 'tcp',
      FromPort: from,
      ToPort: from + scattered(seed + 7, 500),
      IpRanges: [{ CidrIp: `${1 + scattered(seed + 3, 223)}.${scattered(seed + 5, 256)}.0.0/16` }],
    };
  });
  return securityGroup({ GroupId: `sg-${at}`, IpPermissionsEgress });
}

/**
 * A VPC with 60 subnets behind NAT, tables of 48 routes and a prefix list of 40 blocks, ACLs of 44 entries, and 80 groups of 60 rules.
 *
 * @param classes how many different placements there are
 */
export function syntheticNetwork(classes: number): { readonly network: Network; readonly placements: readonly PlacedIn[] } {
  const subnets = Array.from({ length: 60 }, (_, at) => subnet({ SubnetId: `subnet-${at}`, CidrBlock: `10.0.${at}.0/24` }));
  const narrow = Array.from({ length: 45 }, (_, at) => ({
    DestinationCidrBlock: `${20 + at}.${scattered(at, 256)}.0.0/16`,
    NatGatewayId: `nat-${at % 3}`,
    State: 'active' as const,
  }));
  const routes = [
    ...narrow,
    { DestinationPrefixListId: 'pl-1', NatGatewayId: 'nat-1', State: 'active' as const },
    { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-0', State: 'active' as const },
  ];
  const entries = [true, false].flatMap((Egress) => [
    ...Array.from({ length: 20 }, (_, at) => ({
      Egress,
      RuleNumber: 10 + at,
      Protocol: '6',
      RuleAction: 'deny' as const,
      CidrBlock: `${100 + at}.${scattered(at + 99, 256)}.0.0/16`,
      PortRange: { From: 1000 * at, To: 1000 * at + 99 },
    })),
    { Egress, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' },
  ]);
  const network = networkFrom(
    inventory({
      subnets: [...subnets, subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.200.0/24' })],
      routeTables: [mainTable(routes), subnetTable('subnet-nat', [igwRoute()])],
      networkAcls: [networkAcl([...subnets.flatMap(({ SubnetId }) => SubnetId ?? []), 'subnet-nat'], { Entries: entries })],
      natGateways: [0, 1, 2].map((at) => natGateway({ NatGatewayId: `nat-${at}` })),
      internetGateways: [internetGateway()],
      prefixLists: [
        prefixList(
          'pl-1',
          Array.from({ length: 40 }, (_, at) => `${150 + at}.0.0.0/12`),
        ),
      ],
      securityGroups: Array.from({ length: 80 }, (_, at) => group(at, 60)),
    }),
  );
  const placements = Array.from({ length: classes }, (_, at) => ({
    subnetId: `subnet-${at % 60}`,
    groupIds: [`sg-${at % 80}`, `sg-${(at + 7 + Math.floor(at / 80)) % 80}`],
    dualStack: false,
  }));
  return { network, placements };
}
