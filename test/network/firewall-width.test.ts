import { describe, expect, it } from 'vitest';
import { firewallWidth } from '../../src/network/firewall/firewall-width.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { networkFrom } from '../support/network.ts';
import {
  firewallPolicyArn,
  networkFirewall,
  networkFirewallPolicy,
  networkFirewallRuleGroup,
  statefulGroupArn,
  statelessGroupArn,
} from '../support/rows-network.ts';
import { refused } from '../support/rows.ts';

type Policy = Exclude<Parameters<typeof networkFirewallPolicy>[0], undefined>;
type Source = Parameters<typeof networkFirewallRuleGroup>[0];

/** What is too wide, and where: `what @ path`. */
function widthsOf(policy: Policy, groups: Given['networkFirewallRuleGroups'] = []): readonly string[] | null {
  const network = networkFrom(
    inventory({
      networkFirewalls: [networkFirewall()],
      networkFirewallPolicies: [networkFirewallPolicy(policy)],
      networkFirewallRuleGroups: groups,
    }),
  );
  const [place] = network.places;
  if (place === undefined) throw new Error('no place');
  const found = firewallWidth(network, place, { arn: String(networkFirewall().summary.FirewallArn), policy: firewallPolicyArn });
  return found === null
    ? null
    : [...found.widths.map(({ what, evidence }) => `${what} @ ${evidence.path}`), ...found.doubts.map(({ code }) => code)];
}

const domains = (Targets: readonly string[], GeneratedRulesType = 'ALLOWLIST'): Source =>
  ({ RulesSourceList: { Targets, TargetTypes: ['TLS_SNI'], GeneratedRulesType } }) as Source;
const group = (source: Source) => [networkFirewallRuleGroup(source)];
const pass = (Destination: string, keywords: readonly string[] = ['sid']): Source => ({
  StatefulRules: [
    {
      Action: 'PASS',
      Header: { Protocol: 'TCP', Source: '$HOME_NET', SourcePort: 'ANY', Direction: 'FORWARD', Destination, DestinationPort: '443' },
      RuleOptions: keywords.map((Keyword) => ({ Keyword })),
    },
  ],
});
const byAction: Policy = { StatefulEngineOptions: { RuleOrder: 'DEFAULT_ACTION_ORDER' }, StatefulDefaultActions: undefined };

