import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import type { SectionItem, SectionName } from '../../src/inventory/sections.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const demo = loadAccount(demoAccountPath);
const west = demo.regions['eu-west-1'] ?? {};

let aws: Loopback;
let inventory: Inventory;

beforeAll(async () => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
  const clock = fastClock(20);
  aws = await startLoopback(demo, { quota: true, clock: clock.now });
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  inventory = await collectInventory(requestFor(Object.keys(demo.regions), { clock }));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

function rows<K extends SectionName>(section: K, region = 'eu-west-1'): readonly SectionItem<K>[] {
  const record = inventory.sections.find((candidate) => candidate.section === section && candidate.region === region);
  if (record?.fact.known !== true) throw new Error(`${section} was not read`);
  return [...rowsToName(record.fact as Fact<Iterable<SectionItem<K>>>)];
}

/** The descriptions, each of which must have been read. */
function details<D>(described: readonly { readonly detail: Fact<D> }[]): readonly D[] {
  return described.map(({ detail }) => {
    if (!detail.known) throw new Error(detail.gap.code);
    return detail.value;
  });
}

describe('what a network proof reads, from the account that was served', () => {
  it('was read without a refusal; a throttle, which a slow machine may cause, is no loss', () => {
    const known = new Set([undefined, 'ThrottlingException', 'NoSuchBucketPolicy', 'PolicyNotFound']);
    expect(aws.calls.filter(({ error, operation }) => !known.has(error) && operation !== 'HeadBucket')).toEqual([]);
    expect(inventory.sections.filter(({ fact }) => !fact.known)).toEqual([]);
  });

  it('what the account forbids its VPCs: AWS’s own setting where nobody changed it', () => {
    expect(rows('blockPublicAccessOptions')).toEqual([
      { State: 'default-state', InternetGatewayBlockMode: 'off', ManagedBy: 'account', ExclusionsAllowed: 'allowed' },
    ]);
    expect(demo.regions['eu-central-1']?.VpcBlockPublicAccessOptions).toMatchObject(
      rows('blockPublicAccessOptions', 'eu-central-1')[0] ?? {},
    );
  });

  it('the routes of each table of a transit gateway', () => {
    for (const { summary, detail } of rows('transitGatewayRouteTables')) {
      const served = west.TransitGatewayRoutes?.[summary.TransitGatewayRouteTableId ?? ''];
      expect(detail.known && detail.value.AdditionalRoutesAvailable).toBe(false);
      expect(served).toMatchObject((detail.known && detail.value.Routes) || []);
      expect(detail.known && detail.value.Routes?.length).toBe(served?.length);
    }
  });

  it('the firewall, its policy and both of its rule groups', () => {
    expect(west.Firewalls).toMatchObject(details(rows('networkFirewalls')));
    expect(details(rows('networkFirewalls'))[0]?.FirewallStatus?.SyncStates).toEqual(west.Firewalls?.[0]?.FirewallStatus?.SyncStates);
    expect(west.FirewallPolicies).toMatchObject(details(rows('networkFirewallPolicies')));
    expect(details(rows('networkFirewallRuleGroups')).map(({ RuleGroup }) => RuleGroup)).toEqual(
      west.FirewallRuleGroups?.map(({ RuleGroup }) => RuleGroup),
    );
  });

  it('the rules for names in their order, and the domains of the lists that are the account’s own', () => {
    const [{ FirewallRules } = { FirewallRules: [] }] = details(rows('dnsFirewallRuleGroups'));
    expect(FirewallRules.map(({ Name, Action, Priority }) => [Name, Action, Priority])).toEqual([
      ['known-malware', 'BLOCK', 10],
      ['own-names', 'ALLOW', 20],
      ['everything-else', 'BLOCK', 30],
    ]);
    expect(west.FirewallRules).toMatchObject(FirewallRules);
    const lists = rows('dnsFirewallDomainLists').map(({ summary, detail }) => [
      summary.FirewallDomainListId,
      detail.known && detail.value.Domains,
    ]);
    expect(Object.fromEntries(lists)).toEqual(west.FirewallDomains);
  });

  it('the rules that forward names, where a VPC uses one', () => {
    expect(west.ResolverRules).toMatchObject(rows('resolverRules'));
    expect(rows('resolverRules').length).toBe(2);
    // Only the Resolver's own is in use there.
    expect(rows('resolverRules', 'eu-central-1')).toEqual([]);
  });

  it('the one zone that could stand for an endpoint, with its records', () => {
    const [zone] = demo.hostedZones ?? [];
    expect(rows('privateHostedZones').map(({ summary }) => summary)).toEqual([
      { HostedZoneId: zone?.HostedZoneId, Name: zone?.Name, Owner: zone?.Owner, VpcId: zone?.VPCs[0]?.VPCId },
    ]);
    const [{ ResourceRecordSets } = { ResourceRecordSets: [] }] = details(rows('privateHostedZones'));
    expect(ResourceRecordSets[0]).toEqual({
      Name: 'api.sagemaker.eu-west-1.amazonaws.com.',
      Type: 'A',
      AliasTarget: { DNSName: 'vpce-00dbb454fa5684e16-d1c94a10.api.eu-west-1.vpce.amazonaws.com.' },
    });
    expect(zone?.ResourceRecordSets).toMatchObject(ResourceRecordSets);
  });

  it('the listeners of the load balancer that the internet reaches, and where it sends what it takes', () => {
    expect(west.Listeners).toMatchObject(details(rows('loadBalancerListeners')).flatMap(({ Listeners }) => Listeners));
    expect(details(rows('targetGroups'))).toEqual([
      {
        Targets: [
          { Id: '10.8.1.50', Port: 8443 },
          { Id: '10.8.1.51', Port: 8443 },
        ],
      },
    ]);
  });
});
