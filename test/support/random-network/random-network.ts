import fc from 'fast-check';
import { inventory, type Given } from '../inventory.ts';
import { networkFrom } from '../network.ts';
import type { Packet } from '../naive-network.ts';
import type { World } from '../naive/world.ts';
import { prefixList, account, refused, region } from '../rows.ts';
import { transitGatewayRouteTable } from '../rows-transit.ts';
import type { Network } from '../../../src/network/network.ts';
import {
  attachmentPlan,
  blockPublicAccessPlan,
  interfacePlan,
  natPlan,
  peeringPlan,
  routePlan,
  transitRoutePlan,
  type RoutePlan,
} from './gateways.ts';
import { blocks, destinations, idOf, pick, ports, vpcBlock } from './plan.ts';
import { aclEntries, groupIds, groupRules } from './rules.ts';
import { arnOf, attachmentRows, vpcRows, type VpcPlan } from './vpcs.ts';

const number = fc.nat({ max: 1_000 });

/** Most tables have a default route for each family. */
const tableRoutes = fc
  .tuple(routePlan, routePlan, fc.nat({ max: 3 }), fc.array(routePlan, { maxLength: 5 }))
  .map(([four, six, defaults, others]) => [
    ...((defaults & 1) === 0 ? [{ ...four, six: false, destination: 0 }] : []),
    ...((defaults & 2) === 0 ? [{ ...six, six: true, destination: 0 }] : []),
    ...others,
  ]);

const anyVpc: fc.Arbitrary<VpcPlan> = fc.record({
  subnets: fc.integer({ min: 2, max: 4 }),
  zones: fc.nat({ max: 15 }),
  acls: fc.nat({ max: 15 }),
  tables: fc.array(number, { minLength: 4, maxLength: 4 }),
  interfaces: fc.array(interfacePlan, { minLength: 4, maxLength: 4 }),
  nats: fc.array(natPlan, { minLength: 1, maxLength: 2 }),
  routes: fc.array(tableRoutes, { minLength: 3, maxLength: 3 }),
  entries: fc.array(aclEntries, { minLength: 2, maxLength: 2 }),
  internetGateway: fc.oneof(
    { weight: 8, arbitrary: fc.constant<'attached'>('attached') },
    { weight: 1, arbitrary: fc.constant<'detached'>('detached') },
    { weight: 1, arbitrary: fc.constant<'detaching'>('detaching') },
  ),
  endpointSubnet: number,
});

/** The places of targets among those that a VPC has, see `targetFields`. */
const [toInternet, toNat] = [0, 4];

/** Out of private subnets by a NAT gateway in a public one, as most VPCs are built: what gets out would be rare otherwise. */
function withNat(plan: VpcPlan): VpcPlan {
  const to = (target: number, six: boolean, destination = 0): RoutePlan => ({
    six,
    destination,
    target,
    state: 'active',
    propagated: false,
  });
  const [main = [], some = [], outer = []] = plan.routes;
  return {
    ...plan,
    tables: [2, ...plan.tables.slice(1).map((table) => table % 2)],
    nats: plan.nats.map((nat, at) => (at === 0 ? { ...nat, subnet: 0 } : nat)),
    routes: [
      [to(toNat, false), to(toNat, true, blocks[6].indexOf('64:ff9b::/96')), ...main],
      [to(toNat, false), ...some],
      [to(toInternet, false), to(toInternet, true), ...outer.slice(2)],
    ],
  };
}

const vpcPlan: fc.Arbitrary<VpcPlan> = fc.tuple(anyVpc, fc.boolean()).map(([plan, usual]) => (usual ? withNat(plan) : plan));

const pairs = [
  [1, 2],
  [1, 3],
  [2, 3],
] as const;

