import { acl, eni, endpoint, group, subnet, table, vpc, type Folder } from './answers.ts';
import { chain, local, nothingElse, tables, type DocumentedCase } from './chain.ts';
import { attachment, central, gateway, transitRoutes, transitTable, vpcAttachment } from './transit-world.ts';

const own = '210987654321';
const other = '333333333333';
const local2 = '10.1.0.0/16 local';
const inside = (folder: string, files: Folder): Folder =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
/** The same rows, in another account or Region. */
const moved = <T>(value: T, from: string, to: string): T => JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T;

const side = (VpcId: string, CidrBlock: string, Region: string, OwnerId = own) => ({
  VpcId,
  CidrBlock,
  CidrBlockSet: [{ CidrBlock }],
  OwnerId,
  Region,
});
const between = (a: object, b: object) => ({
  'peerings.json': {
    VpcPeeringConnections: [
      { AccepterVpcInfo: b, RequesterVpcInfo: a, Status: { Code: 'active', Message: 'Active' }, VpcPeeringConnectionId: 'pcx-1' },
    ],
  },
});
const peered = (GroupId: string, VpcId: string, UserId = own) => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [{ GroupId, UserId, VpcId, VpcPeeringConnectionId: 'pcx-1', PeeringStatus: 'active' }],
});
const here = (connection: Folder): Folder => ({
  ...nothingElse,
  ...connection,
  'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16')] },
  'subnets.json': { Subnets: [subnet('subnet-w', 'vpc-a', '10.0.1.0/24')] },
  'route-tables.json': { RouteTables: [table('rtb-a', 'vpc-a', 'main', local, '10.1.0.0/16 pcx-1')] },
  'acls.json': { NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w')] },
  'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [])] },
  'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w')] },
});
const there = (connection: Folder, into: readonly (string | object)[]): Folder => ({
  ...nothingElse,
  ...connection,
  'vpcs.json': { Vpcs: [vpc('vpc-b', '10.1.0.0/16')] },
  'subnets.json': { Subnets: [subnet('subnet-x', 'vpc-b', '10.1.1.0/24')] },
  'route-tables.json': { RouteTables: [table('rtb-b', 'vpc-b', 'main', local2, '10.0.0.0/16 pcx-1')] },
  'acls.json': { NetworkAcls: [acl('acl-b', 'vpc-b', 'subnet-x')] },
  'groups.json': { SecurityGroups: [group('sg-x', 'vpc-b', into)] },
  'enis.json': { NetworkInterfaces: [eni('eni-x', 'subnet-x', 'vpc-b', '10.1.1.5', 'sg-x')] },
});
const farAway = between(side('vpc-a', '10.0.0.0/16', 'us-east-1'), side('vpc-b', '10.1.0.0/16', 'eu-west-1'));
const regions = (into: readonly (string | object)[]): Folder => ({
  ...inside('us-east-1', here(farAway)),
  ...inside('eu-west-1', moved(there(farAway, into), 'us-east-1a', 'eu-west-1a')),
});
const foreign = between(side('vpc-a', '10.0.0.0/16', 'us-east-1'), side('vpc-b', '10.1.0.0/16', 'us-east-1', other));
const accounts = (into: readonly (string | object)[]): Folder => ({
  ...inside(`${own}/us-east-1`, here(foreign)),
  ...inside(`${other}/us-east-1`, { ...moved(there(foreign, into), own, other), ...foreign }),
});
const x = 'to 10.1.1.5:443';
const referring = 'vpc/latest/peering/vpc-peering-security-groups.html';

