import type { World } from '../naive/world.ts';
import { pick } from './plan.ts';

type Json = { [key: string]: unknown } | unknown[];

/** A leaf of a world that can be made unreadable: where it stands, and what may stand there instead. */
interface Spot {
  readonly parent: { [key: string]: unknown };
  readonly key: string;
  readonly bad: readonly unknown[];
}

const badBlocks = ['10.0.0.300/8', '010.0.0.0/8', '0x0a.0.0.0/8', '10.1.0.1/8', '10.1.0.0/33', '', 'anywhere', '::ffff/8', undefined];

/** By the name of the field. */
const badValues: Readonly<Record<string, readonly unknown[]>> = {
  CidrIp: badBlocks,
  CidrIpv6: badBlocks,
  CidrBlock: badBlocks,
  Ipv6CidrBlock: badBlocks,
  DestinationCidrBlock: badBlocks,
  DestinationIpv6CidrBlock: badBlocks,
  Cidr: badBlocks,
  PrivateIp: ['10.01.0.1', '', '10.1.0.0/8'],
  PrivateIpAddress: ['10.01.0.1', '0x0a.1.0.1', ''],
  Ipv6Address: ['2600::1%eth0', '2600:::1', ''],
  IpProtocol: ['carrier-pigeon', '256', undefined],
  Protocol: ['carrier-pigeon', '256', undefined],
  RuleAction: ['perhaps', undefined],
  RuleNumber: [1000, 900, undefined],
  FromPort: [70_000, -7, 0.5],
  PortRange: [{ From: 9, To: 8 }, { From: 0, To: 70_000 }, {}],
  State: ['half-open', 'settling'],
  Code: ['half-open'],
  Associations: [undefined],
  Attachments: [undefined],
  Entries: [undefined],
  Routes: [undefined],
  IpPermissions: [undefined],
  IpPermissionsEgress: [undefined],
  SubnetIds: [undefined, ['subnet-gone']],
  SubnetId: ['subnet-gone', undefined],
  VpcId: ['vpc-gone', undefined],
  GroupId: ['sg-gone', undefined],
  GatewayId: ['igw-gone', 'odd-1', 'eni-11', undefined],
  NatGatewayId: ['nat-gone', undefined],
  TransitGatewayId: ['tgw-gone', undefined],
  VpcPeeringConnectionId: ['pcx-gone', undefined],
  NetworkInterfaceId: ['eni-gone', undefined],
  TransitGatewayAttachmentId: ['tgw-attach-gone', undefined],
  TransitGatewayRouteTableId: ['tgw-rtb-gone', undefined],
  RouteTableId: ['rtb-gone', undefined],
  ResourceType: ['vpc-of-the-future', 'connect'],
  VpcEndpointType: ['Tunnel', undefined],
  InternetGatewayBlockMode: ['block-sideways'],
  AvailabilityZoneId: [undefined],
  ConnectivityType: ['sideways'],
};

/** The fields of which no value that makes no sense may let anything through, or prove that something is blocked. */
export const unreadableFields = [
  'CidrIp',
  'CidrIpv6',
  'IpProtocol',
  'Protocol',
  'RuleAction',
  'PortRange',
  'Cidr',
  'DestinationCidrBlock',
  'DestinationIpv6CidrBlock',
  'Entries',
  'Routes',
  'IpPermissions',
  'IpPermissionsEgress',
  'InternetGatewayBlockMode',
  'State',
  'Code',
] as const;

/** A copy of a world with some of its fields made unreadable, and which. */
export function corrupted(
  world: World,
  draws: readonly number[],
  only?: readonly string[],
): { readonly world: World; readonly what: readonly string[] } {
  const copy = structuredClone(world);
  const what = draws.map((draw, at) => {
    const spots = spotsOf(copy as unknown as Json).filter(({ key }) => only === undefined || only.includes(key));
    const { parent, key, bad } = pick(spots, draw * 31 + at);
    const value = pick(bad, draw);
    const before = parent[key];
    if (value === undefined) delete parent[key];
    else parent[key] = value;
    return `${key}: ${JSON.stringify(before)} → ${JSON.stringify(value)} in ${JSON.stringify(parent)}`;
  });
  return { world: copy, what };
}

function spotsOf(value: unknown): Spot[] {
  if (Array.isArray(value)) return value.flatMap(spotsOf);
  if (value === null || typeof value !== 'object') return [];
  const parent = value as { [key: string]: unknown };
  return Object.keys(parent).flatMap((key) => [
    ...(key in badValues ? [{ parent, key, bad: badValues[key] ?? [] }] : []),
    ...spotsOf(parent[key]),
  ]);
}