/** A small and nasty network of two or three VPCs, as AWS would answer for it. Everything in it was read. */
export const randomWorld: fc.Arbitrary<World> = fc
  .record({
    vpcs: fc.array(vpcPlan, { minLength: 2, maxLength: 3 }),
    groups: fc.array(groupRules, { minLength: 3, maxLength: 3 }),
    lists: fc.array(fc.array(number, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
    attachments: fc.array(attachmentPlan, { minLength: 3, maxLength: 3 }),
    /** Which of both tables know the way to every VPC, as bits; otherwise only what is drawn. */
    joined: fc.constantFrom(0, 1, 2, 3, 3),
    transitRoutes: fc.array(fc.array(transitRoutePlan, { maxLength: 4 }), { minLength: 2, maxLength: 2 }),
    peerings: fc.array(peeringPlan, { minLength: 3, maxLength: 3 }),
    blockPublicAccess: blockPublicAccessPlan,
    transitGroups: fc.boolean(),
  })
  .map((plan): World => {
    const numbers = plan.vpcs.map((_, at) => at + 1);
    const rows = plan.vpcs.map((each, at) => vpcRows(at + 1, each));
    const attachments = plan.vpcs.map((each, at) => attachmentRows(at + 1, plan.attachments[at] as never, each));
    const all = <K extends keyof ReturnType<typeof vpcRows>>(section: K): World[K] =>
      rows.flatMap((row) => row[section] as readonly unknown[]) as unknown as World[K];
    const excludable = rows.flatMap(({ vpcs, subnets }) => [
      ...vpcs.map(({ VpcId }) => arnOf('vpc', VpcId ?? '')),
      ...subnets.map(({ SubnetId }) => arnOf('subnet', SubnetId ?? '')),
    ]);
    return {
      vpcs: all('vpcs'),
      subnets: all('subnets'),
      routeTables: all('routeTables'),
      networkAcls: all('networkAcls'),
      networkInterfaces: all('networkInterfaces'),
      internetGateways: all('internetGateways'),
      egressOnlyInternetGateways: all('egressOnlyInternetGateways'),
      carrierGateways: [],
      natGateways: all('natGateways'),
      vpcEndpoints: all('vpcEndpoints'),
      networkFirewalls: all('networkFirewalls'),
      securityGroups: plan.groups.map((rules, at) => ({ GroupId: groupIds[at], OwnerId: account, VpcId: idOf.vpc(at + 1), ...rules })),
      securityGroupVpcAssociations: numbers.flatMap((vpc) =>
        groupIds
          .filter((id) => id !== `sg-${vpc}`)
          .map((GroupId) => ({ GroupId, VpcId: idOf.vpc(vpc), VpcOwnerId: account, GroupOwnerId: account, State: 'associated' as const })),
      ),
      prefixLists: [
        ...plan.lists.map((entries, at) =>
          prefixList(at === 0 ? 'pl-a' : 'pl-b', [...new Set(entries.map((entry) => pick([...blocks[4], ...blocks[6]], entry)))]),
        ),
        prefixList('pl-hidden', refused('ec2:GetManagedPrefixListEntries')),
      ],
      vpcPeeringConnections: pairs
        .filter(([, high], at) => high <= numbers.length && plan.peerings.at(at)?.present === true)
        .map(([low, high]) => {
          const Code = plan.peerings[pairs.findIndex((pair) => pair[0] === low && pair[1] === high)]?.code;
          const side = (vpc: number) => ({
            VpcId: idOf.vpc(vpc),
            OwnerId: account,
            Region: region,
            CidrBlock: vpcBlock[4](vpc),
            CidrBlockSet: [{ CidrBlock: vpcBlock[4](vpc) }],
            Ipv6CidrBlockSet: [{ Ipv6CidrBlock: vpcBlock[6](vpc) }],
          });
          return {
            VpcPeeringConnectionId: `pcx-${low}${high}`,
            Status: { Code },
            RequesterVpcInfo: side(low),
            AccepterVpcInfo: side(high),
          };
        }),
      transitGateways: [
        {
          TransitGatewayId: 'tgw-1',
          OwnerId: account,
          State: 'available',
          Options: { SecurityGroupReferencingSupport: plan.transitGroups ? 'enable' : 'disable' },
        },
      ],
      transitGatewayAttachments: attachments.flatMap((each) => each.transitGatewayAttachments),
      transitGatewayVpcAttachments: attachments.flatMap((each) => each.transitGatewayVpcAttachments),
      transitGatewayRouteTables: plan.transitRoutes.map((routes, at) =>
        transitGatewayRouteTable(
          unique([
            ...routes.map((route) => {
              const target = (vpc: number) => ({ TransitGatewayAttachmentId: idOf.attachment(vpc), ResourceType: route.kind });
              const first = (route.attachment % numbers.length) + 1;
              const second = route.second === undefined || route.second === first ? [] : [target(route.second)];
              return {
                DestinationCidrBlock: pick(blocks[route.six ? 6 : 4], route.destination),
                Type: route.propagated ? ('propagated' as const) : ('static' as const),
                State: route.blackhole ? ('blackhole' as const) : ('active' as const),
                TransitGatewayAttachments: route.blackhole ? [] : [target(first), ...second],
              };
            }),
            ...(((plan.joined >> at) & 1) === 1 ? numbers : []).flatMap((vpc) =>
              ([4, 6] as const).map((family) => ({
                DestinationCidrBlock: vpcBlock[family](vpc),
                Type: 'propagated' as const,
                State: 'active' as const,
                TransitGatewayAttachments: [{ TransitGatewayAttachmentId: idOf.attachment(vpc), ResourceType: 'vpc' as const }],
              })),
            ),
          ]),
          `tgw-rtb-${at + 1}`,
        ),
      ),
      blockPublicAccessOptions: [{ InternetGatewayBlockMode: plan.blockPublicAccess.mode }],
      blockPublicAccessExclusions: plan.blockPublicAccess.exclusions.map(({ at, mode, state }, index) => ({
        ExclusionId: `vpcbpa-exclude-${index}`,
        InternetGatewayExclusionMode: mode,
        ResourceArn: pick(excludable, at),
        State: state,
      })),
    };
  });

/** One route of an origin for each block, as in a table of AWS. */
function unique<T extends { readonly DestinationCidrBlock: string; readonly Type: string }>(routes: readonly T[]): readonly T[] {
  return routes.filter(
    (route, at) =>
      routes.findIndex((other) => other.DestinationCidrBlock === route.DestinationCidrBlock && other.Type === route.Type) === at,
  );
}

/** The same world as the engine takes it. */
export function networkOfWorld(world: World, withheld: Given = {}): Network {
  return networkFrom(inventory({ ...world, ...withheld }));
}

/** Any packet of one family, near the borders of the rules. */
export function packetFrom(family: 4 | 6, at: { readonly destination: number; readonly kind: number; readonly port: number }): Packet {
  const icmp = family === 4 ? 1 : 58;
  const protocol = pick([6, 6, 6, 17, 17, icmp, 50], at.kind);
  const [type, code] = pick(
    [
      [8, 0],
      [128, 0],
      [3, 4],
      [8, 1],
    ] as const,
    at.port,
  );
  return {
    remote: pick(destinations[family], at.destination),
    protocol,
    port: protocol === 6 || protocol === 17 ? pick(ports, at.port) : 0,
    type: protocol === icmp ? type : 0,
    code: protocol === icmp ? code : 0,
  };
}
