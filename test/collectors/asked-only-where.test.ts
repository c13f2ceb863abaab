import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import { sectionNames, type SectionName } from '../../src/inventory/sections.ts';
import type { AccountFixture, RegionFixture } from '../support/aws/account.ts';
import {
  accountOf,
  ids,
  route,
  routeTable,
  secureNetwork,
  securityGroup,
  permission,
  vpc,
  vpcEndpoint,
} from '../support/aws/build-account.ts';
import type { Fault } from '../support/aws/faults.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { accountWithNetwork } from '../support/aws/whole-network.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';

/** Sections that are read only where something leads to them. */
const conditional = sectionNames.slice(sectionNames.indexOf('vpcPeeringConnections'), sectionNames.indexOf('accountAuthorization'));

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(() => vi.unstubAllEnvs());

/** What of these sections was collected, and with which calls beyond those of the sections that they build on. */
async function collected(account: AccountFixture, faults: readonly Fault[] = [], sections: readonly SectionName[] = conditional) {
  const aws = await startLoopback(account, { faults });
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  try {
    const inventory = await collectInventory(requestFor([region], { sections, clock: fastClock(50) }));
    const read = inventory.sections.filter(({ section }) => (conditional as readonly string[]).includes(section));
    const calls = aws.calls.map(
      ({ service, operation, dialect }) => `${service}:${operation}${dialect === '2012-06-01' ? ' (classic)' : ''}`,
    );
    return { read, calls: calls.filter((call) => !always.has(call)).sort() };
  } finally {
    await aws.close();
  }
}

/** What tells whether there is anything to ask about. */
const always = new Set(
  ['Vpcs', 'VpcAttribute', 'Subnets', 'RouteTables', 'SecurityGroups', 'NetworkInterfaces', 'VpcEndpoints'].map(
    (what) => `ec2:Describe${what}`,
  ),
).add('sts:GetCallerIdentity');

const plain = (given: RegionFixture = {}): AccountFixture => accountOf({ [region]: { ...secureNetwork(), ...given } });

/** One VPC that leads nowhere: what holds for any VPC, and one call each. */
const ofAnyVpc = [
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeVpcBlockPublicAccessOptions',
  'route53:ListHostedZonesByVPC',
  'route53resolver:ListFirewallRuleGroupAssociations',
  'route53resolver:ListResolverRuleAssociations',
];

const transitGateway = [
  'ec2:DescribeTransitGatewayAttachments',
  'ec2:DescribeTransitGatewayRouteTables',
  'ec2:DescribeTransitGatewayVpcAttachments',
  'ec2:DescribeTransitGateways',
];

const leadingTo = (target: Parameters<typeof route>[1]): RegionFixture => ({
  RouteTables: [routeTable(ids.routeTable, { Routes: [route('0.0.0.0/0', target)] })],
});

const showing = (given: Readonly<Record<string, unknown>>): RegionFixture => ({
  NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: ids.vpc, ...given }],
});

