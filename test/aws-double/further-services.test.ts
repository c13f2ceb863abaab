import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccountPath, loadAccount, type AccountFixture, type RegionFixture } from '../support/aws/account.ts';
import { accountOf, place } from '../support/aws/build-account.ts';
import { furtherCollections, furtherKinds, furtherShape } from '../support/aws/further-resources.ts';
import { at } from '../support/aws/handler.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { revive } from '../support/aws/revive.ts';
import { validateAccount } from '../support/aws/validate-account.ts';
import { failureOf, speakTo, type Speak } from './speak.ts';

const demo = loadAccount(demoAccountPath);
const west = demo.regions['eu-west-1'] ?? {};

let loopback: Loopback;
let speak: Speak;
beforeAll(async () => {
  loopback = await startLoopback(demo);
  speak = speakTo(loopback);
});
afterAll(() => loopback.close());

/** How each collection is asked for: a list with the member that holds it, or a description of one by its key. */
const asked: { readonly [K in (typeof furtherCollections)[number]]: readonly [operation: string, member: string, input?: object] } = {
  Firewalls: ['network-firewall:DescribeFirewall', 'FirewallArn'],
  FirewallPolicies: ['network-firewall:DescribeFirewallPolicy', 'FirewallPolicyArn'],
  FirewallRuleGroups: ['network-firewall:DescribeRuleGroup', 'RuleGroupArn'],
  FirewallRuleGroupAssociations: ['route53resolver:ListFirewallRuleGroupAssociations', 'FirewallRuleGroupAssociations'],
  FirewallRules: [
    'route53resolver:ListFirewallRules',
    'FirewallRules',
    { FirewallRuleGroupId: west.FirewallRules?.[0]?.FirewallRuleGroupId },
  ],
  FirewallDomainLists: ['route53resolver:ListFirewallDomainLists', 'FirewallDomainLists'],
  FirewallConfigs: ['route53resolver:ListFirewallConfigs', 'FirewallConfigs'],
  ResolverRules: ['route53resolver:ListResolverRules', 'ResolverRules'],
  ResolverRuleAssociations: ['route53resolver:ListResolverRuleAssociations', 'ResolverRuleAssociations'],
  LoadBalancers: ['elasticloadbalancing:DescribeLoadBalancers', 'LoadBalancers'],
  Listeners: ['elasticloadbalancing:DescribeListeners', 'Listeners', { LoadBalancerArn: west.LoadBalancers?.[0]?.LoadBalancerArn }],
  TargetGroups: ['elasticloadbalancing:DescribeTargetGroups', 'TargetGroups'],
  ClassicLoadBalancers: ['elasticloadbalancing-classic:DescribeLoadBalancers', 'LoadBalancerDescriptions'],
  MountTargets: ['elasticfilesystem:DescribeMountTargets', 'MountTargets', { FileSystemId: west.MountTargets?.[0]?.FileSystemId }],
  Functions: ['lambda:ListFunctions', 'Functions'],
  RestApis: ['apigateway:GetRestApis', 'items'],
  HttpApis: ['apigatewayv2:GetApis', 'Items'],
  ApiDomainNames: ['apigatewayv2:GetDomainNames', 'Items'],
  AccessPoints: ['elasticfilesystem:DescribeAccessPoints', 'AccessPoints', { FileSystemId: west.AccessPoints?.[0]?.FileSystemId }],
};

/** API Gateway alone sends a policy as what stands between the quotation marks of a JSON string. */
function onTheWire(item: unknown): unknown {
  const { policy } = item as { readonly policy?: string };
  return policy === undefined ? item : { ...(item as object), policy: JSON.stringify(policy).slice(1, -1) };
}

