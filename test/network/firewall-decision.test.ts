import { describe, expect, it } from 'vitest';
import { toInternet } from '../../src/network/reach.ts';
import { answer, answersOf, behindFirewall, list, rule, rules, type Policy, type Scenario } from '../support/firewall.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, originIn } from '../support/network.ts';
import {
  blockPublicAccess,
  blockPublicAccessExclusion,
  networkFirewallPolicy,
  networkFirewallRuleGroup,
  statefulGroupArn,
} from '../support/rows-network.ts';
import { account, prefixList, refused, region } from '../support/rows.ts';

const byAction: Policy = { StatefulEngineOptions: { RuleOrder: 'DEFAULT_ACTION_ORDER' }, StatefulDefaultActions: undefined };
const passing: Policy = { StatefulDefaultActions: undefined };
const established: Policy = { StatefulDefaultActions: ['aws:drop_established'] };

const scenarios: readonly Scenario[] = [
  {
    name: 'strict order, drop all: only what a rule passes gets through',
    source: rules(rule('PASS', 'TCP $HOME_NET ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL', 'udp 8.8.8.8 443': 'FIREWALL', 'icmp 8.8.8.8 8': 'FIREWALL' },
  },
  {
    name: 'strict order: the first rule decides',
    policy: passing,
    source: rules(
      rule('PASS', 'TCP ANY ANY -> 8.8.8.8 ANY'),
      rule('DROP', 'TCP ANY ANY -> 8.0.0.0/8 ANY'),
      rule('PASS', 'TCP ANY ANY -> 8.4.4.4 ANY'),
    ),
    expected: { 'tcp 8.8.8.8 1': 'reachable', 'tcp 8.4.4.4 1': 'FIREWALL', 'tcp 9.9.9.9 1': 'reachable', 'udp 8.4.4.4 1': 'reachable' },
  },
  {
    name: 'action order: what passes comes before what drops, wherever it stands',
    policy: byAction,
    source: rules(rule('DROP', 'IP ANY ANY -> ANY ANY'), rule('PASS', 'UDP ANY ANY -> ANY 53')),
    expected: { 'udp 8.8.8.8 53': 'reachable', 'udp 8.8.8.8 54': 'FIREWALL', 'tcp 8.8.8.8 53': 'FIREWALL', 'icmp 8.8.8.8 8': 'FIREWALL' },
  },
  {
    name: 'action order: what no rule matches passes, and an alert decides nothing',
    policy: byAction,
    source: rules(rule('ALERT', 'IP ANY ANY -> ANY ANY'), rule('REJECT', 'TCP ANY ANY -> ANY 25')),
    expected: { 'tcp 8.8.8.8 25': 'FIREWALL', 'tcp 8.8.8.8 26': 'reachable', 'icmp 8.8.8.8 8': 'reachable' },
  },
  {
    name: 'action order is what a policy has that names none',
    policy: { StatefulEngineOptions: undefined, StatefulDefaultActions: undefined },
    source: rules(rule('DROP', 'TCP ANY ANY -> ANY ANY'), rule('PASS', 'TCP ANY ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL' },
  },
  {
    name: 'strict order: an alert is no end, and an alert as default drops nothing',
    policy: { StatefulDefaultActions: ['aws:alert_strict'] },
    source: rules(rule('ALERT', 'TCP ANY ANY -> ANY 80'), rule('DROP', 'TCP ANY ANY -> ANY 80')),
    expected: { 'tcp 8.8.8.8 80': 'FIREWALL', 'tcp 8.8.8.8 81': 'reachable' },
  },
  {
    name: 'drop established: of TCP as of UDP nothing is left that no rule passes',
    policy: established,
    source: rules(rule('PASS', 'TCP $HOME_NET ANY -> $EXTERNAL_NET 443')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL', 'udp 8.8.8.8 53': 'FIREWALL', 'icmp 8.8.8.8 8': 'FIREWALL' },
  },
  {
    name: 'drop established and a rule from anywhere to anywhere: who sends from port 443 is answered by packets that it passes',
    policy: established,
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL_RULES', 'udp 8.8.8.8 53': 'FIREWALL' },
  },
  {
    name: 'drop established leaves handshakes, whose second packet another rule passes',
    policy: established,
    source: rules(rule('PASS', 'TCP $EXTERNAL_NET ANY -> $HOME_NET ANY')),
    expected: { 'tcp 8.8.8.8 80': 'FIREWALL_RULES', 'udp 8.8.8.8 80': 'FIREWALL' },
  },
  {
    name: 'drop all leaves no handshake',
    source: rules(rule('PASS', 'TCP $EXTERNAL_NET ANY -> $HOME_NET ANY')),
    expected: { 'tcp 8.8.8.8 80': 'FIREWALL' },
  },
  {
    name: 'application layer drop: of what is not TCP nobody says what becomes',
    policy: { StatefulDefaultActions: ['aws:drop_established_app_layer', 'aws:alert_strict'] },
    source: rules(),
    expected: { 'tcp 8.8.8.8 80': 'FIREWALL', 'udp 8.8.8.8 80': 'FIREWALL_RULES', 'icmp 8.8.8.8 8': 'FIREWALL_RULES' },
  },
  {
    name: 'what comes back is dropped, so that TCP lives by no default; a rule that passes the flow passes its replies',
    policy: passing,
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443'), rule('DROP', 'IP $EXTERNAL_NET ANY -> $HOME_NET ANY')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL_RULES', 'udp 8.8.8.8 80': 'reachable' },
  },
  {
    name: 'lists, negations and ranges of ports and addresses',
    source: rules(rule('PASS', 'TCP 10.0.0.0/16 ANY -> [8.0.0.0/8,!8.8.8.0/24] [1:1024,!80,8443]')),
    expected: {
      'tcp 8.1.1.1 443': 'reachable',
      'tcp 8.1.1.1 1024': 'reachable',
      'tcp 8.1.1.1 1025': 'FIREWALL',
      'tcp 8.1.1.1 80': 'FIREWALL',
      'tcp 8.1.1.1 8443': 'reachable',
      'tcp 8.8.8.8 443': 'FIREWALL',
      'tcp 9.9.9.9 443': 'FIREWALL',
    },
  },
  {
    name: 'names from the rule group, the policy, and lists of addresses',
    policy: { PolicyVariables: { RuleVariables: { PARTNERS: { Definition: ['1.1.1.0/24'] } } } },
    source: rules(
      rule('PASS', 'TCP ANY ANY -> $OURS $WEB'),
      rule('PASS', 'TCP ANY ANY -> $PARTNERS ANY'),
      rule('PASS', 'TCP ANY ANY -> @LIST ANY'),
    ),
    group: {
      RuleVariables: { IPSets: { OURS: { Definition: ['8.8.8.8'] } }, PortSets: { WEB: { Definition: ['80', '443'] } } },
      ReferenceSets: { IPSetReferences: { LIST: { ReferenceArn: `arn:aws:ec2:${region}:${account}:prefix-list/pl-1` } } },
    },
    given: { prefixLists: [prefixList('pl-1', ['9.9.9.0/24'])] },
    expected: {
      'tcp 8.8.8.8 80': 'reachable',
      'tcp 8.8.8.8 81': 'FIREWALL',
      'tcp 1.1.1.1 81': 'reachable',
      'tcp 9.9.9.9 81': 'reachable',
      'tcp 7.7.7.7 80': 'FIREWALL',
    },
  },
  {
    name: 'HOME_NET of a policy that leaves the workload out: its rule does not match',
    policy: { PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['172.16.0.0/12'] } } } },
    source: rules(rule('PASS', 'TCP $HOME_NET ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL' },
  },
  {
    name: 'HOME_NET of which half of the subnet is part: nobody knows the address of a workload to come',
    policy: { PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.1.0/25'] } } } },
    source: rules(rule('PASS', 'TCP $HOME_NET ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 8.8.8.8 444': 'FIREWALL' },
  },
  {
    name: 'EXTERNAL_NET is everything but HOME_NET',
    policy: { PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.0.0/16', '8.8.0.0/16'] } } } },
    source: rules(rule('PASS', 'TCP $HOME_NET ANY -> $EXTERNAL_NET ANY')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL', 'tcp 9.9.9.9 443': 'reachable' },
  },
  {
    name: 'a group redefines HOME_NET alone: of the rest of which EXTERNAL_NET is nobody says',
    source: rules(rule('PASS', 'TCP ANY ANY -> $EXTERNAL_NET ANY')),
    group: { RuleVariables: { IPSets: { HOME_NET: { Definition: ['8.8.0.0/16'] } } } },
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 9.9.9.9 443': 'reachable' },
  },
  {
    name: 'a name that nobody defines, a malformed block and malformed ports leave it open, as far as the rule goes',
    source: rules(
      rule('PASS', 'TCP ANY ANY -> $NOBODY 443'),
      rule('PASS', 'TCP ANY ANY -> 300.1.2.3/99 444'),
      rule('PASS', 'TCP ANY ANY -> 8.8.8.8 70000:1'),
    ),
    expected: {
      'tcp 8.8.8.8 443': 'FIREWALL_RULES',
      'tcp 9.9.9.9 444': 'FIREWALL_RULES',
      'tcp 8.8.8.8 5': 'FIREWALL_RULES',
      'tcp 9.9.9.9 5': 'FIREWALL',
    },
  },
  {
    name: 'a source port is the sender’s to choose, and no certainty',
    source: rules(rule('PASS', 'TCP ANY 1024:2048 -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 8.8.8.8 80': 'FIREWALL' },
  },
  {
    name: 'both ways round',
    source: rules(rule('PASS', 'TCP 8.8.8.8 443 <> 10.0.0.0/16 ANY')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 444': 'FIREWALL' },
  },
  {
    name: 'options beyond a name leave open what a rule matches',
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443', ['sid', 'content']), rule('PASS', 'TLS ANY ANY -> ANY 444')),
    expected: {
      'tcp 8.8.8.8 443': 'FIREWALL_RULES',
      'tcp 8.8.8.8 444': 'FIREWALL_RULES',
      'tcp 8.8.8.8 80': 'FIREWALL',
      'udp 8.8.8.8 444': 'FIREWALL',
    },
  },
  {
    name: 'E33: a list of domains decides over TCP by what it says; UDP is dropped by the default',
    source: list('ALLOWLIST'),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 8.8.8.8 22': 'FIREWALL_RULES', 'udp 8.8.8.8 443': 'FIREWALL' },
  },
  {
    name: 'a list of domains keeps back TLS of other names, and nothing else, where the default passes the rest',
    policy: byAction,
    source: list('ALLOWLIST'),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'udp 8.8.8.8 443': 'reachable' },
  },
  {
    name: 'a list of denied domains passes nothing, and so opens nothing',
    source: list('DENYLIST'),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL', 'udp 8.8.8.8 443': 'FIREWALL' },
  },
  {
    name: 'a list of denied domains keeps nothing back but names, where the default passes',
    policy: passing,
    source: list('DENYLIST'),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'udp 8.8.8.8 443': 'reachable' },
  },
  {
    name: 'a list that alerts passes and drops nothing',
    source: list('ALERTLIST'),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL' },
  },
  {
    name: 'a list of a kind that nobody knows',
    source: list('MAYBELIST'),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES' },
  },
  {
    name: 'E33: rules of Suricata: what their headers and options say',
    source: {
      RulesString: [
        '# what we may reach',
        'pass tls $HOME_NET any -> $EXTERNAL_NET any (tls.sni; content:".example.com"; endswith; msg:"a; \\"b\\""; sid:1;)',
        'pass udp [10.0.0.0/8, !10.9.0.0/16] any -> 8.8.8.8 53 \\',
        '  (msg:"resolver"; sid:2; rev:3;)',
      ].join('\n'),
    },
    expected: {
      'tcp 8.8.8.8 443': 'FIREWALL_RULES',
      'udp 8.8.8.8 53': 'reachable',
      'udp 8.8.8.8 54': 'FIREWALL',
      'udp 9.9.9.9 53': 'FIREWALL',
      'icmp 8.8.8.8 8': 'FIREWALL',
    },
  },
  {
    name: 'a line that is no rule leaves everything open',
    source: { RulesString: 'accept:hook tcp:all any any -> any any (sid:1;)\npass tcp any any -> any 443 (sid:2;)' },
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'udp 8.8.8.8 53': 'FIREWALL_RULES' },
  },
  {
    name: 'TLS inspection leaves TCP open that would pass, and drops what would be dropped',
    policy: { TLSInspectionConfigurationArn: 'arn:aws:network-firewall:eu-west-1:111122223333:tls-configuration/tls-1' },
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443'), rule('PASS', 'UDP ANY ANY -> ANY 53')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 8.8.8.8 80': 'FIREWALL', 'udp 8.8.8.8 53': 'reachable' },
  },
  {
    name: 'an unknown order, default action, stateful action and direction',
    policy: { StatefulEngineOptions: { RuleOrder: 'REVERSE' as 'STRICT_ORDER' } },
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'tcp 8.8.8.8 80': 'FIREWALL_RULES' },
  },
  {
    name: 'an unknown default action',
    policy: { StatefulDefaultActions: ['aws:drop_sometimes'] },
    source: rules(rule('PASS', 'TCP ANY ANY -> ANY 443'), rule('DROP', 'UDP ANY ANY -> ANY ANY')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL_RULES', 'udp 8.8.8.8 80': 'FIREWALL' },
  },
  {
    name: 'an unknown stateful action and protocol: as far as their rules go',
    source: rules(rule('MIRROR', 'TCP ANY ANY -> ANY 443'), rule('PASS', 'GRPC ANY ANY -> ANY 444')),
    expected: {
      'tcp 8.8.8.8 443': 'FIREWALL_RULES',
      'tcp 8.8.8.8 444': 'FIREWALL_RULES',
      'udp 8.8.8.8 444': 'FIREWALL_RULES',
      'tcp 8.8.8.8 80': 'FIREWALL',
    },
  },
  {
    name: 'no rules at all, under a default that drops: blocked',
    policy: { StatefulRuleGroupReferences: [] },
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL', 'udp 8.8.8.8 53': 'FIREWALL' },
  },
  {
    name: 'the policy could not be read',
    given: { networkFirewallPolicies: [networkFirewallPolicy(refused('network-firewall:DescribeFirewallPolicy'))] },
    expected: { 'tcp 8.8.8.8 443': 'NO_PERMISSION' },
  },
  {
    name: 'the policy is nowhere',
    given: { networkFirewallPolicies: [] },
    expected: { 'tcp 8.8.8.8 443': 'DANGLING' },
  },
  {
    name: 'a rule group could not be read: what comes before it decides',
    policy: {
      StatefulRuleGroupReferences: [
        { ResourceArn: statefulGroupArn, Priority: 1 },
        { ResourceArn: `${statefulGroupArn}-2`, Priority: 2 },
      ],
    },
    given: {
      networkFirewallRuleGroups: [
        networkFirewallRuleGroup(rules(rule('PASS', 'TCP ANY ANY -> ANY 443'), rule('DROP', 'UDP ANY ANY -> ANY ANY'))),
        networkFirewallRuleGroup(refused('network-firewall:DescribeRuleGroup'), { arn: `${statefulGroupArn}-2` }),
      ],
    },
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'udp 8.8.8.8 53': 'FIREWALL', 'tcp 8.8.8.8 80': 'NO_PERMISSION' },
  },
  {
    name: 'groups by priority, whatever their order; of two with one priority nobody knows the first',
    policy: {
      StatefulRuleGroupReferences: [
        { ResourceArn: `${statefulGroupArn}-2`, Priority: 9 },
        { ResourceArn: statefulGroupArn, Priority: 3 },
      ],
    },
    given: {
      networkFirewallRuleGroups: [
        networkFirewallRuleGroup(rules(rule('DROP', 'TCP ANY ANY -> ANY 443'))),
        networkFirewallRuleGroup(rules(rule('PASS', 'TCP ANY ANY -> ANY 443:444')), { arn: `${statefulGroupArn}-2` }),
      ],
    },
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL', 'tcp 8.8.8.8 444': 'reachable' },
  },
  {
    name: 'a managed group that only alerts drops nothing',
    policy: {
      StatefulDefaultActions: undefined,
      StatefulRuleGroupReferences: [{ ResourceArn: statefulGroupArn, Priority: 1, Override: { Action: 'DROP_TO_ALERT' } }],
    },
    source: rules(rule('DROP', 'UDP ANY ANY -> ANY ANY'), rule('REJECT', 'TCP ANY ANY -> ANY 25')),
    expected: { 'udp 8.8.8.8 53': 'reachable', 'tcp 8.8.8.8 25': 'FIREWALL_RULES', 'tcp 8.8.8.8 26': 'reachable' },
  },
];

describe('what the stateful rules of a firewall let pass', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(answersOf(scenario)).toEqual(scenario.expected);
  });
});

