import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { BlockPublicAccessExclusion } from '../../src/inventory/sections/block-public-access-exclusions.ts';
import type { BlockPublicAccessOptions } from '../../src/inventory/sections/block-public-access-options.ts';
import type { DhcpOptions } from '../../src/inventory/sections/dhcp-options.ts';
import type { NetworkFirewallPolicy } from '../../src/inventory/sections/network-firewall-policies.ts';
import type { NetworkFirewallRuleGroup } from '../../src/inventory/sections/network-firewall-rule-groups.ts';
import type { NetworkFirewall } from '../../src/inventory/sections/network-firewalls.ts';
import type { SecurityGroupVpcAssociation } from '../../src/inventory/sections/security-group-vpc-associations.ts';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { InternetGateway } from '../../src/inventory/sections/internet-gateways.ts';
import type { NatGateway } from '../../src/inventory/sections/nat-gateways.ts';
import { account, detailOf, region } from './rows.ts';

/** Rows of what decides over the traffic of a VPC beside its own routes and rules. */

/** As AWS has it in every account that never touched it: nothing is blocked. */
export function blockPublicAccess(given: Partial<BlockPublicAccessOptions> = {}): BlockPublicAccessOptions {
  return { State: 'default-state', InternetGatewayBlockMode: 'off', ManagedBy: 'account', ExclusionsAllowed: 'allowed', ...given };
}

/** vpc-1 is left out of what is blocked, in both directions. */
export function blockPublicAccessExclusion(given: Partial<BlockPublicAccessExclusion> = {}): BlockPublicAccessExclusion {
  return {
    ExclusionId: 'vpcbpa-exclude-1',
    InternetGatewayExclusionMode: 'allow-bidirectional',
    ResourceArn: `arn:aws:ec2:${region}:${account}:vpc/vpc-1`,
    State: 'create-complete',
    ...given,
  };
}

/** Names are resolved by Amazon, unless servers are given. */
export function dhcpOptions(servers: readonly string[] = ['AmazonProvidedDNS'], id = 'dopt-1'): DhcpOptions {
  return {
    DhcpOptionsId: id,
    OwnerId: account,
    DhcpConfigurations: [{ Key: 'domain-name-servers', Values: servers.map((Value) => ({ Value })) }],
  };
}

/** sg-1 may be used in vpc-2, too. */
export function securityGroupVpcAssociation(given: Partial<SecurityGroupVpcAssociation> = {}): SecurityGroupVpcAssociation {
  return { GroupId: 'sg-1', VpcId: 'vpc-2', VpcOwnerId: account, GroupOwnerId: account, State: 'associated', ...given };
}

const firewallArn = (kind: string, name: string): string => `arn:aws:network-firewall:${region}:${account}:${kind}/${name}`;

export const firewallPolicyArn = firewallArn('firewall-policy', 'policy-1');
export const statelessGroupArn = firewallArn('stateless-rulegroup', 'stateless-1');
export const statefulGroupArn = firewallArn('stateful-rulegroup', 'stateful-1');

type FirewallDetail = Extract<NetworkFirewall['detail'], { readonly known: true }>['value'];

/** fw-1 of vpc-1: the endpoint vpce-fw in subnet-fw, in the zone eu-west-1a. */
export function networkFirewall(given: Partial<FirewallDetail> | Gap = {}): NetworkFirewall {
  const FirewallArn = firewallArn('firewall', 'fw-1');
  const usual: FirewallDetail = {
    Firewall: {
      FirewallName: 'fw-1',
      FirewallArn,
      FirewallPolicyArn: firewallPolicyArn,
      VpcId: 'vpc-1',
      SubnetMappings: [{ SubnetId: 'subnet-fw' }],
    },
    FirewallStatus: {
      Status: 'READY',
      SyncStates: { 'eu-west-1a': { Attachment: { SubnetId: 'subnet-fw', EndpointId: 'vpce-fw', Status: 'READY' } } },
    },
  };
  return { summary: { FirewallName: 'fw-1', FirewallArn }, detail: detailOf(usual, given) };
}