describe('every resource comes through the wire unchanged, as the real client reads it', () => {
  it.each(furtherCollections)('%s', async (collection) => {
    const [operation, member, input = {}] = asked[collection];
    const held: readonly unknown[] = west[collection] ?? [];
    const items = held.filter((item) => Object.entries(input).every(([key, value]) => at(item, key) === value));
    expect(items.length).toBeGreaterThan(0);
    const expected = items.map((item) => revive(furtherShape(collection), onTheWire(item), '', () => undefined));
    if (operation.includes(':List') || operation.endsWith('s')) expect((await speak(operation, input))[member]).toEqual(expected);
    else {
      const [key = ''] = furtherKinds[collection].keys;
      const answers = await Promise.all(items.map((item) => speak(operation, { [member]: at(item, key) })));
      expect(answers).toEqual(expected);
    }
  });

  it('names of firewalls, targets, domains and zones', async () => {
    const [firewall] = west.Firewalls ?? [];
    const { FirewallName, FirewallArn } = firewall?.Firewall ?? {};
    expect(await speak('network-firewall:ListFirewalls')).toEqual({ Firewalls: [{ FirewallName, FirewallArn }] });
    for (const [TargetGroupArn, targets] of Object.entries(west.TargetHealth ?? {}))
      expect(await speak('elasticloadbalancing:DescribeTargetHealth', { TargetGroupArn })).toEqual({ TargetHealthDescriptions: targets });
    for (const [FirewallDomainListId, Domains] of Object.entries(west.FirewallDomains ?? {}))
      expect(await speak('route53resolver:ListFirewallDomains', { FirewallDomainListId })).toEqual({ Domains });
    for (const { HostedZoneId, Name, Owner, VPCs, ResourceRecordSets } of demo.hostedZones ?? []) {
      const [{ VPCId, VPCRegion } = {}] = VPCs;
      const { HostedZoneSummaries } = await speak('route53:ListHostedZonesByVPC', { VPCId, VPCRegion });
      expect(HostedZoneSummaries).toEqual([{ HostedZoneId, Name, Owner }]);
      const page = await speak('route53:ListResourceRecordSets', { HostedZoneId: `/hostedzone/${HostedZoneId}` });
      expect(page).toEqual({ ResourceRecordSets, IsTruncated: false, MaxItems: 300 });
    }
  });
});

describe('refusals, in each service’s own words', () => {
  it.each([
    ['network-firewall:DescribeFirewall', { FirewallArn: 'arn:none' }, 'ResourceNotFoundException'],
    ['route53resolver:ListFirewallRules', { FirewallRuleGroupId: 'rslvr-frg-0' }, 'ResourceNotFoundException'],
    ['route53resolver:ListFirewallDomains', { FirewallDomainListId: west.FirewallDomainLists?.[2]?.Id }, 'AccessDeniedException'],
    ['route53:ListResourceRecordSets', { HostedZoneId: 'Z0' }, 'NoSuchHostedZone'],
    ['elasticloadbalancing:DescribeListeners', { LoadBalancerArn: 'arn:none' }, 'LoadBalancerNotFoundException'],
    ['elasticloadbalancing:DescribeTargetHealth', { TargetGroupArn: 'arn:none' }, 'TargetGroupNotFoundException'],
    [
      'ec2:SearchTransitGatewayRoutes',
      { TransitGatewayRouteTableId: 'tgw-rtb-0', Filters: [{ Name: 'state', Values: ['active'] }] },
      'InvalidRouteTableID.NotFound',
    ],
    ['route53resolver:ListFirewallConfigs', { MaxResults: 11 }, 'ValidationException'],
    ['network-firewall:ListFirewalls', { MaxResults: 101 }, 'ValidationException'],
    ['elasticloadbalancing:DescribeLoadBalancers', { PageSize: 401 }, 'ValidationException'],
  ])('%s %j: %s', async (operation, input, name) => {
    expect(await failureOf(speak(operation, input))).toMatchObject({ name });
  });

  it.each([
    ['network-firewall:ListFirewalls', 'AccessDeniedException'],
    ['route53resolver:ListResolverRules', 'AccessDeniedException'],
    ['route53:ListHostedZonesByVPC', 'AccessDenied'],
    ['elasticloadbalancing:DescribeTargetGroups', 'AccessDenied'],
  ])('%s without the permission: %s, which names the action', async (operation, name) => {
    const faulty = await startLoopback(demo, { faults: [{ kind: 'access-denied', operation }] });
    try {
      const failure = await failureOf(speakTo(faulty)(operation, { VPCId: 'vpc-1', VPCRegion: 'eu-west-1' }));
      expect(failure).toMatchObject({ name, $fault: 'client' });
      expect(failure.message).toContain(`is not authorized to perform: ${operation}`);
    } finally {
      await faulty.close();
    }
  });
});

