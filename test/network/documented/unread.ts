import { eni, type Folder } from './answers.ts';
import { chain, groups, open, tables, type DocumentedCase } from './chain.ts';

const without = (folder: Folder, ...names: readonly string[]): Folder =>
  Object.fromEntries(Object.entries(folder).filter(([name]) => !names.includes(name)));
/** Only what `aws ec2 describe-…` is asked for most. */
const few = [
  'vpcs.json',
  'subnets.json',
  'route-tables.json',
  'acls.json',
  'groups.json',
  'nats.json',
  'igws.json',
  'enis.json',
  'bpa.json',
  'bpa-exclusions.json',
];
const only = (folder: Folder, names: readonly string[] = few): Folder =>
  Object.fromEntries(Object.entries(folder).filter(([name]) => names.includes(name)));
const page = 'cli/latest/userguide/cli-usage-pagination.html';
const closed = groups([], []);

const least: Readonly<Record<string, readonly string[]>> = {
  NetworkInterfaces: ['NetworkInterfaceId', 'SubnetId', 'VpcId', 'PrivateIpAddress', 'Association', 'Groups'],
  Vpcs: ['VpcId', 'CidrBlock'],
  Subnets: ['SubnetId', 'VpcId', 'CidrBlock', 'AvailabilityZone'],
  RouteTables: ['RouteTableId', 'VpcId', 'Associations', 'Routes'],
  Associations: ['Main', 'SubnetId'],
  Routes: ['DestinationCidrBlock', 'GatewayId', 'NatGatewayId'],
  NatGateways: ['NatGatewayId', 'SubnetId', 'VpcId', 'State'],
  InternetGateways: ['InternetGatewayId', 'Attachments'],
  Attachments: ['VpcId'],
  SecurityGroups: ['GroupId', 'VpcId', 'IpPermissions', 'IpPermissionsEgress'],
};
/** The members without which nothing can be told. */
const sparse = <T>(value: T, key = ''): T =>
  changed(value, key, (row, list) => Object.fromEntries(Object.entries(row).filter(([member]) => least[list]?.includes(member) ?? true)));
/** As programs print it that know all members of an answer, with null for those that are not there. */
const absent = [
  'Association',
  'PublicIp',
  'CarrierIp',
  'State',
  'Status',
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'NetworkInterfaceId',
];
const nulled = <T>(value: T): T =>
  changed(value, '', (row) => ({
    ...Object.fromEntries(
      [...absent, 'DestinationPrefixListId', 'PortRange', 'FromPort', 'ToPort', 'ConnectivityType'].map((member) => [member, null]),
    ),
    ...row,
  }));

/** The same JSON with other objects in its lists. */
function changed<T>(value: T, key: string, change: (row: object, list: string) => object, inList = false): T {
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, key, change, true)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const row = inList ? change(value, key) : value;
  return Object.fromEntries(Object.entries(row).map(([member, part]) => [member, changed(part as unknown, member, change)])) as T;
}

export const unreadCases: Readonly<Record<string, DocumentedCase>> = {
  'what no path asks for may be missing': { page, folder: only(chain), want: { egress4: 'reachable', ingress4: 'blocked' } },
  'what no path asks for may be missing, with a public address': {
    page,
    folder: only(open),
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'no group in': { page, folder: { ...only(chain), ...closed }, want: { egress4: 'blocked', ingress4: 'blocked' } },
  'network ACLs': { page, folder: without(chain, 'acls.json'), want: { egress4: 'undecided' } },
  'network ACLs, and a closed group': { page, folder: { ...without(chain, 'acls.json'), ...closed }, want: { egress4: 'blocked' } },
  groups: { page, folder: without(chain, 'groups.json'), want: { egress4: 'undecided', ingress4: 'blocked' } },
  'groups, and no route': {
    page,
    folder: { ...without(chain, 'groups.json'), ...tables() },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'route tables': { page, folder: without(chain, 'route-tables.json'), want: { egress4: 'undecided', ingress4: 'blocked' } },
  'NAT gateways': { page, folder: without(chain, 'nats.json'), want: { egress4: 'undecided' } },
  'internet gateways': { page, folder: without(chain, 'igws.json'), want: { egress4: 'undecided' } },
  'internet gateways, and no public address': {
    page,
    folder: { ...without(open, 'igws.json'), 'enis.json': chain['enis.json'] ?? {} },
    want: { egress4: 'blocked' },
  },
  'endpoints, beside a NAT gateway': {
    page,
    folder: { ...without(chain, 'endpoints.json'), ...tables('0.0.0.0/0 nat-1', 'pl-63a5400a vpce-s3') },
    want: { egress4: 'undecided' },
  },
  'half of the interfaces: a token for the next page': {
    page,
    folder: {
      ...chain,
      'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w')], NextToken: 'eyJ2IjoiMiJ9' },
    },
    want: { egress4: 'reachable', 'to 10.0.9.77:443': 'undecided' },
  },
  'half of the route tables: a token for the next page': {
    page,
    folder: { ...chain, 'route-tables.json': { ...tables('0.0.0.0/0 nat-1')['route-tables.json'], NextToken: 'eyJ2IjoiMiJ9' } },
    want: { egress4: 'undecided' },
  },
  'rows with the fewest members': { page, folder: sparse(chain), want: { egress4: 'reachable', ingress4: 'blocked' } },
  'rows with the fewest members, and a public address': {
    page,
    folder: sparse(open),
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'null for what is not there': {
    page,
    folder: nulled(chain),
    want: { egress4: 'reachable', ingress4: 'blocked', 'to 10.0.9.77:443': 'blocked' },
  },
  'null for what is not there, and a public address': { page, folder: nulled(open), want: { egress4: 'reachable', ingress4: 'reachable' } },
  'two pages': {
    page,
    folder: {
      ...without(chain, 'enis.json'),
      'enis-1.json': { NetworkInterfaces: [eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-e')], NextToken: 'eyJ2IjoiMiJ9' },
      'enis-2.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w')] },
    },
    want: { egress4: 'reachable', 'to 10.0.9.20:443': 'reachable', 'to 10.0.9.77:443': 'blocked' },
  },
};