type Policy = NonNullable<Extract<NetworkFirewallPolicy['detail'], { readonly known: true }>['value']['FirewallPolicy']>;

/** policy-1, which drops whatever no rule lets pass. */
export function networkFirewallPolicy(given: Partial<Policy> | Gap = {}): NetworkFirewallPolicy {
  const usual: Policy = {
    StatelessRuleGroupReferences: [],
    StatelessDefaultActions: ['aws:forward_to_sfe'],
    StatelessFragmentDefaultActions: ['aws:drop'],
    StatefulRuleGroupReferences: [{ ResourceArn: statefulGroupArn, Priority: 1 }],
    StatefulDefaultActions: ['aws:drop_strict'],
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
  };
  const FirewallPolicy = 'operation' in given ? undefined : { ...usual, ...given };
  return {
    summary: { Arn: firewallPolicyArn },
    detail: 'operation' in given ? missing(given) : known(FirewallPolicy === undefined ? {} : { FirewallPolicy }),
  };
}

type RuleGroup = NonNullable<Extract<NetworkFirewallRuleGroup['detail'], { readonly known: true }>['value']['RuleGroup']>;

/** A rule group with these rules; the stateful one of policy-1 unless said otherwise. */
export function networkFirewallRuleGroup(
  source: RuleGroup['RulesSource'] | Gap,
  { arn = statefulGroupArn, ...given }: Partial<RuleGroup> & { readonly arn?: string } = {},
): NetworkFirewallRuleGroup {
  if (source !== undefined && 'operation' in source) return { summary: { Arn: arn }, detail: missing(source) };
  const Type = arn.includes('stateless-rulegroup') ? 'STATELESS' : 'STATEFUL';
  return {
    summary: { Arn: arn },
    detail: known({
      RuleGroup: { RulesSource: source, StatefulRuleOptions: { RuleOrder: 'STRICT_ORDER' }, ...given },
      RuleGroupResponse: { RuleGroupArn: arn, RuleGroupName: arn.split('/').at(-1), Type },
    }),
  };
}

/** The default network ACL of vpc-1, which lets everything pass, on these subnets. */
export function networkAcl(subnetIds: readonly string[] = ['subnet-1'], given: Partial<NetworkAcl> = {}): NetworkAcl {
  const all = [true, false].flatMap((Egress) => [
    { Egress, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' },
    { Egress, RuleNumber: 101, Protocol: '-1', RuleAction: 'allow' as const, Ipv6CidrBlock: '::/0' },
    { Egress, RuleNumber: 32_767, Protocol: '-1', RuleAction: 'deny' as const, CidrBlock: '0.0.0.0/0' },
    { Egress, RuleNumber: 32_768, Protocol: '-1', RuleAction: 'deny' as const, Ipv6CidrBlock: '::/0' },
  ]);
  return {
    NetworkAclId: 'acl-1',
    VpcId: 'vpc-1',
    OwnerId: account,
    IsDefault: true,
    Associations: subnetIds.map((SubnetId) => ({ SubnetId })),
    Entries: all,
    ...given,
  };
}

/** An internet gateway, attached to vpc-1 unless said otherwise. */
export function internetGateway(InternetGatewayId = 'igw-1', VpcId = 'vpc-1'): InternetGateway {
  // EC2 answers `available`, whatever the model of the SDK says.
  return { InternetGatewayId, OwnerId: account, Attachments: [{ VpcId, State: 'available' as 'attached' }] };
}

/** A public NAT gateway in subnet-nat of vpc-1, available, with an Elastic IP address. */
export function natGateway(given: Partial<NatGateway> = {}): NatGateway {
  return {
    NatGatewayId: 'nat-1',
    VpcId: 'vpc-1',
    SubnetId: 'subnet-nat',
    State: 'available',
    ConnectivityType: 'public',
    AvailabilityMode: 'zonal',
    NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-nat-1', PrivateIp: '10.0.9.9', PublicIp: '198.51.100.9', Status: 'succeeded' }],
    ...given,
  };
}
