import { describe, expect, it } from 'vitest';
import { answersOf, rule, rules, stateless, type Scenario } from '../support/firewall.ts';

const scenarios: readonly Scenario[] = [
  {
    name: 'stateless rules: the lowest priority first, whatever the order of the answer',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    source: rules(rule('PASS', 'IP ANY ANY -> ANY ANY')),
    stateless: [
      stateless(20, 'aws:drop', { Protocols: [17] }),
      stateless(10, 'aws:pass', {
        Protocols: [17],
        Destinations: [{ AddressDefinition: '8.8.8.8/32' }],
        DestinationPorts: [{ FromPort: 50, ToPort: 60 }],
      }),
      stateless(30, 'aws:forward_to_sfe', {}),
    ],
    expected: {
      'udp 8.8.8.8 53': 'reachable',
      'udp 8.8.8.8 61': 'FIREWALL',
      'udp 9.9.9.9 53': 'FIREWALL',
      'tcp 9.9.9.9 53': 'reachable',
      'icmp 9.9.9.9 8': 'reachable',
    },
  },
  {
    name: 'stateless default actions: dropped is dropped, whatever stateful rules pass; actions of one’s own count nothing',
    policy: { StatelessDefaultActions: ['aws:drop', 'count'] },
    source: rules(rule('PASS', 'IP ANY ANY -> ANY ANY')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL', 'udp 8.8.8.8 53': 'FIREWALL' },
  },
  {
    name: 'stateless default pass: no stateful rule is asked',
    policy: { StatelessDefaultActions: ['aws:pass'] },
    source: rules(rule('DROP', 'IP ANY ANY -> ANY ANY')),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'udp 8.8.8.8 53': 'reachable' },
  },
  {
    name: 'stateless rules for one direction only: what TCP needs back is dropped, UDP needs nothing',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    stateless: [stateless(1, 'aws:pass', { Sources: [{ AddressDefinition: '10.0.0.0/16' }] })],
    source: rules(),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'udp 8.8.8.8 53': 'reachable' },
  },
  {
    name: 'stateless rules for both directions',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    stateless: [
      stateless(1, 'aws:pass', {
        Sources: [{ AddressDefinition: '10.0.0.0/16' }],
        DestinationPorts: [{ FromPort: 443, ToPort: 443 }],
        Protocols: [6],
      }),
      stateless(2, 'aws:pass', {
        Destinations: [{ AddressDefinition: '10.0.0.0/16' }],
        SourcePorts: [{ FromPort: 443, ToPort: 443 }],
        Protocols: [6],
      }),
    ],
    source: rules(),
    expected: { 'tcp 8.8.8.8 443': 'reachable', 'tcp 8.8.8.8 80': 'FIREWALL', 'udp 8.8.8.8 443': 'FIREWALL' },
  },
  {
    name: 'a stateless rule about flags takes only some packets of a connection',
    policy: { StatelessDefaultActions: ['aws:pass'] },
    stateless: [stateless(1, 'aws:drop', { Protocols: [6], TCPFlags: [{ Flags: ['SYN'], Masks: ['SYN', 'ACK'] }] })],
    source: rules(),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'udp 8.8.8.8 443': 'reachable' },
  },
  {
    name: 'two stateless rules of one priority: nobody knows which comes first',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    stateless: [stateless(1, 'aws:pass', { Protocols: [17] }), stateless(1, 'aws:drop', { Protocols: [17] })],
    source: rules(),
    expected: { 'udp 8.8.8.8 53': 'FIREWALL_RULES', 'icmp 8.8.8.8 8': 'FIREWALL' },
  },
  {
    name: 'a stateless rule without priority, one of an unknown action, one with malformed attributes',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    stateless: [
      stateless(undefined, 'aws:pass', { Protocols: [17] }),
      stateless(2, 'aws:mirror', { Protocols: [1] }),
      stateless(3, 'aws:pass', { Protocols: [6], Destinations: [{ AddressDefinition: 'everything' }] }),
      stateless(4, 'aws:drop', { Protocols: [-5] }),
    ],
    source: rules(),
    expected: {
      'udp 8.8.8.8 53': 'FIREWALL_RULES',
      'icmp 8.8.8.8 8': 'FIREWALL_RULES',
      'tcp 8.8.8.8 443': 'FIREWALL_RULES',
    },
  },
  {
    name: 'what is forwarded must be forwarded on its way back, too',
    policy: { StatelessDefaultActions: ['aws:drop'] },
    stateless: [stateless(1, 'aws:forward_to_sfe', { Sources: [{ AddressDefinition: '10.0.0.0/16' }] })],
    source: rules(rule('PASS', 'IP ANY ANY -> ANY ANY')),
    expected: { 'tcp 8.8.8.8 443': 'FIREWALL_RULES', 'udp 8.8.8.8 53': 'reachable' },
  },
  {
    name: 'a rule without priority may come before all others',
    stateless: [stateless(undefined, 'aws:drop', { Protocols: [17] }), stateless(5, 'aws:pass', { Protocols: [17] })],
    source: rules(),
    expected: { 'udp 8.8.8.8 53': 'FIREWALL_RULES', 'icmp 8.8.8.8 8': 'FIREWALL' },
  },
];

describe('what the stateless rules of a firewall let pass', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(answersOf(scenario)).toEqual(scenario.expected);
  });
});
