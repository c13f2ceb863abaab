import { acl, eni, group, igw, subnet, table, type Folder } from './answers.ts';
import { acls, chain, groups, local, open, tables, type DocumentedCase } from './chain.ts';

const groupPage = 'vpc/latest/userguide/security-group-rules.html';
const gateway = 'vpc/latest/userguide/VPC_Internet_Gateway.html';
const albPage = 'elasticloadbalancing/latest/application/application-load-balancers.html';
const albGroups = 'elasticloadbalancing/latest/application/load-balancer-update-security-groups.html';
const nlbGroups = 'elasticloadbalancing/latest/network/load-balancer-security-groups.html';
const preserve = 'elasticloadbalancing/latest/network/edit-target-group-attributes.html';
const pl = 'pl-0aaaabbbbccccdddd';

const arn = (kind: string, id: string) => `arn:aws:elasticloadbalancing:us-east-1:210987654321:${kind}/${id}`;
const lbArn = (type: string) => arn('loadbalancer', `${type === 'application' ? 'app' : 'net'}/front/0123456789abcdef`);
const tgArn = arn('targetgroup', 'back/0123456789abcdef');

interface Front {
  readonly type?: 'application' | 'network';
  readonly scheme?: string;
  readonly groupIds?: readonly string[];
  readonly into?: readonly string[];
  readonly workload?: readonly string[];
  readonly protocol?: string;
  readonly targetType?: 'ip' | 'instance';
  readonly preserves?: string;
  readonly out?: readonly string[];
}

/** A load balancer in subnet-p (route to igw-1), listening on 443, with eni-w (no public address) on 8443 behind it. */
function front({
  type = 'application',
  scheme = 'internet-facing',
  groupIds = ['sg-lb'],
  into = ['tcp 443 0.0.0.0/0'],
  workload = ['tcp 8443 sg-lb'],
  protocol,
  targetType = 'ip',
  preserves,
  out,
}: Front = {}): Folder {
  const LoadBalancerArn = lbArn(type);
  const Protocol = protocol ?? (type === 'application' ? 'HTTPS' : 'TCP');
  return {
    ...chain,
    'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', workload), group('sg-lb', 'vpc-a', into, out)] },
    'enis.json': {
      NetworkInterfaces: [
        eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'),
        eni(
          'eni-lb',
          'subnet-p',
          'vpc-a',
          '10.0.9.30',
          groupIds.join(' '),
          {
            InterfaceType: type === 'network' ? 'network_load_balancer' : 'interface',
            RequesterManaged: true,
            RequesterId: 'amazon-elb',
            Description: `ELB ${type === 'application' ? 'app' : 'net'}/front/0123456789abcdef`,
          },
          scheme === 'internal' ? undefined : '52.1.1.30',
        ),
      ],
    },
    'load-balancers.json': {
      LoadBalancers: [
        {
          LoadBalancerArn,
          DNSName: 'front-1.us-east-1.elb.amazonaws.com',
          LoadBalancerName: 'front',
          Scheme: scheme,
          VpcId: 'vpc-a',
          State: { Code: 'active' },
          Type: type,
          AvailabilityZones: [{ ZoneName: 'us-east-1a', SubnetId: 'subnet-p', LoadBalancerAddresses: [] }],
          ...(groupIds.length > 0 ? { SecurityGroups: groupIds } : {}),
          IpAddressType: 'ipv4',
        },
      ],
    },
    'listeners.json': {
      Listeners: [
        {
          ListenerArn: arn('listener', 'x/front/0123456789abcdef/1'),
          LoadBalancerArn,
          Port: 443,
          Protocol,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: tgArn }],
        },
      ],
    },
    'target-groups.json': {
      TargetGroups: [
        {
          TargetGroupArn: tgArn,
          TargetGroupName: 'back',
          Protocol,
          Port: 8443,
          VpcId: 'vpc-a',
          LoadBalancerArns: [LoadBalancerArn],
          TargetType: targetType,
          HealthCheckPort: 'traffic-port',
          IpAddressType: 'ipv4',
        },
      ],
    },
    'health_back.json': {
      TargetHealthDescriptions: [
        {
          Target: { Id: targetType === 'ip' ? '10.0.1.5' : 'i-w', Port: 8443 },
          HealthCheckPort: '8443',
          TargetHealth: { State: 'healthy' },
        },
      ],
    },
    ...(preserves === undefined
      ? {}
      : { 'attributes_back.json': { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: preserves }] } }),
  };
}