/** Who is in whose account, with the transit gateway in that of the network team. */
const [spokeFiles, hubFiles] = [
  ['subnet-w', 'subnet-t', 'vpc-a', 'rtb-w', 'acl-a', 'sg-w', 'eni-w'],
  ['subnet-bt', 'subnet-bn', 'vpc-b', 'rtb-bt', 'rtb-bn', 'acl-b', 'sg-x', 'eni-x'],
];
const idOf = (row: object): unknown => {
  const fields = ['NetworkInterfaceId', 'RouteTableId', 'NetworkAclId', 'GroupId', 'SubnetId', 'VpcId'];
  return fields.map((field) => (row as Record<string, unknown>)[field]).find((value) => value !== undefined);
};
const only = (ids: readonly unknown[], names: readonly string[]): Folder =>
  Object.fromEntries(
    names.map((name) => {
      const [[key, rows] = ['', []]] = Object.entries(central[name] ?? {}) as [string, object[]][];
      return [name, { [key]: rows.filter((row) => ids.includes(idOf(row))) }];
    }),
  );
const lists = ['vpcs.json', 'subnets.json', 'route-tables.json', 'acls.json', 'groups.json', 'enis.json'];
const shared: Folder = {
  ...inside(`${own}/us-east-1`, {
    ...nothingElse,
    ...only(spokeFiles ?? [], lists),
    'tgws.json': moved(gateway(), own, other),
    'tgw-attachments.json': {
      TransitGatewayAttachments: [attachment('tgw-attach-a', 'vpc-a', undefined, { TransitGatewayOwnerId: other })],
    },
    'tgw-vpc-attachments.json': { TransitGatewayVpcAttachments: [vpcAttachment('tgw-attach-a', 'vpc-a', ['subnet-t'])] },
  }),
  ...inside(`${other}/us-east-1`, {
    ...moved(
      {
        ...nothingElse,
        ...only(hubFiles ?? [], lists),
        'nats.json': central['nats.json'] ?? {},
        'igws.json': central['igws.json'] ?? {},
        'tgws.json': gateway(),
      },
      own,
      other,
    ),
    'tgw-attachments.json': {
      TransitGatewayAttachments: [
        attachment('tgw-attach-a', 'vpc-a', 'tgw-rtb-0aaaaaaaaaaaaaaaa', { TransitGatewayOwnerId: other }),
        attachment('tgw-attach-b', 'vpc-b', 'tgw-rtb-0bbbbbbbbbbbbbbbb', { TransitGatewayOwnerId: other, ResourceOwnerId: other }),
      ],
    },
    'tgw-vpc-attachments.json': {
      TransitGatewayVpcAttachments: [
        vpcAttachment('tgw-attach-a', 'vpc-a', ['subnet-t']),
        vpcAttachment('tgw-attach-b', 'vpc-b', ['subnet-bt'], {}, { VpcOwnerId: other }),
      ],
    },
    'tgw-tables.json': {
      TransitGatewayRouteTables: [transitTable('tgw-rtb-0aaaaaaaaaaaaaaaa'), transitTable('tgw-rtb-0bbbbbbbbbbbbbbbb')],
    },
    'tgw-rtb-0aaaaaaaaaaaaaaaa.json': central['tgw-rtb-0aaaaaaaaaaaaaaaa.json'] ?? {},
    'tgw-rtb-0bbbbbbbbbbbbbbbb.json': central['tgw-rtb-0bbbbbbbbbbbbbbbb.json'] ?? {},
  }),
};

const notebook = (given: object) => ({
  'notebooks.json': {
    NotebookInstances: [
      {
        NotebookInstanceName: 'nb-1',
        NotebookInstanceArn: `arn:aws:sagemaker:us-east-1:${own}:notebook-instance/nb-1`,
        NotebookInstanceStatus: 'InService',
      },
    ],
  },
  'notebook.json': {
    NotebookInstanceName: 'nb-1',
    NotebookInstanceArn: `arn:aws:sagemaker:us-east-1:${own}:notebook-instance/nb-1`,
    NotebookInstanceStatus: 'InService',
    SubnetId: 'subnet-w',
    SecurityGroups: ['sg-w'],
    RoleArn: `arn:aws:iam::${own}:role/r`,
    ...given,
  },
});
const internetAccess = 'sagemaker/latest/dg/appendix-notebook-and-internet-access.html';

