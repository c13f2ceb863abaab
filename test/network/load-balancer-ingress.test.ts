import { describe, expect, it } from 'vitest';
import {
  answered,
  anybody,
  application,
  applicationArn,
  balanced,
  byInstance,
  facing,
  from,
  fromGroup,
  groups,
  lbInterface,
  overUdp,
  target,
  toApplication,
  udp,
  web,
  withoutGroups,
  type Scenario,
} from '../support/load-balancing.ts';
import { classicLoadBalancer, listener, loadBalancerArn, loadBalancerListeners, targetGroup } from '../support/rows-load-balancers.ts';
import { blockPublicAccess, blockPublicAccessExclusion, networkAcl } from '../support/rows-network.ts';
import { account, mainTable, region, subnet, subnetTable } from '../support/rows.ts';
import { answersTo, ingressOf } from '../support/ingress.ts';
import { networkInterface } from '../support/network.ts';

const scenarios: readonly Scenario[] = [
  {
    name: 'I08: a private target is reached through a load balancer',
    given: balanced(),
    expected: { 'tcp 8.8.8.8 8080': 'full', 'tcp 8.8.8.8 443': 'NO_PUBLIC_ADDRESS', 'udp 8.8.8.8 8080': 'NO_PUBLIC_ADDRESS' },
  },
  { name: 'I08: by instance', given: balanced({ targetGroups: [byInstance] }), expected: 'full' },
  {
    name: 'another target',
    given: balanced({ targetGroups: [targetGroup([{ Id: '10.0.1.6' }, { Id: 'i-1' }])] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'an internal load balancer',
    given: balanced({ loadBalancers: [{ ...facing, Scheme: 'internal' }] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'one that failed',
    given: balanced({ loadBalancers: [{ ...facing, State: { Code: 'failed' } }] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'one that is being made',
    given: balanced({ loadBalancers: [{ ...facing, State: { Code: 'provisioning' } }] }),
    expected: '? STATE_CHANGING',
  },
  {
    name: 'one of an unknown type',
    given: balanced({ loadBalancers: [{ ...facing, Type: 'quantum' as 'network' }] }),
    expected: '? UNREADABLE',
  },
  {
    name: 'a gateway load balancer',
    given: balanced({ loadBalancers: [{ LoadBalancerArn: loadBalancerArn, Type: 'gateway' }] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'a listener for another group',
    given: balanced({
      loadBalancerListeners: [loadBalancerListeners([listener({ DefaultActions: [{ Type: 'forward', TargetGroupArn: 'other' }] })])],
    }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  { name: 'the target itself has no target yet: a workload to come', given: balanced(), at: 'subnet-1', expected: 'NO_PUBLIC_ADDRESS' },

  // Client addresses kept or not: only the target's group can tell these apart.
  {
    name: 'TCP, a group for the load balancer’s addresses only: an attribute decides',
    given: balanced({ securityGroups: groups([from('10.0.2.0/24')]) }),
    expected: '? UNREADABLE',
  },
  {
    name: 'TCP, a group for clients only: an attribute decides',
    given: balanced({ securityGroups: groups([from('8.0.0.0/8')]) }),
    expected: { 'tcp 8.8.8.8 8080': '? UNREADABLE', 'tcp 9.9.9.9 8080': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'TCP, a group that refers to the load balancer’s: either way',
    given: balanced({ securityGroups: groups([fromGroup('sg-lb')]) }),
    expected: 'full',
  },
  { name: 'TCP, a group that lets nobody in: either way', given: balanced({ securityGroups: groups([]) }), expected: 'NO_PUBLIC_ADDRESS' },
  {
    name: 'UDP keeps the client’s address',
    given: balanced({ securityGroups: groups([from('8.0.0.0/8')]), targetGroups: [overUdp], loadBalancerListeners: udp }),
    expected: { 'udp 8.8.8.8 8080': 'full', 'udp 9.9.9.9 8080': 'NO_PUBLIC_ADDRESS', 'tcp 8.8.8.8 8080': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'UDP, a group for the load balancer’s addresses only',
    given: balanced({ securityGroups: groups([from('10.0.2.0/24')]), targetGroups: [overUdp], loadBalancerListeners: udp }),
    expected: { 'udp 8.8.8.8 8080': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'TCP and UDP by one listener',
    given: balanced({
      targetGroups: [targetGroup([{ Id: '10.0.1.5', Port: 8080 }], { Protocol: 'TCP_UDP' })],
      loadBalancerListeners: [loadBalancerListeners([listener({ Protocol: 'TCP_UDP' })])],
    }),
    expected: { 'udp 8.8.8.8 8080': 'full', 'tcp 8.8.8.8 8080': 'full' },
  },
  {
    name: 'an application load balancer speaks for itself',
    given: balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      securityGroups: groups([from('10.0.2.0/24')]),
    }),
    expected: 'full',
  },
  {
    name: 'an application load balancer, a group for clients only',
    given: balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      securityGroups: groups([from('8.0.0.0/8')]),
    }),
    expected: 'NO_PUBLIC_ADDRESS',
  },

  // At the load balancer.
  {
    name: 'its group lets in some',
    given: balanced({ securityGroups: groups([from('0.0.0.0/0')], [from('8.0.0.0/8')]) }),
    expected: { 'tcp 8.8.8.8 8080': 'full', 'tcp 9.9.9.9 8080': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'its group lets in another port: that of the listener counts',
    given: balanced({ securityGroups: groups([from('0.0.0.0/0')], [{ ...from('0.0.0.0/0', 'tcp'), FromPort: 8080, ToPort: 8080 }]) }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'its group lets in the port of the listener',
    given: balanced({ securityGroups: groups([from('0.0.0.0/0')], [{ ...from('0.0.0.0/0', 'tcp'), FromPort: 443, ToPort: 443 }]) }),
    expected: 'full',
  },
  {
    name: 'its group lets nothing out to the target',
    given: balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      securityGroups: groups([from('0.0.0.0/0')], [from('0.0.0.0/0')], []),
    }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'a network load balancer without groups lets everybody in',
    given: balanced({ loadBalancers: [withoutGroups], securityGroups: anybody }),
    expected: 'full',
  },
  {
    name: 'an application load balancer that shows no groups',
    given: balanced({ loadBalancers: [{ ...application, SecurityGroups: [] }], targetGroups: [toApplication], loadBalancerListeners: web }),
    expected: '? UNREADABLE',
  },
  { name: 'its subnet has no route to the internet', given: balanced({ routeTables: [mainTable()] }), expected: 'NO_PUBLIC_ADDRESS' },
  {
    name: 'Block Public Access',
    given: balanced({ blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-ingress' })] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'Block Public Access with the load balancer’s subnet left out',
    given: balanced({
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      blockPublicAccessExclusions: [blockPublicAccessExclusion({ ResourceArn: `arn:aws:ec2:${region}:${account}:subnet/subnet-a` })],
    }),
    expected: 'full',
  },
  {
    name: 'the target’s ACL keeps it out',
    given: balanced({ networkAcls: [networkAcl(['subnet-a']), networkAcl(['subnet-1'], { NetworkAclId: 'acl-2', Entries: [] })] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'the load balancer’s ACL keeps clients out',
    given: balanced({ networkAcls: [networkAcl(['subnet-1']), networkAcl(['subnet-a'], { NetworkAclId: 'acl-2', Entries: [] })] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },

  // Zones.
  {
    name: 'a network load balancer in another zone: an attribute decides',
    given: balanced({
      subnets: [
        subnet({ AvailabilityZoneId: 'euw1-az1' }),
        subnet({ SubnetId: 'subnet-a', CidrBlock: '10.0.2.0/24', AvailabilityZoneId: 'euw1-az2' }),
      ],
    }),
    expected: '? UNREADABLE',
  },
  {
    name: 'an application load balancer in another zone',
    given: balanced({
      subnets: [
        subnet({ AvailabilityZoneId: 'euw1-az1' }),
        subnet({ SubnetId: 'subnet-a', CidrBlock: '10.0.2.0/24', AvailabilityZoneId: 'euw1-az2' }),
      ],
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
    }),
    expected: 'full',
  },

  // Families.
  {
    name: 'IPv6 clients of a load balancer that speaks IPv4 only',
    given: balanced(),
    family: 6,
    expected: { 'tcp 2001:4860::8 8080': 'NO_ADDRESS' },
  },
  {
    name: 'IPv4 clients of one that is public by IPv6 only',
    given: balanced({
      loadBalancers: [{ ...application, IpAddressType: 'dualstack-without-public-ipv4' }],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
    }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'IPv6 clients of an application load balancer with IPv4 targets',
    given: balanced({
      loadBalancers: [{ ...application, IpAddressType: 'dualstack' }],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      routeTables: [
        mainTable(),
        subnetTable('subnet-a', [{ DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active', Origin: 'CreateRoute' }]),
      ],
      securityGroups: groups([from('10.0.2.0/24')], [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]),
    }),
    family: 6,
    expected: { 'tcp 2001:4860::8 8080': 'full' },
  },

  {
    name: 'IPv6 clients of a network load balancer with IPv4 targets: it speaks for itself, whatever an attribute says',
    given: balanced({
      loadBalancers: [{ ...facing, IpAddressType: 'dualstack' }],
      routeTables: [
        mainTable(),
        subnetTable('subnet-a', [{ DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active', Origin: 'CreateRoute' }]),
      ],
      securityGroups: groups([from('10.0.2.0/24')], [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]),
    }),
    family: 6,
    expected: { 'tcp 2001:4860::8 8080': 'full' },
  },

  // Rules of application load balancers are not read.
  {
    name: 'a group that no default action names: the one listener must lead to it by a rule',
    given: balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: [loadBalancerListeners([listener({ DefaultActions: [] })], applicationArn)],
    }),
    expected: 'full',
  },
  {
    name: 'a group that no default action names: one of two listeners leads to it',
    given: balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: [
        loadBalancerListeners([listener({ DefaultActions: [] }), listener({ Port: 80, DefaultActions: [] })], applicationArn),
      ],
    }),
    expected: '? UNREADABLE',
  },

  // Classic.
  {
    name: 'a classic load balancer',
    given: balanced({
      loadBalancers: [],
      targetGroups: [],
      classicLoadBalancers: [
        classicLoadBalancer({
          Scheme: 'internet-facing',
          Subnets: ['subnet-a'],
          SecurityGroups: ['sg-lb'],
          Instances: [{ InstanceId: 'i-1' }],
        }),
      ],
      securityGroups: groups([fromGroup('sg-lb')]),
    }),
    expected: { 'tcp 8.8.8.8 443': 'full', 'tcp 8.8.8.8 8080': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'a classic load balancer of other instances',
    given: balanced({
      loadBalancers: [],
      classicLoadBalancers: [classicLoadBalancer({ Scheme: 'internet-facing', Subnets: ['subnet-a'], Instances: [{ InstanceId: 'i-2' }] })],
    }),
    expected: { 'tcp 8.8.8.8 443': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'an instance with two interfaces: which is its primary one is not read',
    given: balanced({
      targetGroups: [byInstance],
      networkInterfaces: [
        target,
        networkInterface('eni-2', '10.0.1.6', { Attachment: { InstanceId: 'i-1' } }),
        lbInterface('subnet-a', '10.0.2.9'),
      ],
    }),
    expected: '? ADDRESS_UNKNOWN',
  },
];

describe('who on the internet gets in by a load balancer', () => {
  it.each(scenarios)('$name', (scenario) => {
    const { found, expected } = answered(scenario);
    expect(found).toEqual(expected);
  });

  it('uses all addresses of its subnet where its interfaces are not seen', () => {
    const given = balanced({
      networkInterfaces: [target],
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      securityGroups: groups([from('10.0.2.0/25')]),
    });
    expect(answersTo(ingressOf(given), { 'tcp 8.8.8.8 8080': '' })).toEqual({ 'tcp 8.8.8.8 8080': '? ADDRESS_UNKNOWN' });
  });

  it('comes from the addresses of its own interfaces', () => {
    const given = (group: string) =>
      balanced({
        networkInterfaces: [
          target,
          lbInterface('subnet-a', '10.0.2.9', 'ELB app/web/1'),
          lbInterface('subnet-1', '10.0.1.9', 'ELB app/web/1'),
          networkInterface('eni-other', '10.0.2.77', { SubnetId: 'subnet-a', Description: 'ELB app/web/2' }),
        ],
        loadBalancers: [application],
        targetGroups: [toApplication],
        loadBalancerListeners: web,
        securityGroups: groups([from(group)]),
      });
    const packets = { 'tcp 8.8.8.8 8080': '' };
    expect(answersTo(ingressOf(given('10.0.2.9/32')), packets)).toEqual({ 'tcp 8.8.8.8 8080': 'full' });
    expect(answersTo(ingressOf(given('10.0.1.9/32')), packets)).toEqual({ 'tcp 8.8.8.8 8080': 'NO_PUBLIC_ADDRESS' });
  });

  it('shows the way in', () => {
    const given = balanced({
      loadBalancers: [application],
      targetGroups: [toApplication],
      loadBalancerListeners: web,
      securityGroups: groups([fromGroup('sg-lb')]),
    });
    const found = ingressOf(given).find(({ verdict }) => verdict === 'reachable');
    expect(found?.path().map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `load-balancer ${applicationArn}`,
      'internet-gateway igw-1',
      'route rtb-subnet-a',
      'network-acl-entry acl-1',
      'security-group-rule sg-lb',
      'security-group-rule sg-lb',
      'route rtb-subnet-a',
      'network-acl-entry acl-1',
      'network-acl-entry acl-1',
      'security-group-rule sg-1',
      'network-interface eni-1',
    ]);
    expect(found?.path()[0]?.detail).toBe('internet-facing, tcp 443 → 8080');
  });
});
