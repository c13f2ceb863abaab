import type fc from 'fast-check';
import type { World } from '../naive/world.ts';
import { networkFirewall } from '../rows-network.ts';
import { account, region } from '../rows.ts';
import { waysOf } from '../naive/routes.ts';
import type { attachmentPlan, interfacePlan, natPlan, RoutePlan } from './gateways.ts';
import { blocks, hostAddress, idOf, pick, subnetBlock, subnetNumbers, vpcBlock, vpcNumbers } from './plan.ts';
import { groupIds, listIds } from './rules.ts';

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never;
type RouteTable = World['routeTables'][number];
type Route = NonNullable<RouteTable['Routes']>[number];

export interface VpcPlan {
  readonly subnets: number;
  /** For each subnet: which of two zones, which of two ACLs, which of three tables. */
  readonly zones: number;
  readonly acls: number;
  readonly tables: readonly number[];
  readonly interfaces: readonly Of<typeof interfacePlan>[];
  readonly nats: readonly Of<typeof natPlan>[];
  readonly routes: readonly (readonly RoutePlan[])[];
  readonly entries: readonly (readonly NonNullable<World['networkAcls'][number]['Entries']>[number][])[];
  readonly internetGateway: 'attached' | 'detached' | 'detaching';
  readonly endpointSubnet: number;
}

/** The rows of one VPC, without what joins it to others. */
export function vpcRows(
  vpc: number,
  plan: VpcPlan,
): Pick<
  World,
  | 'vpcs'
  | 'subnets'
  | 'routeTables'
  | 'networkAcls'
  | 'networkInterfaces'
  | 'internetGateways'
  | 'egressOnlyInternetGateways'
  | 'natGateways'
  | 'vpcEndpoints'
  | 'networkFirewalls'
> {
  const VpcId = idOf.vpc(vpc);
  const own = subnetNumbers.filter((subnet) => subnet < plan.subnets);
  const natIds = plan.nats.map((_, at) => `nat-${vpc}${at}`);
  const fields = targetFields(vpc, natIds, own.length);
  const usedTables = plan.tables.map((table) => table % 3);
  return {
    vpcs: [
      {
        VpcId,
        OwnerId: account,
        CidrBlock: vpcBlock[4](vpc),
        CidrBlockAssociationSet: [{ CidrBlock: vpcBlock[4](vpc), CidrBlockState: { State: 'associated' } }],
        Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: vpcBlock[6](vpc), Ipv6CidrBlockState: { State: 'associated' } }],
      },
    ],
    subnets: own.map((subnet) => ({
      SubnetId: idOf.subnet(vpc, subnet),
      VpcId,
      OwnerId: account,
      CidrBlock: subnetBlock[4](vpc, subnet),
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: subnetBlock[6](vpc, subnet), Ipv6CidrBlockState: { State: 'associated' } }],
      AvailabilityZoneId: zoneOf(plan, subnet),
    })),
    // The main table, one for some subnets, and one for gateways alone.
    routeTables: plan.routes.map((routes, table) => ({
      RouteTableId: `rtb-${vpc}${table}`,
      VpcId,
      OwnerId: account,
      Associations: [
        ...(table === 0 ? [{ Main: true, AssociationState: { State: 'associated' as const } }] : []),
        ...own
          .filter((subnet) => table !== 0 && usedTables[subnet] === table)
          .map((subnet) => ({ Main: false, SubnetId: idOf.subnet(vpc, subnet), AssociationState: { State: 'associated' as const } })),
      ],
      Routes: tableRoutes(vpc, routes, fields),
    })),
    networkAcls: plan.entries.map((Entries, acl) => ({
      NetworkAclId: `acl-${vpc}${acl}`,
      VpcId,
      OwnerId: account,
      Associations: own.filter((subnet) => ((plan.acls >> subnet) & 1) === acl).map((subnet) => ({ SubnetId: idOf.subnet(vpc, subnet) })),
      Entries,
    })),
    networkInterfaces: own.map((subnet) => interfaceRow(vpc, subnet, plan.interfaces.at(subnet) as Of<typeof interfacePlan>)),
    internetGateways: [
      {
        InternetGatewayId: `igw-${vpc}`,
        OwnerId: account,
        Attachments:
          plan.internetGateway === 'detached'
            ? []
            : [{ VpcId, State: plan.internetGateway === 'detaching' ? 'detaching' : ('available' as 'attached') }],
      },
    ],
    egressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: `eigw-${vpc}`, Attachments: [{ VpcId, State: 'attached' }] }],
    natGateways: plan.nats.map((nat, at) => natRow(vpc, at, nat, plan)),
    vpcEndpoints: [
      { VpcEndpointId: `vpce-gateway-${vpc}`, VpcEndpointType: 'Gateway', VpcId, OwnerId: account, State: 'available' as 'Available' },
      ...['appliance', 'firewall'].map((kind, at) => ({
        VpcEndpointId: `vpce-${kind}-${vpc}`,
        VpcEndpointType: 'GatewayLoadBalancer' as const,
        VpcId,
        OwnerId: account,
        State: 'available' as 'Available',
        SubnetIds: [idOf.subnet(vpc, (plan.endpointSubnet + at) % own.length)],
      })),
    ],
    networkFirewalls: [
      networkFirewall({
        Firewall: {
          FirewallName: `fw-${vpc}`,
          FirewallArn: `arn:fw-${vpc}`,
          FirewallPolicyArn: `arn:policy-${vpc}`,
          VpcId,
          SubnetMappings: [],
        },
        FirewallStatus: {
          Status: 'READY',
          SyncStates: { a: { Attachment: { EndpointId: `vpce-firewall-${vpc}`, SubnetId: idOf.subnet(vpc, 0), Status: 'READY' } } },
        },
      }),
    ],
  };
}