export const ingressCases: Readonly<Record<string, DocumentedCase>> = {
  'a rule for one own group': {
    page: groupPage,
    folder: { ...open, ...groups(['-1 * sg-w']) },
    want: { ingress4: 'blocked', egress4: 'reachable' },
  },
  'a rule for private addresses': {
    page: groupPage,
    folder: { ...open, ...groups(['-1 * 10.0.0.0/8', '-1 * 192.168.0.0/16']) },
    want: { ingress4: 'blocked' },
  },
  'a rule for one public address': {
    page: groupPage,
    folder: { ...open, ...groups(['tcp 22 203.0.114.7/32']) },
    want: { ingress4: 'reachable' },
  },
  'a rule for a prefix list that was not read': {
    page: 'vpc/latest/userguide/managed-prefix-lists.html',
    folder: {
      ...open,
      ...groups([`tcp 443 ${pl}`]),
      'prefix-lists.json': { PrefixLists: [{ PrefixListId: pl, AddressFamily: 'IPv4', OwnerId: '333333333333' }] },
    },
    want: { ingress4: 'undecided' },
  },
  'no rule': { page: groupPage, folder: { ...open, ...groups([]) }, want: { ingress4: 'blocked' } },
  'no rule out, and answers go out all the same': {
    page: 'vpc/latest/userguide/vpc-security-groups.html',
    folder: { ...open, ...groups(['tcp 22 0.0.0.0/0'], []) },
    want: { ingress4: 'reachable', egress4: 'blocked' },
  },
  'the ACL lets nobody in': {
    page: 'vpc/latest/userguide/nacl-basics.html',
    folder: { ...open, ...acls('out 100 allow all * 0.0.0.0/0', 'in 100 allow all * 10.0.0.0/16') },
    want: { ingress4: 'blocked' },
  },
  'the ACL denies the only port': {
    page: 'vpc/latest/userguide/nacl-basics.html',
    folder: { ...open, ...acls('out 100 allow all * 0.0.0.0/0', 'in 90 deny tcp 22 0.0.0.0/0', 'in 100 allow all * 0.0.0.0/0') },
    want: { ingress4: 'blocked' },
  },
  'an Elastic IP in a subnet without a route to the internet gateway': {
    page: gateway,
    folder: { ...open, ...tables() },
    want: { ingress4: 'blocked', egress4: 'blocked' },
  },
  'an Elastic IP in a subnet that answers by a NAT gateway': {
    page: gateway,
    folder: { ...open, ...tables('0.0.0.0/0 nat-1') },
    want: { ingress4: 'blocked', egress4: 'reachable' },
  },
  'a NAT gateway lets nobody in': {
    page: 'vpc/latest/userguide/nat-gateway-basics.html',
    folder: { ...chain, ...groups(['-1 * 0.0.0.0/0']) },
    want: { ingress4: 'blocked' },
  },
  'behind an Application Load Balancer': { page: albGroups, folder: front(), want: { ingress4: 'reachable' } },
  'behind an Application Load Balancer, as an instance': {
    page: albGroups,
    folder: front({ targetType: 'instance' }),
    want: { ingress4: 'reachable' },
  },
  'an internal Application Load Balancer': { page: albPage, folder: front({ scheme: 'internal' }), want: { ingress4: 'blocked' } },
  'an Application Load Balancer whose group lets nobody in': {
    page: albGroups,
    folder: front({ into: ['tcp 443 10.0.0.0/8'] }),
    want: { ingress4: 'blocked' },
  },
  'an Application Load Balancer whose group lets another port in': {
    page: albGroups,
    folder: front({ into: ['tcp 80 0.0.0.0/0'] }),
    want: { ingress4: 'blocked' },
  },
  'an Application Load Balancer whose group lets nothing out': {
    page: albGroups,
    folder: front({ out: [] }),
    want: { ingress4: 'blocked' },
  },
  'a workload that does not let its load balancer in': {
    page: albGroups,
    folder: front({ workload: ['tcp 8080 sg-lb'] }),
    want: { ingress4: 'blocked' },
  },
  'an Application Load Balancer hides who asks': {
    page: albGroups,
    folder: front({ workload: ['tcp 8443 52.0.0.0/8'] }),
    want: { ingress4: 'blocked' },
  },
  'an Application Load Balancer without a route to the internet': {
    page: albPage,
    folder: { ...front(), 'route-tables.json': { RouteTables: [table('rtb-m', 'vpc-a', 'main', local)] } },
    want: { ingress4: 'blocked' },
  },
  'a Network Load Balancer without a group, to addresses': {
    page: preserve,
    folder: front({ type: 'network', groupIds: [], workload: ['tcp 8443 10.0.9.0/24'], preserves: 'false' }),
    want: { ingress4: 'undecided' },
  },
  'a Network Load Balancer without a group, to an instance: the group sees who asks': {
    page: preserve,
    folder: front({ type: 'network', groupIds: [], workload: ['tcp 8443 0.0.0.0/0'], targetType: 'instance' }),
    want: { ingress4: 'reachable' },
  },
  'a Network Load Balancer with a group that lets one’s own addresses in': {
    page: nlbGroups,
    folder: front({ type: 'network', into: ['tcp 443 10.0.0.0/8'] }),
    want: { ingress4: 'blocked' },
  },
  'a Network Load Balancer with a group that the workload trusts': {
    page: nlbGroups,
    folder: front({ type: 'network', targetType: 'instance' }),
    want: { ingress4: 'reachable' },
  },
  'a Network Load Balancer for UDP always shows who asks': {
    page: preserve,
    folder: front({ type: 'network', groupIds: [], protocol: 'UDP', workload: ['udp 8443 10.0.0.0/16'] }),
    want: { ingress4: 'blocked' },
  },
  'the load balancer answers in the zone of another internet gateway': {
    page: gateway,
    folder: { ...front(), 'igws.json': { InternetGateways: [igw('igw-1', 'vpc-z')] } },
    want: { ingress4: 'blocked' },
  },
  'an interface that is in the default subnet of a default VPC': {
    page: 'vpc/latest/userguide/default-vpc.html',
    folder: {
      ...open,
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', { DefaultForAz: true, MapPublicIpOnLaunch: true }),
          subnet('subnet-p', 'vpc-a', '10.0.9.0/24'),
        ],
      },
    },
    want: { ingress4: 'reachable' },
  },
  'the edge of the internet gateway leads to a gateway load balancer': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: {
      ...open,
      'endpoints.json': {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-g',
            VpcEndpointType: 'GatewayLoadBalancer',
            VpcId: 'vpc-a',
            ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0aaaa',
            State: 'available',
            SubnetIds: ['subnet-p'],
            OwnerId: '210987654321',
          },
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-edge', 'vpc-a', 'igw-1', local, '10.0.1.0/24 vpce-g'),
          table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-g'),
          table('rtb-p', 'vpc-a', 'main', local, '0.0.0.0/0 igw-1'),
        ],
      },
    },
    want: { ingress4: 'undecided', egress4: 'undecided' },
  },
  'the edge of the internet gateway leads to a gateway load balancer, and the group is closed': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: {
      ...open,
      ...groups([], []),
      'endpoints.json': {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-g',
            VpcEndpointType: 'GatewayLoadBalancer',
            VpcId: 'vpc-a',
            ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0aaaa',
            State: 'available',
            SubnetIds: ['subnet-p'],
            OwnerId: '210987654321',
          },
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-edge', 'vpc-a', 'igw-1', local, '10.0.1.0/24 vpce-g'),
          table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-g'),
          table('rtb-p', 'vpc-a', 'main', local, '0.0.0.0/0 igw-1'),
        ],
      },
    },
    want: { ingress4: 'blocked', egress4: 'blocked' },
  },
  'a load balancer in a subnet whose ACL keeps clients out': {
    page: 'vpc/latest/userguide/nacl-basics.html',
    folder: {
      ...front(),
      'acls.json': {
        NetworkAcls: [
          acl('acl-d', 'vpc-a', 'subnet-w'),
          acl('acl-p', 'vpc-a', 'subnet-p', ['in 100 allow all * 10.0.0.0/16', 'out 100 allow all * 0.0.0.0/0']),
        ],
      },
    },
    want: { ingress4: 'blocked' },
  },
};
