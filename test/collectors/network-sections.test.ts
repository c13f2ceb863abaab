import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import type { SectionName, SectionItem } from '../../src/inventory/sections.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import type { AccountFixture, RegionFixture } from '../support/aws/account.ts';
import { accountOf, ids, place, secureNetwork, vpc } from '../support/aws/build-account.ts';
import type { Fault } from '../support/aws/faults.ts';
import type { HostedZoneFixture } from '../support/aws/further-resources.ts';
import { startLoopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import { accountWithNetwork } from '../support/aws/whole-network.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(() => vi.unstubAllEnvs());

/** One section of an account, and the calls of its last service. */
async function collected<K extends SectionName>(section: K, account: AccountFixture, options: LoopbackOptions = {}) {
  const aws = await startLoopback(account, options);
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  try {
    const inventory = await collectInventory(requestFor([region], { sections: [section], clock: fastClock(100), readTimeoutMs: 500 }));
    const record = inventory.sections.find((candidate) => candidate.section === section);
    if (record === undefined) throw new Error(`no section ${section}`);
    const fact = record.fact as Fact<Iterable<SectionItem<K>>>;
    const calls = (operation: string) => aws.calls.filter((call) => `${call.service}:${call.operation}` === operation);
    return { fact, rows: [...rowsToName(fact)], ledger: record.ledger, notes: record.notes, calls };
  } finally {
    await aws.close();
  }
}

const refusing = (operation: string, more: Partial<Fault> = {}): LoopbackOptions => ({
  faults: [{ kind: 'access-denied', operation, ...more } as Fault],
});

describe('routes of a transit gateway', () => {
  const table = 'tgw-rtb-1';
  const routes = (count: number, State: 'active' | 'blackhole' | 'deleting' = 'active') =>
    Array.from({ length: count }, (_, at) => ({
      DestinationCidrBlock: `10.${Math.floor(at / 256)}.${at % 256}.0/24`,
      Type: 'static' as const,
      State,
    }));
  const withRoutes = (given: ReturnType<typeof routes>) =>
    accountWithNetwork({
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: table, TransitGatewayId: 'tgw-1', State: 'available' }],
      TransitGatewayRoutes: { [table]: given },
    });

  it('are read to the last page', async () => {
    const { rows, calls } = await collected('transitGatewayRouteTables', withRoutes(routes(2001)));
    const detail = rows[0]?.detail;
    expect(detail?.known && detail.value.Routes?.length).toBe(2001);
    expect(calls('ec2:SearchTransitGatewayRoutes').map(({ input }) => [input['MaxResults'], input['NextToken'] === undefined])).toEqual([
      [1000, true],
      [1000, false],
      [1000, false],
    ]);
  });

  it('are the active ones and blackholes', async () => {
    const given = [...routes(1, 'active'), ...routes(1, 'blackhole'), ...routes(1, 'deleting')];
    const { rows } = await collected('transitGatewayRouteTables', withRoutes(given));
    const detail = rows[0]?.detail;
    expect(detail?.known && detail.value.Routes?.map(({ State }) => String(State))).toEqual(['active', 'blackhole']);
  });

  it('are a gap where AWS says that there are more and does not say how to ask for them', async () => {
    const options: LoopbackOptions = { faults: [{ kind: 'lost-token', operation: 'ec2:SearchTransitGatewayRoutes' }] };
    const { fact, rows, ledger } = await collected('transitGatewayRouteTables', withRoutes(routes(1001)), options);
    expect(fact.known).toBe(true);
    expect(rows[0]?.detail).toMatchObject({
      known: false,
      gap: { code: 'MoreRoutesThanGiven', operation: 'ec2:SearchTransitGatewayRoutes', resource: expect.stringContaining(table) },
    });
    expect(ledger[1]).toEqual({ operation: 'ec2:SearchTransitGatewayRoutes', calls: 0, complete: false });
  });

  it('of a full page and not one more are complete', async () => {
    const { rows } = await collected('transitGatewayRouteTables', withRoutes(routes(1000)));
    expect(rows[0]?.detail.known).toBe(true);
  });
});