export function zoneOf(plan: VpcPlan, subnet: number): string {
  return ((plan.zones >> subnet) & 1) === 0 ? 'euw1-az1' : 'euw1-az2';
}

function interfaceRow(vpc: number, subnet: number, plan: Of<typeof interfacePlan>): World['networkInterfaces'][number] {
  const v6 = plan.six === 'global' ? hostAddress[6](vpc, subnet, 10) : `fd00:0:0:${vpc}${subnet}::a`;
  return {
    NetworkInterfaceId: idOf.interface(vpc, subnet),
    VpcId: idOf.vpc(vpc),
    SubnetId: idOf.subnet(vpc, subnet),
    OwnerId: account,
    SourceDestCheck: plan.check,
    Groups: groupIds.filter((_, at) => ((plan.groups >> at) & 1) === 1).map((GroupId) => ({ GroupId })),
    PrivateIpAddresses: [
      {
        PrivateIpAddress: hostAddress[4](vpc, subnet, 10),
        Primary: true,
        ...(plan.public ? { Association: { PublicIp: '198.51.100.1' } } : {}),
      },
    ],
    Ipv6Addresses: plan.six === 'none' ? [] : [{ Ipv6Address: v6 }],
    ...(plan.instance === undefined ? {} : { Attachment: { InstanceId: `i-${vpc}${plan.instance}` } }),
  };
}

function natRow(vpc: number, at: number, plan: Of<typeof natPlan>, around: VpcPlan): World['natGateways'][number] {
  const subnet = plan.subnet % around.subnets;
  const base = { NatGatewayId: `nat-${vpc}${at}`, VpcId: idOf.vpc(vpc), State: plan.state } as const;
  if (plan.kind === 'regional') {
    const zones = plan.zones === 'first' ? ['euw1-az1'] : plan.zones === 'none' ? [] : ['euw1-az1', 'euw1-az2'];
    return {
      ...base,
      ConnectivityType: 'public',
      AvailabilityMode: 'regional',
      RouteTableId: `rtb-${vpc}2`,
      AutoProvisionZones: plan.zones === 'all' ? 'enabled' : 'disabled',
      NatGatewayAddresses: zones.map((AvailabilityZoneId) => ({ AvailabilityZoneId, PublicIp: '198.51.100.9', Status: 'succeeded' })),
    };
  }
  const address = { PrivateIp: hostAddress[4](vpc, subnet, 20 + at), Status: 'succeeded' } as const;
  return {
    ...base,
    SubnetId: idOf.subnet(vpc, subnet),
    ConnectivityType: plan.kind === 'private' ? 'private' : 'public',
    AvailabilityMode: 'zonal',
    NatGatewayAddresses: [plan.kind === 'public' ? { ...address, PublicIp: '198.51.100.9' } : address],
  };
}

type TargetField = Partial<Route>;

