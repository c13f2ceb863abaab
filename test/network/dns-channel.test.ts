import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import { dnsChannel, type DnsChannel } from '../../src/network/dns-channel.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { networkFrom } from '../support/network.ts';
import {
  dnsFirewallAssociation,
  dnsFirewallConfig,
  dnsFirewallDomainList,
  dnsFirewallRule,
  dnsFirewallRuleGroup,
  resolverRule,
  resolverRuleAssociation,
} from '../support/rows-names.ts';
import { dhcpOptions, networkAcl } from '../support/rows-network.ts';
import { dnsAttributes, mainTable, refused, securityGroup, vpc } from '../support/rows.ts';

function channel(given: Given): DnsChannel {
  const network = networkFrom(inventory(given));
  const [place] = network.places;
  if (place === undefined) throw new Error('no place');
  return dnsChannel(network, place, 'vpc-1');
}

type Rule = ReturnType<typeof dnsFirewallRule>;
/** A rule for a list, named by what it holds; one without priority only where that is said. */
type GivenRule = Partial<Rule> & { readonly list?: string; readonly unplaced?: true };

/** rslvr-frg-1 with these rules on vpc-1; the list `managed` is one of AWS. */
function firewalled(rules: readonly GivenRule[], given: Given = {}): Given {
  const names = [...new Set(rules.flatMap(({ list }) => (list === undefined || list === 'managed' ? [] : [list])))];
  const rows = rules.map(({ list, unplaced, ...rule }, at): Rule => ({
    Action: 'BLOCK',
    ...(list === undefined ? {} : { FirewallDomainListId: list }),
    ...(unplaced === true ? {} : { Priority: at + 1 }),
    ...rule,
  }));
  return {
    dnsFirewallAssociations: [dnsFirewallAssociation()],
    dnsFirewallRuleGroups: [dnsFirewallRuleGroup(rows)],
    dnsFirewallDomainLists: names.map((name) => dnsFirewallDomainList(name, name.split(' '))),
    ...given,
  };
}

const allow = (list: string, given: Partial<Rule> = {}) => ({ list, Action: 'ALLOW' as const, ...given });
const alert = (list: string) => ({ list, Action: 'ALERT' as const });
const block = (list: string, given: Partial<Rule> = {}) => ({ list, ...given });
const forward = (DomainName: string, given: Parameters<typeof resolverRule>[0] = {}) => resolverRule({ DomainName, ...given });