describe('lists that come in pages', () => {
  const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
  const lb = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/1';
  const shown = [{ NetworkInterfaceId: 'eni-1', VpcId: ids.vpc, InterfaceType: 'network_load_balancer' as const }];
  const internetFacing = { NetworkInterfaces: shown, LoadBalancers: [{ LoadBalancerArn: lb, Scheme: 'internet-facing' as const }] };
  const used = [{ Id: 'a', FirewallRuleGroupId: 'frg', VpcId: ids.vpc }];
  const cases: readonly (readonly [SectionName, RegionFixture, string, number, (rows: readonly unknown[]) => number])[] = [
    [
      'blockPublicAccessExclusions',
      { VpcBlockPublicAccessExclusions: many(1001, (at) => ({ ExclusionId: `x-${at}` })) },
      'ec2:DescribeVpcBlockPublicAccessExclusions',
      2,
      (rows) => rows.length,
    ],
    [
      'dnsFirewallConfigs',
      { FirewallConfigs: many(21, (at) => ({ ResourceId: `vpc-${at}` })) },
      'route53resolver:ListFirewallConfigs',
      3,
      (rows) => rows.length,
    ],
    [
      'dnsFirewallRuleGroups',
      {
        FirewallRuleGroupAssociations: used,
        FirewallRules: many(101, (at) => ({ FirewallRuleGroupId: 'frg', FirewallDomainListId: 'fdl', Name: `r-${at}`, Priority: at })),
      },
      'route53resolver:ListFirewallRules',
      2,
      listed,
    ],
    [
      'dnsFirewallDomainLists',
      {
        FirewallRuleGroupAssociations: used,
        FirewallRules: [{ FirewallRuleGroupId: 'frg', FirewallDomainListId: 'fdl', Name: 'r' }],
        FirewallDomainLists: [{ Id: 'fdl' }],
        FirewallDomains: { fdl: many(5001, (at) => `d${at}.example.`) },
      },
      'route53resolver:ListFirewallDomains',
      2,
      listed,
    ],
    [
      'loadBalancerListeners',
      { ...internetFacing, Listeners: many(401, (at) => ({ ListenerArn: `l-${at}`, LoadBalancerArn: lb, Port: at })) },
      'elasticloadbalancing:DescribeListeners',
      2,
      listed,
    ],
    [
      'loadBalancers',
      { NetworkInterfaces: shown, LoadBalancers: many(401, (at) => ({ LoadBalancerArn: `lb-${at}` })) },
      'elasticloadbalancing:DescribeLoadBalancers',
      2,
      (rows) => rows.length,
    ],
    [
      'classicLoadBalancers',
      {
        NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: ids.vpc, Description: 'ELB old' }],
        ClassicLoadBalancers: many(401, (at) => ({ LoadBalancerName: `old-${at}` })),
      },
      'elasticloadbalancing:DescribeLoadBalancers',
      2,
      (rows) => rows.length,
    ],
  ];

  /** How long the one list in the description of the first row is. */
  function listed(rows: readonly unknown[]): number {
    const [list] = Object.values((rows[0] as { readonly detail: { readonly value: Readonly<Record<string, unknown[]>> } }).detail.value);
    return list?.length ?? 0;
  }

  it.each(cases)('%s: all of them', async (section, given, operation, pages, count) => {
    const { fact, rows, calls } = await collected(section, accountWithNetwork(given));
    expect(fact.known).toBe(true);
    expect(calls(operation).length).toBe(pages);
    const expected = Object.values(given).map((held) =>
      Array.isArray(held) ? held.length : (Object.values(held ?? {})[0] as unknown[]).length,
    );
    expect(count(rows)).toBe(Math.max(...expected));
  });

  it.each(['elasticloadbalancing:DescribeLoadBalancers', 'network-firewall:ListFirewalls', 'route53resolver:ListFirewallConfigs'])(
    '%s in circles is a gap',
    async (operation) => {
      const section = operation.includes('Balancers')
        ? 'loadBalancers'
        : operation.includes('Firewalls')
          ? 'networkFirewalls'
          : 'dnsFirewallConfigs';
      const { fact } = await collected(section, accountWithNetwork(), { faults: [{ kind: 'repeat-token', operation }] });
      expect(fact).toMatchObject({ known: false, gap: { code: 'RepeatedPageToken', operation } });
    },
  );
});