describe('what is too wide in a firewall', () => {
  it.each<[string, Policy, Given['networkFirewallRuleGroups'], readonly string[] | null]>([
    ['names of one’s own under a default that drops', {}, group(domains(['.example.com', 'api.partner.org'])), null],
    ['one address', {}, group(pass('8.8.8.8')), null],
    ['a rule that looks into packets', {}, group(pass('ANY', ['sid', 'content'])), null],
    [
      'a strict order without default',
      { StatefulDefaultActions: undefined },
      group(domains([])),
      ['passes whatever no rule drops: tcp, udp, icmp, other protocols @ FirewallPolicy.StatefulDefaultActions'],
    ],
    [
      'an alert is no drop',
      { StatefulDefaultActions: ['aws:alert_strict'] },
      group(domains([])),
      ['passes whatever no rule drops: tcp, udp, icmp, other protocols @ FirewallPolicy.StatefulDefaultActions'],
    ],
    [
      'the action order, and a rule that drops UDP',
      byAction,
      group({ RulesString: 'drop udp any any -> any any (sid:1;)' }),
      ['passes whatever no rule drops: tcp, icmp, other protocols @ FirewallPolicy.StatefulEngineOptions.RuleOrder'],
    ],
    ['the action order, and a rule that drops everything', byAction, group({ RulesString: 'drop ip any any -> any any (sid:1;)' }), null],
    [
      'a stateless default that passes',
      { StatelessDefaultActions: ['aws:pass'] },
      group(domains([])),
      ['passes, without a stateful rule being asked, whatever no stateless rule matches @ FirewallPolicy.StatelessDefaultActions'],
    ],
    [
      'a stateless default that drops: nothing gets to the stateful engine',
      { StatelessDefaultActions: ['aws:drop'], StatefulDefaultActions: undefined },
      group(domains([])),
      null,
    ],
    ['any destination', {}, group(pass('ANY')), ['passes to every address @ RuleGroup.RulesSource.StatefulRules[0]']],
    [
      'everything but one’s own network',
      {},
      group(pass('$EXTERNAL_NET')),
      ['passes to every address @ RuleGroup.RulesSource.StatefulRules[0]'],
    ],
    [
      'any destination in rules as text, whichever way the flow goes',
      {},
      group({
        RulesString: 'pass udp 10.0.0.0/8 any -> any 53 (sid:1;)\npass tcp any any -> [0.0.0.0/1,128.0.0.0/1] 443 (flow:to_server; sid:2;)',
      }),
      [
        'passes to every address @ RuleGroup.RulesSource.RulesString (rule 1)',
        'passes to every address @ RuleGroup.RulesSource.RulesString (rule 2)',
      ],
    ],
    [
      'a registry, a cloud, everything',
      {},
      group(domains(['.example.com', '.com', '.amazonaws.com', '.co.uk', '*', 'api.amazonaws.com'])),
      [1, 2, 3, 4].map(
        (at) =>
          `allows every name that ends in ${['', '.com', '.amazonaws.com', '.co.uk', '*'][at]} @ RuleGroup.RulesSource.RulesSourceList.Targets[${at}]`,
      ),
    ],
    [
      'buckets of everybody',
      {},
      group(domains(['.s3.eu-west-1.amazonaws.com'])),
      ['allows every name that ends in .s3.eu-west-1.amazonaws.com @ RuleGroup.RulesSource.RulesSourceList.Targets[0]'],
    ],
    ['one service of a cloud', {}, group(domains(['.sagemaker.eu-west-1.amazonaws.com'])), null],
    ['a list of what is denied', {}, group(domains(['.com'], 'DENYLIST')), null],
    [
      'a cloud in rules as text',
      {},
      group({ RulesString: 'pass tls $HOME_NET any -> any 443 (tls.sni; dotprefix; content:".amazonaws.com"; endswith; sid:1;)' }),
      ['allows every name that ends in .amazonaws.com @ RuleGroup.RulesSource.RulesString (rule 1)'],
    ],
    [
      'a name of one’s own in rules as text',
      {},
      group({ RulesString: 'pass tls $HOME_NET any -> any 443 (tls.sni; content:".example.com"; endswith; sid:1;)' }),
      null,
    ],
    [
      'ten thousand names',
      {},
      group(domains(Array.from({ length: 10_000 }, (_, n) => `host-${n}.example.com`))),
      ['allows 10000 names @ RuleGroup.RulesSource.RulesSourceList.Targets'],
    ],
    [
      'a stateless rule that passes any destination',
      { StatelessRuleGroupReferences: [{ ResourceArn: statelessGroupArn, Priority: 1 }] },
      [
        ...group(domains([])),
        networkFirewallRuleGroup(
          {
            StatelessRulesAndCustomActions: {
              StatelessRules: [
                {
                  Priority: 1,
                  RuleDefinition: { Actions: ['aws:pass'], MatchAttributes: { Destinations: [{ AddressDefinition: '10.0.0.0/8' }] } },
                },
                { Priority: 2, RuleDefinition: { Actions: ['aws:pass'], MatchAttributes: { Protocols: [17] } } },
              ],
            },
          },
          { arn: statelessGroupArn },
        ),
      ],
      [
        'passes to every address, without a stateful rule being asked @ RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules[1]',
      ],
    ],
    ['a policy that could not be read', refused('network-firewall:DescribeFirewallPolicy'), [], ['NO_PERMISSION']],
    ['a rule group that could not be read', {}, group(refused('network-firewall:DescribeRuleGroup')), ['NO_PERMISSION']],
    ['a rule group that is nowhere', { StatefulRuleGroupReferences: [{ ResourceArn: statefulGroupArn }] }, [], ['DANGLING']],
  ])('%s', (_, policy, groups, expected) => {
    expect(widthsOf(policy, groups)).toEqual(expected);
  });
});