describe('nothing is asked about what nothing leads to', () => {
  it('not one call in a Region without a VPC, and every section is known to be empty', async () => {
    const { read, calls } = await collected(accountOf({ [region]: {} }));
    expect(calls).toEqual([]);
    expect(read.length).toBe(conditional.length);
    for (const { fact, ledger } of read) {
      expect(fact).toEqual({ known: true, value: [] });
      expect(ledger).toEqual([
        { operation: expect.stringMatching(/^[a-z0-9-]+:[A-Z]/), calls: 0, complete: true, inferred: expect.stringMatching(/\w/) },
      ]);
    }
  });

  it('five calls for a VPC that leads nowhere', async () => {
    const { read, calls } = await collected(plain());
    expect(calls).toEqual(ofAnyVpc);
    for (const { fact } of read) expect(fact.known).toBe(true);
  });

  it('no names where Amazon’s resolver does not answer', async () => {
    const off = plain({ VpcDnsAttributes: { [ids.vpc]: { EnableDnsSupport: false, EnableDnsHostnames: false } } });
    expect((await collected(off)).calls).toEqual(ofAnyVpc.filter((call) => call.startsWith('ec2:')));
  });

  it.each<[string, RegionFixture, readonly string[]]>([
    ['a route to a transit gateway', leadingTo({ TransitGatewayId: 'tgw-1' }), transitGateway],
    ['a route to a carrier gateway', leadingTo({ CarrierGatewayId: 'cagw-1' }), ['ec2:DescribeCarrierGateways']],
    ['a route through a peering', leadingTo({ VpcPeeringConnectionId: 'pcx-1' }), ['ec2:DescribeVpcPeeringConnections']],
    [
      'a group beyond a peering',
      {
        SecurityGroups: [
          securityGroup(ids.securityGroup, {
            IpPermissionsEgress: [
              permission('tcp', [443, 443], { UserIdGroupPairs: [{ GroupId: 'sg-2', VpcId: 'vpc-2', VpcPeeringConnectionId: 'pcx-1' }] }),
            ],
          }),
        ],
      },
      ['ec2:DescribeVpcPeeringConnections'],
    ],
    [
      'a route to an endpoint of a firewall',
      {
        ...leadingTo({ GatewayId: 'vpce-1' }),
        VpcEndpoints: [{ ...vpcEndpoint('sts'), VpcEndpointId: 'vpce-1', VpcEndpointType: 'GatewayLoadBalancer' }],
      },
      ['network-firewall:ListFirewalls'],
    ],
    ['a route to an endpoint of somebody else', leadingTo({ GatewayId: 'vpce-1' }), ['network-firewall:ListFirewalls']],
    [
      'a firewall on a transit gateway',
      {
        ...leadingTo({ TransitGatewayId: 'tgw-1' }),
        TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'network-function' }],
      },
      [...transitGateway, 'network-firewall:ListFirewalls'],
    ],
    [
      'a peering of transit gateways',
      {
        ...leadingTo({ TransitGatewayId: 'tgw-1' }),
        TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'peering' }],
      },
      [...transitGateway, 'ec2:DescribeTransitGatewayPeeringAttachments'],
    ],
    ['a second VPC', { Vpcs: [vpc(), vpc('vpc-2')] }, ['ec2:DescribeSecurityGroupVpcAssociations', 'route53:ListHostedZonesByVPC']],
    [
      'something to be excluded from',
      { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'block-bidirectional' } },
      ['ec2:DescribeVpcBlockPublicAccessExclusions'],
    ],
    [
      'a firewall for names',
      { FirewallRuleGroupAssociations: [{ Id: 'a', FirewallRuleGroupId: 'rslvr-frg-1', VpcId: ids.vpc }] },
      ['route53resolver:ListFirewallConfigs', 'route53resolver:ListFirewallRules'],
    ],
    [
      'a rule of one’s own for names',
      { ResolverRuleAssociations: [{ Id: 'a', ResolverRuleId: 'rslvr-rr-1', VPCId: ids.vpc }] },
      ['route53resolver:ListResolverRules'],
    ],
    [
      'only the rule for names that every VPC has',
      { ResolverRuleAssociations: [{ Id: 'a', ResolverRuleId: 'rslvr-autodefined-rr-internet-resolver', VPCId: ids.vpc }] },
      [],
    ],
    [
      'an application load balancer',
      showing({ Description: 'ELB app/a/1', RequesterId: 'amazon-elb' }),
      ['elasticloadbalancing:DescribeLoadBalancers'],
    ],
    ['a network load balancer', showing({ InterfaceType: 'network_load_balancer' }), ['elasticloadbalancing:DescribeLoadBalancers']],
    [
      'a classic one',
      showing({ Description: 'ELB old', RequesterId: 'amazon-elb' }),
      ['elasticloadbalancing:DescribeLoadBalancers (classic)'],
    ],
    [
      'one that does not say what it is',
      showing({ RequesterId: 'amazon-elb' }),
      ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeLoadBalancers (classic)'],
    ],
    [
      'an internal load balancer, of which nothing more is asked',
      { ...showing({ InterfaceType: 'network_load_balancer' }), LoadBalancers: [{ LoadBalancerArn: 'arn:lb', Scheme: 'internal' }] },
      ['elasticloadbalancing:DescribeLoadBalancers'],
    ],
    [
      'an internet-facing load balancer',
      { ...showing({ InterfaceType: 'network_load_balancer' }), LoadBalancers: [{ LoadBalancerArn: 'arn:lb', Scheme: 'internet-facing' }] },
      ['elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroups'],
    ],
    ['an interface of a notebook', showing({ Description: 'Network interface for Notebook Instance ELB', RequesterId: 'amazon-aws' }), []],
    ['a default route to the internet', leadingTo({ GatewayId: 'igw-1' }), []],
  ])('%s: only what that leads to', async (_what, given, more) => {
    expect((await collected(plain(given))).calls).toEqual([...ofAnyVpc, ...more].sort());
  });
});