describe('a firewall on a path', () => {
  it('says which rules drop, and names the group that could not be read', () => {
    const policies = [networkFirewallPolicy({})];
    const groups = [networkFirewallRuleGroup(rules(rule('PASS', 'TCP ANY ANY -> ANY 443'), rule('DROP', 'UDP ANY ANY -> ANY 53')))];
    const network = networkFrom(inventory(behindFirewall({ networkFirewallPolicies: policies, networkFirewallRuleGroups: groups })));
    const blockers = toInternet(network, originIn(network, 'subnet-1'), 4).flatMap((piece) =>
      piece.verdict === 'blocked' ? [piece.blocker] : [],
    );
    expect(blockers.find(({ code }) => code === 'FIREWALL')?.step.detail).toBe(
      'drop udp ANY ANY -> ANY 53 (stateful-1); no rule passes it (aws:drop_strict)',
    );
  });

  it('E41: Block Public Access stops what a firewall has passed, also where its subnet is excluded', () => {
    const network = networkFrom(
      inventory(
        behindFirewall({
          networkFirewallPolicies: [networkFirewallPolicy({ StatefulRuleGroupReferences: [], StatefulDefaultActions: undefined })],
          blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
          blockPublicAccessExclusions: [blockPublicAccessExclusion()],
        }),
      ),
    );
    expect(answer(toInternet(network, originIn(network, 'subnet-1'), 4), 'tcp 8.8.8.8 443')).toBe('BLOCK_PUBLIC_ACCESS');
  });

  it('E35: an appliance that is no firewall of AWS decides what nobody sees', () => {
    const network = networkFrom(inventory(behindFirewall({ networkFirewalls: [] })));
    expect(answer(toInternet(network, originIn(network, 'subnet-1'), 4), 'tcp 8.8.8.8 443')).toBe('APPLIANCE');
  });

  it('reads ten thousand rules of a text in a moment', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `drop tcp any any -> 8.${n >> 8}.${n & 255}.1 any (sid:${n + 1};)`);
    const network = networkFrom(
      inventory(
        behindFirewall({
          networkFirewallPolicies: [networkFirewallPolicy(passing)],
          networkFirewallRuleGroups: [networkFirewallRuleGroup({ RulesString: lines.join('\n') })],
        }),
      ),
    );
    const pieces = toInternet(network, originIn(network, 'subnet-1'), 4);
    expect(answer(pieces, 'tcp 8.0.7.1 443')).toBe('FIREWALL');
    expect(answer(pieces, 'tcp 8.0.7.2 443')).toBe('reachable');
  });
});
