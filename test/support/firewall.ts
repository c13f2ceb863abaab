import { expect } from 'vitest';
import { parseAddress } from '../../src/network/address-set.ts';
import { inArea } from '../../src/network/area.ts';
import type { Piece } from '../../src/network/flow.ts';
import { toInternet } from '../../src/network/reach.ts';
import type { TrafficKind } from '../../src/network/traffic.ts';
import { inventory, type Given } from './inventory.ts';
import { networkFrom, originIn } from './network.ts';
import {
  natGateway,
  networkAcl,
  networkFirewall,
  networkFirewallPolicy,
  networkFirewallRuleGroup,
  statelessGroupArn,
} from './rows-network.ts';
import { igwRoute, mainTable, securityGroup, subnet, subnetTable, vpcEndpoint } from './rows.ts';

/** subnet-1 → vpce-fw in subnet-fw → nat-1 in subnet-nat → igw-1. */
export function behindFirewall(given: Given): Given {
  const anything = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
  return {
    subnets: [
      subnet(),
      subnet({ SubnetId: 'subnet-fw', CidrBlock: '10.0.8.0/24' }),
      subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' }),
    ],
    routeTables: [
      mainTable([igwRoute({ GatewayId: 'vpce-fw' })]),
      subnetTable('subnet-fw', [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active', Origin: 'CreateRoute' }]),
      subnetTable('subnet-nat', [igwRoute()]),
    ],
    networkAcls: [networkAcl(['subnet-1', 'subnet-fw', 'subnet-nat'])],
    natGateways: [natGateway()],
    securityGroups: [securityGroup({ IpPermissionsEgress: anything })],
    vpcEndpoints: [vpcEndpoint('gwlb', { VpcEndpointId: 'vpce-fw', VpcEndpointType: 'GatewayLoadBalancer', SubnetIds: ['subnet-fw'] })],
    networkFirewalls: [networkFirewall()],
    ...given,
  };
}

const value = (kind: TrafficKind, number: number): number => (kind === 'icmp' ? number * 256 : number);

/** What becomes of one packet: `reachable`, or what stops it, or why nobody knows. */
export function answer(pieces: readonly Piece[], text: string): string {
  const [kind, address = '', number = '0'] = text.split(' ') as [TrafficKind, string?, string?];
  const at = parseAddress(address)?.first ?? 0n;
  const found = pieces.filter((piece) => inArea(piece.traffic[kind], at, value(kind, Number(number))));
  expect(found, text).toHaveLength(1);
  const [piece] = found;
  if (piece?.verdict === 'blocked') return piece.blocker.code;
  return piece?.verdict === 'undecided' ? piece.doubts.map(({ code }) => code).join(' ') : 'reachable';
}

export type Policy = Exclude<Parameters<typeof networkFirewallPolicy>[0], undefined>;
export type Source = NonNullable<Exclude<Parameters<typeof networkFirewallRuleGroup>[0], { operation: string } | undefined>>;
type StatefulRule = NonNullable<Source['StatefulRules']>[number];
type Stateless = NonNullable<NonNullable<Source['StatelessRulesAndCustomActions']>['StatelessRules']>[number];

export function rule(Action: string, header: string, keywords: readonly string[] = ['sid']): StatefulRule {
  const [Protocol = '', Source = '', SourcePort = '', arrow, Destination = '', DestinationPort = ''] = header.split(' ');
  const Header = { Protocol, Source, SourcePort, Direction: arrow === '<>' ? 'ANY' : 'FORWARD', Destination, DestinationPort };
  // Values that the SDK does not know are given on purpose.
  return { Action, Header, RuleOptions: keywords.map((Keyword) => ({ Keyword, Settings: ['1'] })) } as unknown as StatefulRule;
}

export function stateless(Priority: number | undefined, action: string, MatchAttributes: object): Stateless {
  return { Priority, RuleDefinition: { MatchAttributes, Actions: [action] } };
}

export const list = (GeneratedRulesType: string, Targets = ['.example.com'], TargetTypes = ['TLS_SNI']): Source =>
  ({ RulesSourceList: { GeneratedRulesType, Targets, TargetTypes } }) as unknown as Source;
export const rules = (...StatefulRules: readonly StatefulRule[]): Source => ({ StatefulRules });

export interface Scenario {
  readonly name: string;
  readonly policy?: Policy;
  readonly source?: Source;
  readonly group?: Parameters<typeof networkFirewallRuleGroup>[1];
  readonly stateless?: readonly Stateless[];
  readonly given?: Given;
  readonly expected: Readonly<Record<string, string>>;
}

/** What becomes of the packets that a scenario asks about. */
export function answersOf({
  policy = {},
  source,
  group,
  stateless: statelessRules,
  given = {},
  expected,
}: Scenario): Readonly<Record<string, string>> {
  const references =
    statelessRules === undefined ? {} : { StatelessRuleGroupReferences: [{ ResourceArn: statelessGroupArn, Priority: 1 }] };
  const ofStateless = { StatelessRulesAndCustomActions: { StatelessRules: statelessRules } };
  const network = networkFrom(
    inventory(
      behindFirewall({
        networkFirewallPolicies: [networkFirewallPolicy({ ...references, ...policy })],
        networkFirewallRuleGroups: [
          ...(source === undefined ? [] : [networkFirewallRuleGroup(source, group)]),
          ...(statelessRules === undefined ? [] : [networkFirewallRuleGroup(ofStateless, { arn: statelessGroupArn })]),
        ],
        ...given,
      }),
    ),
  );
  const pieces = toInternet(network, originIn(network, 'subnet-1'), 4);
  return Object.fromEntries(Object.keys(expected).map((packet) => [packet, answer(pieces, packet)]));
}