describe('what could not be read may lead anywhere', () => {
  const askedAll = [
    ['ec2:DescribeRouteTables', ['vpcPeeringConnections', ...tgwSections(), 'carrierGateways', 'networkFirewalls']],
    ['ec2:DescribeSecurityGroups', ['vpcPeeringConnections', 'securityGroupVpcAssociations']],
    [
      'ec2:DescribeVpcs',
      ['blockPublicAccessOptions', 'dhcpOptions', 'securityGroupVpcAssociations', 'dnsFirewallAssociations', 'resolverRuleAssociations'],
    ],
    ['ec2:DescribeVpcAttribute', ['dnsFirewallAssociations', 'resolverRuleAssociations', 'privateHostedZones']],
    ['ec2:DescribeNetworkInterfaces', ['loadBalancers', 'classicLoadBalancers', 'securityGroupVpcAssociations']],
    ['ec2:DescribeTransitGatewayAttachments', ['transitGatewayPeeringAttachments', 'networkFirewalls']],
    ['ec2:DescribeVpcBlockPublicAccessOptions', ['blockPublicAccessExclusions']],
    ['route53resolver:ListFirewallRuleGroupAssociations', ['dnsFirewallConfigs']],
    ['route53resolver:ListResolverRuleAssociations', ['resolverRules']],
  ] as const;

  function tgwSections() {
    return ['transitGateways', 'transitGatewayAttachments', 'transitGatewayVpcAttachments', 'transitGatewayRouteTables'] as const;
  }

  it.each(askedAll)('%s refused: asked all the same', async (operation, sections) => {
    // A Region in which nothing leads anywhere, apart from what the refusal hides.
    const given: RegionFixture = operation.includes('TransitGateway') ? leadingTo({ TransitGatewayId: 'tgw-1' }) : {};
    const { read } = await collected(plain(given), [{ kind: 'access-denied', operation }]);
    for (const section of sections) {
      const record = read.find((candidate) => candidate.section === section);
      expect(record?.ledger.filter(({ calls }) => calls > 0).length, section).toBeGreaterThan(0);
    }
  });

  it.each([
    ['network-firewall:ListFirewalls', ['networkFirewallPolicies', 'networkFirewallRuleGroups']],
    ['network-firewall:DescribeFirewall', ['networkFirewallPolicies', 'networkFirewallRuleGroups']],
    ['network-firewall:DescribeFirewallPolicy', ['networkFirewallRuleGroups']],
    ['route53resolver:ListFirewallRuleGroupAssociations', ['dnsFirewallRuleGroups', 'dnsFirewallDomainLists']],
    ['route53resolver:ListFirewallRules', ['dnsFirewallDomainLists']],
    ['elasticloadbalancing:DescribeLoadBalancers', ['loadBalancerListeners', 'targetGroups']],
    ['ec2:DescribeVpcs', ['privateHostedZones']],
  ] as const)('%s refused: a gap where there is nothing to ask by', async (operation, sections) => {
    const { read } = await collected(accountWithNetwork(), [{ kind: 'access-denied', operation }]);
    for (const section of sections) {
      const record = read.find((candidate) => candidate.section === section);
      expect(record?.fact.known, section).toBe(false);
      expect(record?.fact.known === false && record.fact.gap.operation, section).toBe(operation);
      expect(record?.ledger, section).toEqual([]);
    }
  });
});