/** Instances of two zones, with a firewall in each between them: a firewall endpoint keeps state for itself. */
const zoned = (ApplianceModeSupport: string): Folder => {
  const fw = (id: string, zone: string) => ({
    ...endpoint(id, 'x.vpce.y', {}),
    VpcId: 'vpc-i',
    VpcEndpointType: 'GatewayLoadBalancer',
    ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0f',
    SubnetIds: [`subnet-f${zone}`],
    Groups: [],
    PrivateDnsEnabled: false,
  });
  const policy = `arn:aws:network-firewall:us-east-1:${own}:firewall-policy/p`;
  const arn = `arn:aws:network-firewall:us-east-1:${own}:firewall/f`;
  return {
    ...nothingElse,
    'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16'), vpc('vpc-i', '10.9.0.0/16')] },
    'subnets.json': {
      Subnets: [
        subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
        subnet('subnet-x', 'vpc-b', '10.1.1.0/24', {}, 'b'),
        ...['a', 'b'].flatMap((zone, at) => [
          subnet(`subnet-t${zone}`, 'vpc-i', `10.9.${at}.0/28`, {}, zone),
          subnet(`subnet-f${zone}`, 'vpc-i', `10.9.${at}.16/28`, {}, zone),
        ]),
      ],
    },
    'route-tables.json': {
      RouteTables: [
        table('rtb-a', 'vpc-a', 'main', local, '10.0.0.0/8 tgw-1'),
        table('rtb-b', 'vpc-b', 'main', local2, '10.0.0.0/8 tgw-1'),
        table('rtb-ta', 'vpc-i', 'subnet-ta', '10.9.0.0/16 local', '0.0.0.0/0 vpce-0fa'),
        table('rtb-tb', 'vpc-i', 'subnet-tb', '10.9.0.0/16 local', '0.0.0.0/0 vpce-0fb'),
        table('rtb-f', 'vpc-i', 'main', '10.9.0.0/16 local', '10.0.0.0/8 tgw-1'),
      ],
    },
    'acls.json': {
      NetworkAcls: [
        acl('acl-a', 'vpc-a', 'subnet-w'),
        acl('acl-b', 'vpc-b', 'subnet-x'),
        acl('acl-i', 'vpc-i', 'subnet-ta subnet-tb subnet-fa subnet-fb'),
      ],
    },
    'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', []), group('sg-x', 'vpc-b', ['tcp 443 10.0.0.0/16'])] },
    'enis.json': {
      NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-x', 'vpc-b', '10.1.1.5', 'sg-x')],
    },
    'endpoints.json': { VpcEndpoints: [fw('vpce-0fa', 'a'), fw('vpce-0fb', 'b')] },
    'firewalls.json': { Firewalls: [{ FirewallName: 'f', FirewallArn: arn }] },
    'firewall.json': {
      Firewall: {
        FirewallName: 'f',
        FirewallArn: arn,
        FirewallPolicyArn: policy,
        VpcId: 'vpc-i',
        SubnetMappings: [{ SubnetId: 'subnet-fa' }, { SubnetId: 'subnet-fb' }],
      },
      FirewallStatus: {
        Status: 'READY',
        SyncStates: {
          'us-east-1a': { Attachment: { SubnetId: 'subnet-fa', EndpointId: 'vpce-0fa', Status: 'READY' } },
          'us-east-1b': { Attachment: { SubnetId: 'subnet-fb', EndpointId: 'vpce-0fb', Status: 'READY' } },
        },
      },
    },
    'policy.json': {
      FirewallPolicyResponse: { FirewallPolicyArn: policy, FirewallPolicyName: 'p' },
      FirewallPolicy: { StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:forward_to_sfe'] },
    },
    'tgws.json': gateway(),
    'tgw-attachments.json': {
      TransitGatewayAttachments: [
        attachment('tgw-attach-a', 'vpc-a', 'tgw-rtb-0aaaaaaaaaaaaaaaa'),
        attachment('tgw-attach-b', 'vpc-b', 'tgw-rtb-0aaaaaaaaaaaaaaaa'),
        attachment('tgw-attach-i', 'vpc-i', 'tgw-rtb-0bbbbbbbbbbbbbbbb'),
      ],
    },
    'tgw-vpc-attachments.json': {
      TransitGatewayVpcAttachments: [
        vpcAttachment('tgw-attach-a', 'vpc-a', ['subnet-w']),
        vpcAttachment('tgw-attach-b', 'vpc-b', ['subnet-x']),
        vpcAttachment('tgw-attach-i', 'vpc-i', ['subnet-ta', 'subnet-tb'], { ApplianceModeSupport }),
      ],
    },
    'tgw-tables.json': {
      TransitGatewayRouteTables: [transitTable('tgw-rtb-0aaaaaaaaaaaaaaaa'), transitTable('tgw-rtb-0bbbbbbbbbbbbbbbb')],
    },
    'tgw-rtb-0aaaaaaaaaaaaaaaa.json': transitRoutes('0.0.0.0/0 tgw-attach-i'),
    'tgw-rtb-0bbbbbbbbbbbbbbbb.json': transitRoutes('10.0.0.0/16 tgw-attach-a propagated', '10.1.0.0/16 tgw-attach-b propagated'),
  };
};
const appliance = 'network-firewall/latest/developerguide/asymmetric-routing.html';