describe('private zones', () => {
  const zone = (name: string, given: Partial<HostedZoneFixture> = {}): HostedZoneFixture => ({
    HostedZoneId: `Z${name.replaceAll('.', '').toUpperCase()}`,
    Name: `${name}.`,
    Owner: { OwningAccount: place.account },
    VPCs: [{ VPCId: ids.vpc, VPCRegion: region }],
    ResourceRecordSets: [{ Name: `${name}.`, Type: 'A', TTL: 60, ResourceRecords: [{ Value: '10.0.0.1' }] }],
    ...given,
  });
  const withZones = (hostedZones: readonly HostedZoneFixture[], network: RegionFixture = secureNetwork()): AccountFixture => ({
    ...accountOf({ [region]: network }),
    hostedZones,
  });

  it('are those that could stand for an endpoint, of this Region’s VPCs', async () => {
    const elsewhere = zone('runtime.sagemaker.eu-central-1.amazonaws.com', { VPCs: [{ VPCId: ids.vpc, VPCRegion: 'eu-central-1' }] });
    const names = ['api.sagemaker.eu-west-1.amazonaws.com', 'notebook.eu-west-1.sagemaker.aws', 'com', 'corp.example', 'notamazonaws.com'];
    const { rows, calls } = await collected('privateHostedZones', withZones([...names.map((name) => zone(name)), elsewhere]));
    expect(rows.map(({ summary }) => [summary.Name, summary.VpcId])).toEqual(names.slice(0, 3).map((name) => [`${name}.`, ids.vpc]));
    expect(calls('route53:ListResourceRecordSets').length).toBe(3);
  });

  it('are asked for in the one Region in which Route 53 answers', async () => {
    const { calls } = await collected('privateHostedZones', withZones([zone('amazonaws.com')]));
    expect(calls('route53:ListHostedZonesByVPC').map((call) => [call.region, call.input['VPCRegion']])).toEqual([['us-east-1', region]]);
  });

  it('are read once, however many VPCs use them', async () => {
    const shared = zone('amazonaws.com', { VPCs: ['vpc-1', 'vpc-2'].map((VPCId) => ({ VPCId, VPCRegion: region })) });
    const account = withZones([shared], {
      ...secureNetwork(),
      Vpcs: [vpc('vpc-1'), vpc('vpc-2'), vpc('vpc-3', { OwnerId: '444455556666' })],
    });
    const { rows, calls } = await collected('privateHostedZones', account);
    expect(rows.map(({ summary, detail }) => [summary.VpcId, detail.known])).toEqual([
      ['vpc-1', true],
      ['vpc-2', true],
    ]);
    expect(calls('route53:ListResourceRecordSets').length).toBe(1);
    // A VPC that another account shares is not ours to ask about.
    expect(calls('route53:ListHostedZonesByVPC').map(({ input }) => input['VPCId'])).toEqual(['vpc-1', 'vpc-2']);
  });

  it('of another account are a gap without a call, and of a service of AWS nothing', async () => {
    const others = [
      zone('sagemaker.eu-west-1.amazonaws.com', { Owner: { OwningAccount: '444455556666' } }),
      zone('sts.eu-west-1.amazonaws.com', { Owner: { OwningService: 'vpce.amazonaws.com' } }),
    ];
    const { rows, calls } = await collected('privateHostedZones', withZones(others));
    expect(rows.map(({ summary }) => summary.Name)).toEqual(['sagemaker.eu-west-1.amazonaws.com.']);
    expect(rows[0]?.detail).toMatchObject({
      known: false,
      gap: { code: 'OwnedByAnotherAccount', operation: 'route53:ListResourceRecordSets' },
    });
    expect(calls('route53:ListResourceRecordSets')).toEqual([]);
  });

  it('are read to the last record, whose page begins where the one before ended', async () => {
    const ResourceRecordSets = Array.from({ length: 601 }, (_, at) => ({ Name: `n${at}.amazonaws.com.`, Type: 'A' as const, TTL: 60 }));
    const { rows, calls } = await collected('privateHostedZones', withZones([zone('amazonaws.com', { ResourceRecordSets })]));
    const detail = rows[0]?.detail;
    expect(detail?.known && detail.value.ResourceRecordSets.map(({ Name }) => Name)).toEqual(ResourceRecordSets.map(({ Name }) => Name));
    expect(calls('route53:ListResourceRecordSets').map(({ input }) => input['StartRecordName'])).toEqual([
      undefined,
      'n300.amazonaws.com.',
      'n600.amazonaws.com.',
    ]);
  });

  it('of a VPC with many zones are read to the last page', async () => {
    const zones = Array.from({ length: 201 }, (_, at) => zone(`n${at}.corp.example`));
    const { fact, calls } = await collected('privateHostedZones', withZones([...zones, zone('amazonaws.com')]));
    expect(fact.known && [...fact.value].length).toBe(1);
    expect(calls('route53:ListHostedZonesByVPC').length).toBe(3);
  });
});