describe('quotas that a service shares', () => {
  it.each([
    [
      'route53:ListHostedZonesByVPC',
      { VPCId: 'vpc-1', VPCRegion: 'eu-west-1' },
      'route53:ListResourceRecordSets',
      { HostedZoneId: demo.hostedZones?.[0]?.HostedZoneId },
      5,
    ],
    ['route53resolver:ListResolverRules', {}, 'route53resolver:ListFirewallConfigs', {}, 5],
    ['elasticloadbalancing:DescribeLoadBalancers', {}, 'elasticloadbalancing:DescribeTargetGroups', {}, 40],
  ])('%s leaves nothing for %s', async (one, input, other, more, quota) => {
    const limited = await startLoopback(demo, { quota: true, clock: () => 0 });
    try {
      const ask = speakTo(limited);
      for (let call = 0; call < quota; call += 1) await ask(one, input);
      expect((await failureOf(ask(other, more))).name).toMatch(/^Throttling/);
    } finally {
      await limited.close();
    }
  });
});

describe('what AWS could not have', () => {
  const broken = (region: RegionFixture, more: Partial<AccountFixture> = {}): AccountFixture => ({
    ...accountOf({ [place.region]: region }),
    ...more,
  });
  // Fixtures that the compiler refuses, too.
  const wrong = (region: object): RegionFixture => region;

  it.each<[string, AccountFixture, string]>([
    [
      'a member that no load balancer has',
      broken(wrong({ LoadBalancers: [{ LoadBalancerArn: 'a', Public: true }] })),
      'LoadBalancers[0].Public',
    ],
    [
      'a rule with an action of no firewall',
      broken(wrong({ FirewallRules: [{ FirewallRuleGroupId: 'g', Name: 'n', Action: 'DROP' }] })),
      'FirewallRules[0].Action',
    ],
    [
      'a priority that is text',
      broken(wrong({ FirewallRules: [{ FirewallRuleGroupId: 'g', Name: 'n', Priority: '1' }] })),
      'FirewallRules[0].Priority',
    ],
    ['a firewall without a name', broken(wrong({ Firewalls: [{ Firewall: {} }] })), 'Firewalls[0].Firewall.FirewallPolicyArn'],
    ['two listeners of one ARN', broken({ Listeners: [{ ListenerArn: 'a' }, { ListenerArn: 'a' }] }), 'Listeners[1]'],
    [
      'a route of a state that none has',
      broken(wrong({ TransitGatewayRoutes: { t: [{ State: 'up' }] } })),
      'TransitGatewayRoutes.t[0].State',
    ],
    [
      'a mode that blocks nothing AWS knows',
      broken(wrong({ VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'on' } })),
      'VpcBlockPublicAccessOptions.InternetGatewayBlockMode',
    ],
    [
      'a record of no type',
      broken(
        {},
        { hostedZones: [{ HostedZoneId: 'Z', Name: 'n.', Owner: {}, VPCs: [], ResourceRecordSets: [{ Name: 'n.', Type: 'B' as 'A' }] }] },
      ),
      'hostedZones[0].ResourceRecordSets[0].Type',
    ],
  ])('%s', (_what, account, path) => {
    expect(validateAccount(account).map((problem) => problem.path)).toContainEqual(expect.stringContaining(path));
  });
});