export const placeCases: Readonly<Record<string, DocumentedCase>> = {
  'a peer in another Region, by its addresses': {
    page: 'vpc/latest/peering/vpc-peering-basics.html',
    folder: regions(['tcp 443 10.0.0.0/16']),
    want: { [x]: 'reachable', 'to 10.1.1.5:22': 'blocked' },
  },
  'a peer in another Region knows no groups of ours': {
    page: referring,
    folder: regions([peered('sg-w', 'vpc-a')]),
    want: { [x]: 'blocked' },
  },
  'a peer in another account, by its addresses': {
    page: 'vpc/latest/peering/vpc-peering-basics.html',
    folder: accounts(['tcp 443 10.0.0.0/16']),
    want: { [x]: 'reachable', 'to 10.1.1.5:22': 'blocked' },
  },
  'a peer in another account knows our groups': {
    page: referring,
    folder: accounts([peered('sg-w', 'vpc-a')]),
    want: { [x]: 'reachable' },
  },
  'a transit gateway of another account, which was read': {
    page: 'vpc/latest/tgw/transit-gateway-share.html',
    folder: shared,
    want: { egress4: 'reachable', 'to 10.1.9.20:443': 'reachable' },
  },
  'appliance mode: both ways by one zone’s firewall': { page: appliance, folder: zoned('enable'), want: { [x]: 'reachable' } },
  'without appliance mode: the answer comes by the other zone’s firewall': {
    page: appliance,
    folder: zoned('disable'),
    want: { [x]: 'blocked' },
  },
  'a notebook with the service’s own network': {
    page: internetAccess,
    of: 'nb-1',
    folder: { ...chain, ...tables(), ...notebook({ DirectInternetAccess: 'Enabled' }) },
    want: { egress4: 'reachable', dns: 'reachable' },
  },
  'a notebook by a NAT gateway': {
    page: internetAccess,
    of: 'nb-1',
    folder: { ...chain, ...notebook({ DirectInternetAccess: 'Disabled' }) },
    want: { egress4: 'reachable', ingress4: 'blocked' },
  },
  'a notebook without a way out': {
    page: internetAccess,
    of: 'nb-1',
    folder: { ...chain, ...tables(), ...notebook({ DirectInternetAccess: 'Disabled' }) },
    want: { egress4: 'blocked', egress6: 'blocked' },
  },
  'a notebook in a public subnet gets no public address': {
    page: internetAccess,
    of: 'nb-1',
    folder: { ...chain, ...tables('0.0.0.0/0 igw-1'), ...notebook({ DirectInternetAccess: 'Disabled' }) },
    want: { egress4: 'blocked' },
  },
};