interface Scenario {
  readonly name: string;
  readonly given: Given;
  /** The verdict, and the codes of its doubts. */
  readonly expected: string;
  readonly allowed?: readonly string[];
  readonly says?: RegExp;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'D01: groups, ACLs and routes let nothing pass, and names go out all the same',
    given: {
      securityGroups: [securityGroup({ IpPermissions: [], IpPermissionsEgress: [] })],
      networkAcls: [networkAcl(['subnet-1'], { Entries: [] })],
      routeTables: [mainTable([], { Routes: [] })],
    },
    expected: 'reachable',
    says: /answers, and asks any name server/,
  },
  {
    name: 'D02: only what is allowed before all else is blocked',
    given: firewalled([allow('corp.example.'), block('*')]),
    expected: 'blocked',
    allowed: ['corp.example'],
    says: /every name but corp\.example/,
  },
  { name: 'everything is blocked', given: firewalled([block('*')]), expected: 'blocked', says: /blocks every name/ },
  {
    name: 'D05: a rule forwards everything to a server of one’s own',
    given: { resolverRules: [forward('.')], resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'undecided ON_PREM',
    says: /10\.0\.0\.53/,
  },
  {
    name: 'blocked before it could be forwarded',
    given: firewalled([block('*')], { resolverRules: [forward('.')], resolverRuleAssociations: [resolverRuleAssociation()] }),
    expected: 'blocked',
  },
  {
    name: 'a rule for some names is told of, and takes nothing away',
    given: { resolverRules: [forward('corp.example.')], resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'reachable',
    says: /names below corp\.example are forwarded to 10\.0\.0\.53/,
  },
  {
    name: 'everything is forwarded but a registry, in which anybody gets a name',
    given: {
      resolverRules: [forward('.'), forward('com.', { Id: 'rslvr-rr-2', RuleType: 'SYSTEM' })],
      resolverRuleAssociations: [resolverRuleAssociation(), resolverRuleAssociation({ ResolverRuleId: 'rslvr-rr-2' })],
    },
    expected: 'reachable',
  },
  {
    name: 'everything is forwarded but the names of AWS',
    given: {
      resolverRules: [forward('.'), forward('amazonaws.com.', { Id: 'rslvr-rr-2', RuleType: 'SYSTEM' })],
      resolverRuleAssociations: [resolverRuleAssociation(), resolverRuleAssociation({ ResolverRuleId: 'rslvr-rr-2' })],
    },
    expected: 'undecided ON_PREM',
    says: /hangs on .*the Amazon resolver answers for names below amazonaws\.com itself/,
  },
  {
    name: 'a rule of another VPC',
    given: { resolverRules: [forward('.')], resolverRuleAssociations: [resolverRuleAssociation({ VPCId: 'vpc-2' })] },
    expected: 'reachable',
  },
  {
    name: 'a rule whose association failed',
    given: { resolverRules: [forward('.')], resolverRuleAssociations: [resolverRuleAssociation({ Status: 'FAILED' })] },
    expected: 'reachable',
  },
  {
    name: 'a rule that is being associated',
    given: { resolverRules: [forward('.')], resolverRuleAssociations: [resolverRuleAssociation({ Status: 'CREATING' })] },
    expected: 'undecided STATE_CHANGING',
  },
  {
    name: 'the rule of Resolver’s own for the internet',
    given: { resolverRules: [forward('.', { RuleType: 'RECURSIVE' })], resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'reachable',
  },
  {
    name: 'a rule of another account that is not listed',
    given: { resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'undecided CROSS_ACCOUNT',
  },
  {
    name: 'a rule of an unknown type for everything',
    given: { resolverRules: [forward('.', { RuleType: 'TUNNEL' as 'FORWARD' })], resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'undecided UNREADABLE',
  },
  {
    name: 'the rules could not be read',
    given: { resolverRules: refused('route53resolver:ListResolverRules'), resolverRuleAssociations: [resolverRuleAssociation()] },
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'the associations of rules could not be read',
    given: { resolverRuleAssociations: refused('route53resolver:ListResolverRuleAssociations') },
    expected: 'undecided NO_PERMISSION',
  },

  { name: 'a block of some names', given: firewalled([block('evil.example')]), expected: 'reachable' },
  { name: 'a block behind an ALLOW for everything', given: firewalled([allow('*'), block('*')]), expected: 'reachable' },
  {
    name: 'an alert passes: everything is told of, and nothing is blocked',
    given: firewalled([alert('*'), block('*')]),
    expected: 'reachable',
  },
  {
    name: 'an alert for some names passes these',
    given: firewalled([alert('corp.example'), block('*')]),
    expected: 'blocked',
    allowed: ['corp.example'],
  },
  {
    name: 'a registry is allowed, in which anybody gets a name',
    given: firewalled([allow('corp.example *.com'), block('*')]),
    expected: 'reachable',
  },
  { name: 'a registry of a country', given: firewalled([allow('*.co.uk'), block('*')]), expected: 'reachable' },
  { name: 'a registry that is blocked before', given: firewalled([block('*.uk'), allow('*.co.uk'), block('*')]), expected: 'blocked' },
  {
    name: 'all names of a company',
    given: firewalled([allow('*.corp.example'), block('*')]),
    expected: 'blocked',
    allowed: ['*.corp.example'],
  },
  { name: 'a block of some registries only', given: firewalled([block('*.com *.net')]), expected: 'reachable' },
  {
    name: 'a block for one type of query',
    given: firewalled([block('*', { Qtype: 'TXT' })]),
    expected: 'reachable',
    says: /type TXT are blocked/,
  },
  {
    name: 'a block for the one type that is allowed then',
    given: firewalled([block('*', { Qtype: 'A' }), allow('*', { Qtype: 'A' }), block('*')]),
    expected: 'blocked',
  },
  { name: 'an ALLOW for one type of query', given: firewalled([allow('*', { Qtype: 'A' }), block('*')]), expected: 'reachable' },
  {
    name: 'the lowest priority first, whatever the order of the answer',
    given: firewalled([
      { list: '*', Priority: 9, Action: 'BLOCK' },
      { list: '*', Priority: 3, Action: 'ALLOW' },
    ]),
    expected: 'reachable',
  },
  {
    name: 'a list of AWS blocks what it holds, and nobody knows that',
    given: firewalled([block('managed')]),
    expected: 'reachable',
    says: /AWS manages block some names/,
  },
  {
    name: 'a list of AWS is allowed before all else is blocked',
    given: firewalled([allow('managed'), block('*')]),
    expected: 'undecided UNREADABLE',
  },
  { name: 'a protection against tunnels is no list', given: firewalled([{ Action: 'BLOCK' }]), expected: 'reachable' },
  {
    name: 'groups by the priority of their association',
    given: firewalled([block('*')], {
      dnsFirewallAssociations: [
        dnsFirewallAssociation(),
        dnsFirewallAssociation({ Id: 'assoc-2', FirewallRuleGroupId: 'rslvr-frg-2', Priority: 50 }),
      ],
      dnsFirewallRuleGroups: [
        dnsFirewallRuleGroup([dnsFirewallRule('*')]),
        dnsFirewallRuleGroup([dnsFirewallRule('*', { Action: 'ALLOW' })], 'rslvr-frg-2'),
      ],
    }),
    expected: 'reachable',
  },
  {
    name: 'a group of another VPC',
    given: firewalled([block('*')], { dnsFirewallAssociations: [dnsFirewallAssociation({ VpcId: 'vpc-2' })] }),
    expected: 'reachable',
  },
  {
    name: 'a group that is being taken away',
    given: firewalled([block('*')], { dnsFirewallAssociations: [dnsFirewallAssociation({ Status: 'DELETING' })] }),
    expected: 'undecided STATE_CHANGING',
  },
  {
    name: 'a group that is being put up, which allows everything',
    given: firewalled([allow('*'), block('*')], { dnsFirewallAssociations: [dnsFirewallAssociation({ Status: 'UPDATING' })] }),
    expected: 'undecided STATE_CHANGING',
  },
  {
    name: 'two rules of one priority',
    given: firewalled([
      { list: '*', Priority: 1, Action: 'ALLOW' },
      { list: '*', Priority: 1, Action: 'BLOCK' },
    ]),
    expected: 'undecided UNREADABLE',
  },
  {
    name: 'a rule without priority may be the first',
    given: firewalled([
      { list: '*', Priority: 1, Action: 'ALLOW' },
      { list: '*', unplaced: true, Action: 'BLOCK' },
    ]),
    expected: 'undecided UNREADABLE',
  },
  {
    name: 'an unknown action',
    given: firewalled([{ list: '*', Action: 'LIMIT' as 'ALLOW' }, block('*')]),
    expected: 'undecided UNREADABLE',
  },
  {
    name: 'the associations could not be read',
    given: { dnsFirewallAssociations: refused('route53resolver:ListFirewallRuleGroupAssociations') },
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'a group could not be read',
    given: firewalled([], { dnsFirewallRuleGroups: [dnsFirewallRuleGroup(refused('route53resolver:ListFirewallRules'))] }),
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'a group could not be read, and one before it blocks everything',
    given: firewalled([block('*')], {
      dnsFirewallAssociations: [
        dnsFirewallAssociation(),
        dnsFirewallAssociation({ Id: 'assoc-2', FirewallRuleGroupId: 'rslvr-frg-2', Priority: 500 }),
      ],
    }),
    expected: 'blocked',
  },
  {
    name: 'the list of a block could not be read',
    given: firewalled([block('list-1')], {
      dnsFirewallDomainLists: [dnsFirewallDomainList('list-1', refused('route53resolver:ListFirewallDomains'))],
    }),
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'the list of an ALLOW could not be read',
    given: firewalled([allow('list-1'), block('*')], {
      dnsFirewallDomainLists: [
        dnsFirewallDomainList('*', ['*']),
        dnsFirewallDomainList('list-1', refused('route53resolver:ListFirewallDomains')),
      ],
    }),
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'no list could be read',
    given: firewalled([block('*')], { dnsFirewallDomainLists: refused('route53resolver:ListFirewallDomainLists') }),
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'it fails open',
    given: firewalled([block('*')], { dnsFirewallConfigs: [dnsFirewallConfig({ FirewallFailOpen: 'ENABLED' })] }),
    expected: 'blocked',
    says: /fails open/,
  },
  {
    name: 'how it fails could not be read',
    given: firewalled([block('*')], { dnsFirewallConfigs: refused('route53resolver:ListFirewallConfigs') }),
    expected: 'blocked',
    says: /was not read \(route53resolver:ListFirewallConfigs\)/,
  },
  {
    name: 'ten thousand allowed names',
    given: firewalled([allow(Array.from({ length: 10_000 }, (_, n) => `host-${n}.example`).join(' ')), block('*')]),
    expected: 'blocked',
    says: /but host-0\.example, host-1\.example, host-2\.example and 9997 more/,
  },

  {
    name: 'no resolver in this VPC',
    given: { vpcDnsAttributes: [dnsAttributes('vpc-1', { support: false })] },
    expected: 'blocked',
    says: /does not answer in vpc-1$/,
  },
  {
    name: 'enableDnsSupport could not be read',
    given: { vpcDnsAttributes: [dnsAttributes('vpc-1', refused('ec2:DescribeVpcAttribute'))] },
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'no attributes could be read',
    given: { vpcDnsAttributes: refused('ec2:DescribeVpcAttribute') },
    expected: 'undecided NO_PERMISSION',
  },
  {
    name: 'enableDnsSupport is not told',
    given: { vpcDnsAttributes: [{ summary: { VpcId: 'vpc-1' }, detail: known({ VpcId: 'vpc-1' }) }] },
    expected: 'undecided UNREADABLE',
  },
  { name: 'a VPC that nobody lists', given: { vpcs: [], vpcDnsAttributes: [] }, expected: 'undecided DANGLING' },
  {
    name: 'a VPC shared by an account that was not read',
    given: { vpcs: [vpc({ OwnerId: '999900001111' })] },
    expected: 'undecided CROSS_ACCOUNT',
  },
];

describe('the way out by names', () => {
  it.each(scenarios)('$name', ({ given, expected, allowed, says }) => {
    const { verdict, doubts, summary, allowed: found } = channel(given);
    expect([verdict, ...doubts.map(({ code }) => code)].join(' ')).toBe(expected);
    if (allowed !== undefined) expect(found).toEqual(allowed);
    if (says !== undefined) expect(summary).toMatch(says);
  });

  it('shows the rule that decides', () => {
    expect(channel(firewalled([allow('corp.example'), block('*')])).path).toEqual([
      { kind: 'vpc', id: 'vpc-1', detail: 'enableDnsSupport is on' },
      { kind: 'resolver', id: 'AmazonProvidedDNS', detail: 'answers whatever security groups, network ACLs and routes say' },
      { kind: 'dns-firewall-rule', id: 'rslvr-frg-1', detail: '2 BLOCK *' },
    ]);
  });

  it.each<[string, Given, readonly string[], readonly string[]]>([
    ['servers of one’s own', { dhcpOptions: [dhcpOptions(['10.0.0.53', 'AmazonProvidedDNS', '2600::53'])] }, ['10.0.0.53', '2600::53'], []],
    ['Amazon’s', { dhcpOptions: [dhcpOptions()] }, [], []],
    ['something that is no address', { dhcpOptions: [dhcpOptions(['10.0.0.999'])] }, [], ['UNREADABLE']],
    ['options that could not be read', { dhcpOptions: refused('ec2:DescribeDhcpOptions') }, [], ['NO_PERMISSION']],
  ])('without the Amazon resolver DHCP may name %s', (_, given, servers, codes) => {
    const off = {
      vpcs: [vpc({ DhcpOptionsId: 'dopt-1' })],
      vpcDnsAttributes: [dnsAttributes('vpc-1', { support: false })],
    };
    const found = channel({ ...off, ...given });
    expect(found.verdict).toBe('blocked');
    expect(found.otherServers).toEqual(servers);
    expect(found.doubts.map(({ code }) => code)).toEqual(codes);
    if (servers.length > 0) expect(found.summary).toContain('ordinary traffic to port 53');
  });
});
