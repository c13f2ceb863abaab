import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { ClassicLoadBalancer } from '../../src/inventory/sections/classic-load-balancers.ts';
import type { LoadBalancerListeners } from '../../src/inventory/sections/load-balancer-listeners.ts';
import type { LoadBalancer } from '../../src/inventory/sections/load-balancers.ts';
import type { TargetGroup } from '../../src/inventory/sections/target-groups.ts';
import { account, region } from './rows.ts';

const arn = (rest: string): string => `arn:aws:elasticloadbalancing:${region}:${account}:${rest}`;

export const loadBalancerArn = arn('loadbalancer/net/lb-1/0a1b2c3d4e5f6071');
export const targetGroupArn = arn('targetgroup/tg-1/0a1b2c3d4e5f6072');

/** lb-1, a network load balancer inside of vpc-1. */
export function loadBalancer(given: Partial<LoadBalancer> = {}): LoadBalancer {
  return {
    LoadBalancerArn: loadBalancerArn,
    LoadBalancerName: 'lb-1',
    DNSName: `lb-1-0a1b2c3d4e5f6071.elb.${region}.amazonaws.com`,
    Type: 'network',
    Scheme: 'internal',
    VpcId: 'vpc-1',
    State: { Code: 'active' },
    AvailabilityZones: [{ SubnetId: 'subnet-1', LoadBalancerAddresses: [] }],
    SecurityGroups: ['sg-1'],
    IpAddressType: 'ipv4',
    ...given,
  };
}

type Listener = Extract<LoadBalancerListeners['detail'], { readonly known: true }>['value']['Listeners'][number];

/** TCP 443, forwarded to tg-1. */
export function listener(given: Partial<Listener> = {}): Listener {
  return {
    ListenerArn: arn('listener/net/lb-1/0a1b2c3d4e5f6071/0a1b2c3d4e5f6073'),
    LoadBalancerArn: loadBalancerArn,
    Port: 443,
    Protocol: 'TCP',
    DefaultActions: [
      { Type: 'forward', TargetGroupArn: targetGroupArn, ForwardConfig: { TargetGroups: [{ TargetGroupArn: targetGroupArn }] } },
    ],
    ...given,
  };
}

/** The listeners of lb-1, or the reason why they could not be read. */
export function loadBalancerListeners(listeners: readonly Listener[] | Gap = [listener()], of = loadBalancerArn): LoadBalancerListeners {
  return {
    summary: { LoadBalancerArn: of },
    detail: 'operation' in listeners ? missing(listeners) : known({ Listeners: listeners }),
  };
}

/** tg-1, to which lb-1 forwards, with these targets. */
export function targetGroup(
  targets: readonly { readonly Id: string; readonly Port?: number }[] | Gap = [],
  given: Partial<TargetGroup['summary']> = {},
): TargetGroup {
  const summary: TargetGroup['summary'] = {
    TargetGroupArn: targetGroupArn,
    TargetGroupName: 'tg-1',
    Protocol: 'TCP',
    Port: 443,
    VpcId: 'vpc-1',
    LoadBalancerArns: [loadBalancerArn],
    TargetType: 'ip',
    IpAddressType: 'ipv4',
    ...given,
  };
  return {
    summary,
    detail: 'operation' in targets ? missing(targets) : known({ Targets: targets.map(({ Id, Port = 443 }) => ({ Id, Port })) }),
  };
}

/** An internal one of vpc-1 that forwards TCP 443. */
export function classicLoadBalancer(given: Partial<ClassicLoadBalancer> = {}): ClassicLoadBalancer {
  return {
    LoadBalancerName: 'classic-1',
    DNSName: `internal-classic-1-111.${region}.elb.amazonaws.com`,
    Scheme: 'internal',
    VPCId: 'vpc-1',
    Subnets: ['subnet-1'],
    SecurityGroups: ['sg-1'],
    Instances: [],
    ListenerDescriptions: [{ Listener: { Protocol: 'TCP', LoadBalancerPort: 443, InstancePort: 443 } }],
    ...given,
  };
}
