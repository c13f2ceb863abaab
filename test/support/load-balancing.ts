import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import type { IpFamily } from '../../src/network/address-set.ts';
import { answersTo, ingressOf } from './ingress.ts';
import type { Given } from './inventory.ts';
import { networkInterface } from './network.ts';
import { listener, loadBalancer, loadBalancerListeners, targetGroup } from './rows-load-balancers.ts';
import { networkAcl } from './rows-network.ts';
import { account, igwRoute, mainTable, region, securityGroup, subnet, subnetTable } from './rows.ts';

export type Permission = NonNullable<SecurityGroup['IpPermissions']>[number];

export const from = (CidrIp: string, IpProtocol = '-1'): Permission => ({ IpProtocol, IpRanges: [{ CidrIp }] });
export const fromGroup = (GroupId: string): Permission => ({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId, UserId: account }] });
export const groups = (
  ofTarget: readonly Permission[],
  ofBalancer: readonly Permission[] = [from('0.0.0.0/0')],
  egress: readonly Permission[] = [from('0.0.0.0/0')],
) => [
  securityGroup({ IpPermissions: ofTarget }),
  securityGroup({ GroupId: 'sg-lb', IpPermissions: ofBalancer, IpPermissionsEgress: egress }),
];
export const anybody = groups([from('0.0.0.0/0')]);

export const target = networkInterface('eni-1', '10.0.1.5', { Attachment: { InstanceId: 'i-1' } });
export const lbInterface = (subnetId: string, address: string, Description = 'ELB net/lb-1/0a1b2c3d4e5f6071') =>
  networkInterface(`eni-${subnetId}`, address, { SubnetId: subnetId, Description, Groups: [{ GroupId: 'sg-lb' }] });
export const facing = loadBalancer({ Scheme: 'internet-facing', AvailabilityZones: [{ SubnetId: 'subnet-a' }], SecurityGroups: ['sg-lb'] });
export const withoutGroups = { ...facing, SecurityGroups: [] };
export const byAddress = targetGroup([{ Id: '10.0.1.5', Port: 8080 }]);
export const byInstance = targetGroup([{ Id: 'i-1', Port: 8080 }], { TargetType: 'instance' });
export const overUdp = targetGroup([{ Id: '10.0.1.5', Port: 8080 }], { Protocol: 'UDP' });
export const udp = [loadBalancerListeners([listener({ Protocol: 'UDP', Port: 53 })])];

export const applicationArn = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/web/1`;
export const application = { ...facing, LoadBalancerArn: applicationArn, Type: 'application' as const };
export const toApplication = targetGroup([{ Id: '10.0.1.5', Port: 8080 }], { Protocol: 'HTTP', LoadBalancerArns: [applicationArn] });
export const web = [loadBalancerListeners([listener({ Protocol: 'HTTPS', LoadBalancerArn: applicationArn })], applicationArn)];

/** lb-1 in the public subnet-a, which forwards TCP 443 to port 8080 of eni-1 in the private subnet-1. */
export function balanced(given: Given = {}): Given {
  return {
    subnets: [
      subnet({ AvailabilityZoneId: 'euw1-az1' }),
      subnet({ SubnetId: 'subnet-a', CidrBlock: '10.0.2.0/24', AvailabilityZoneId: 'euw1-az1' }),
    ],
    routeTables: [mainTable(), subnetTable('subnet-a', [igwRoute()])],
    networkAcls: [networkAcl(['subnet-1', 'subnet-a'])],
    securityGroups: anybody,
    networkInterfaces: [target, lbInterface('subnet-a', '10.0.2.9')],
    loadBalancers: [facing],
    loadBalancerListeners: [loadBalancerListeners()],
    targetGroups: [byAddress],
    ...given,
  };
}

export interface Scenario {
  readonly name: string;
  readonly given: Given;
  readonly family?: IpFamily;
  readonly at?: string;
  /** Of TCP to 8080 where it is one answer. */
  readonly expected: string | Readonly<Record<string, string>>;
}

/** The answers to the packets that a scenario asks about, and those that it expects. */
export function answered({ given, family, at, expected }: Scenario) {
  const packets = typeof expected === 'string' ? { 'tcp 8.8.8.8 8080': expected } : expected;
  return { found: answersTo(ingressOf(given, family, at), packets), expected: packets };
}