/** What a route of a VPC may lead to; more than once what should be met more often. */
function targetFields(vpc: number, nats: readonly string[], subnets: number): readonly TargetField[] {
  const peerings = vpcNumbers.filter((other) => other !== vpc).map((other) => `pcx-${Math.min(vpc, other)}${Math.max(vpc, other)}`);
  return [
    ...Array.from({ length: 4 }, () => ({ GatewayId: `igw-${vpc}` })),
    ...nats.flatMap((NatGatewayId) => [{ NatGatewayId }, { NatGatewayId }]),
    { TransitGatewayId: 'tgw-1' },
    { TransitGatewayId: 'tgw-1' },
    { TransitGatewayId: 'tgw-1' },
    ...peerings.map((VpcPeeringConnectionId) => ({ VpcPeeringConnectionId })),
    ...subnetNumbers.slice(0, Math.min(2, subnets)).map((subnet) => ({ NetworkInterfaceId: idOf.interface(vpc, subnet) })),
    { EgressOnlyInternetGatewayId: `eigw-${vpc}` },
    { GatewayId: `vpce-appliance-${vpc}` },
    { GatewayId: `vpce-firewall-${vpc}` },
    { GatewayId: `vpce-gateway-${vpc}` },
    { GatewayId: 'vgw-1' },
    { GatewayId: 'igw-gone' },
    { GatewayId: `igw-${(vpc % 3) + 1}` },
  ];
}

/** No two routes of one origin have the same destination, as in a table of AWS. */
function tableRoutes(vpc: number, plans: readonly RoutePlan[], fields: readonly TargetField[]): readonly Route[] {
  const local: readonly Route[] = [
    { DestinationCidrBlock: vpcBlock[4](vpc), GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
    { DestinationIpv6CidrBlock: vpcBlock[6](vpc), GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
  ];
  const routes = [...local];
  for (const plan of plans) {
    const route = routeOf(plan, fields);
    const same = (other: Route): boolean => {
      const [a, b] = waysOf({ Routes: [route, other] });
      return a?.block === b?.block && a?.list === b?.list && a?.propagated === b?.propagated;
    };
    if (!routes.some(same)) routes.push(route);
  }
  return routes;
}

function routeOf({ six, destination, target, state, propagated }: RoutePlan, fields: readonly TargetField[]): Route {
  const family = six ? 6 : 4;
  // A list that cannot be read makes much undecided: it is to be rare.
  const to =
    !propagated && destination > 970 ? 'pl-hidden' : pick([...blocks[family], ...(propagated ? [] : listIds.slice(0, 2))], destination);
  const field = pick(propagated ? [{ GatewayId: 'vgw-1' }, { TransitGatewayId: 'tgw-1' }] : fields, target);
  return {
    ...(to.startsWith('pl-') ? { DestinationPrefixListId: to } : six ? { DestinationIpv6CidrBlock: to } : { DestinationCidrBlock: to }),
    ...field,
    State: state,
    Origin: propagated ? 'EnableVgwRoutePropagation' : 'CreateRoute',
  };
}

/** The attachment of a VPC to the transit gateway, as both answers tell of it. */
export function attachmentRows(
  vpc: number,
  plan: Of<typeof attachmentPlan>,
  around: VpcPlan,
): Pick<World, 'transitGatewayAttachments' | 'transitGatewayVpcAttachments'> {
  if (!plan.present) return { transitGatewayAttachments: [], transitGatewayVpcAttachments: [] };
  const own = subnetNumbers.filter((subnet) => subnet < around.subnets);
  const wanted = own.filter((subnet) => ((plan.subnets >> subnet) & 1) === 1);
  // One subnet a zone.
  const chosen = (wanted.length === 0 ? own.slice(0, 1) : wanted).filter(
    (subnet, at, all) => all.findIndex((other) => zoneOf(around, other) === zoneOf(around, subnet)) === at,
  );
  const base = { TransitGatewayAttachmentId: idOf.attachment(vpc), TransitGatewayId: 'tgw-1', State: plan.state } as const;
  return {
    transitGatewayAttachments: [
      {
        ...base,
        TransitGatewayOwnerId: account,
        ResourceOwnerId: account,
        ResourceType: 'vpc',
        ResourceId: idOf.vpc(vpc),
        ...(plan.table === undefined
          ? {}
          : { Association: { TransitGatewayRouteTableId: `tgw-rtb-${plan.table}`, State: plan.settled ? 'associated' : 'associating' } }),
      },
    ],
    transitGatewayVpcAttachments: [
      {
        ...base,
        VpcId: idOf.vpc(vpc),
        VpcOwnerId: account,
        SubnetIds: chosen.map((subnet) => idOf.subnet(vpc, subnet)),
        Options: { SecurityGroupReferencingSupport: plan.groups, Ipv6Support: plan.six, ApplianceModeSupport: plan.appliance },
      },
    ],
  };
}

/** The ARN by which an exclusion from Block Public Access names a VPC or a subnet. */
export function arnOf(kind: 'vpc' | 'subnet', id: string): string {
  return `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
}