describe('what belongs to AWS or is gone', () => {
  it('domains of a list that AWS manages are not asked for', async () => {
    const { rows, calls } = await collected('dnsFirewallDomainLists', accountWithNetwork());
    const asked = calls('route53resolver:ListFirewallDomains').map(({ input }) => input['FirewallDomainListId']);
    expect(asked).toEqual(['rslvr-fdl-1a2b3c4d5e6f4701', 'rslvr-fdl-1a2b3c4d5e6f4702']);
    expect(rows.map(({ summary }) => summary.FirewallDomainListId)).toEqual(asked);
  });

  it.each([
    ['networkFirewalls', 'network-firewall:DescribeFirewall'],
    ['networkFirewallPolicies', 'network-firewall:DescribeFirewallPolicy'],
    ['networkFirewallRuleGroups', 'network-firewall:DescribeRuleGroup'],
    ['dnsFirewallRuleGroups', 'route53resolver:ListFirewallRules'],
    ['dnsFirewallDomainLists', 'route53resolver:ListFirewallDomains'],
    ['privateHostedZones', 'route53:ListResourceRecordSets'],
    ['loadBalancerListeners', 'elasticloadbalancing:DescribeListeners'],
    ['targetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
    ['transitGatewayRouteTables', 'ec2:SearchTransitGatewayRoutes'],
  ] as const)('%s: what was deleted meanwhile is dropped with a note', async (section, operation) => {
    const { fact, notes } = await collected(section, accountWithNetwork(), { faults: [{ kind: 'gone', operation, times: 1 }] });
    const all = await collected(section, accountWithNetwork());
    expect(fact.known && [...fact.value].length).toBe(all.rows.length - 1);
    expect(notes).toMatchObject([{ code: 'gone-during-scan', section, count: 1 }]);
  });

  it.each([
    ['transitGateways', 'ec2:DescribeTransitGateways', 'html'],
    ['blockPublicAccessOptions', 'ec2:DescribeVpcBlockPublicAccessOptions', 'html'],
    ['privateHostedZones', 'route53:ListHostedZonesByVPC', 'html'],
    ['networkFirewalls', 'network-firewall:ListFirewalls', 'html'],
    ['resolverRuleAssociations', 'route53resolver:ListResolverRuleAssociations', 'html'],
    ['loadBalancers', 'elasticloadbalancing:DescribeLoadBalancers', 'html'],
    ['loadBalancers', 'elasticloadbalancing:DescribeLoadBalancers', 'truncated'],
    ['resolverRuleAssociations', 'route53resolver:ListResolverRuleAssociations', 'truncated'],
  ] as const)('%s: %s answered with %s is a gap, and no empty list', async (section, operation, kind) => {
    const { fact } = await collected(section, accountWithNetwork(), {
      faults: [{ kind, operation, ...(kind === 'html' ? { status: 200 } : {}) }],
    });
    expect(fact).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer', operation } });
  });

  it('a detail that is refused leaves the others', async () => {
    const { rows } = await collected(
      'transitGatewayRouteTables',
      accountWithNetwork(),
      refusing('ec2:SearchTransitGatewayRoutes', { times: 1 }),
    );
    expect(rows.map(({ detail }) => String(detail.known)).sort()).toEqual(['false', 'true']);
  });
});
