import { describe, expect, it, test } from 'vitest';
import { factOf, rowsOf, type Folder } from '../../support/folder.ts';

const eu = (files: Folder): Folder =>
  Object.fromEntries(Object.entries(files).map(([name, json]) => [`111122223333/eu-west-1/${name}.json`, json]));

describe('load balancers', () => {
  const lb = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/front/0123456789abcdef';
  const group = (name: string, hash: string) => ({
    TargetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/${name}/${hash}`,
  });
  const groups = { TargetGroups: [group('blue', '0123456789abcdef'), group('blue-2', 'fedcba9876543210')] };
  const health = {
    TargetHealthDescriptions: [{ Target: { Id: '10.0.0.1', Port: 80, AvailabilityZone: 'all' }, TargetHealth: { State: 'unhealthy' } }],
  };
  const targets = { detail: { known: true, value: { Targets: [{ Id: '10.0.0.1', Port: 80 }] } } };

  test.each(['health_blue-2', 'blue-2', 'target-health-blue-2', 'health-fedcba9876543210', 'targetgroup_blue-2_fedcba9876543210'])(
    'targets in %s',
    (name) => {
      expect(rowsOf(eu({ groups, [name]: health }), 'targetGroups')).toMatchObject([{ detail: { known: false } }, targets]);
    },
  );

  it('targets of a group that is not listed are not those of one whose name is a part of its own', () => {
    expect(rowsOf(eu({ a: { TargetGroups: [groups.TargetGroups[0]] }, 'health-blue-2': health }), 'targetGroups')).toMatchObject([
      { detail: { known: false } },
    ]);
  });

  it('targets of one of two groups of one name are not guessed', () => {
    const twins = { TargetGroups: [group('blue', '0123456789abcdef'), group('blue', 'fedcba9876543210')] };
    expect(rowsOf(eu({ twins, blue: health }), 'targetGroups')).toMatchObject([{ detail: { known: false } }, { detail: { known: false } }]);
  });

  it('targets of nobody knows which group are not guessed', () => {
    expect(rowsOf(eu({ groups, health }), 'targetGroups')).toMatchObject([
      { detail: { known: false, gap: { message: expect.stringContaining('unless 111122223333/eu-west-1/health.json does') } } },
      { detail: { known: false } },
    ]);
  });

  it('listeners belong to their load balancer, and one without any needs a file that says so', () => {
    const front = { LoadBalancers: [{ LoadBalancerArn: lb }] };
    const Listeners = [{ ListenerArn: 'arn:l', LoadBalancerArn: lb, Port: 443 }];
    const whole = { detail: { known: true, value: { Listeners } } };
    expect(rowsOf(eu({ front, a: { Listeners } }), 'loadBalancerListeners')).toMatchObject([
      { summary: { LoadBalancerArn: lb }, ...whole },
    ]);
    expect(rowsOf(eu({ front, a: { LoadBalancerListeners: Listeners } }), 'loadBalancerListeners')).toMatchObject([whole]);
    const perBalancer = [{ LoadBalancerArn: lb, Listeners }];
    expect(rowsOf(eu({ front, a: { LoadBalancerListeners: perBalancer } }), 'loadBalancerListeners')).toMatchObject([whole]);
    expect(rowsOf(eu({ front, listeners_front: { Listeners: [] } }), 'loadBalancerListeners')).toMatchObject([
      { detail: { known: true, value: { Listeners: [] } } },
    ]);
    expect(factOf(eu({ front }), 'loadBalancerListeners')).toMatchObject({
      known: false,
      gap: { operation: 'elasticloadbalancing:DescribeListeners' },
    });
  });
});

describe('firewalls', () => {
  const fw = 'arn:aws:network-firewall:eu-west-1:111122223333:firewall/f';
  const policy = 'arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p';
  const group = 'arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/g';
  const files = {
    list: { Firewalls: [{ FirewallName: 'f', FirewallArn: fw }] },
    f: { Firewall: { FirewallArn: fw, FirewallPolicyArn: policy }, FirewallStatus: { Status: 'READY' } },
    p: { FirewallPolicy: { StatefulRuleGroupReferences: [{ ResourceArn: group }] }, FirewallPolicyResponse: { FirewallPolicyArn: policy } },
    g: { RuleGroup: { RulesSource: { RulesString: 'pass ip any any -> any any' } }, RuleGroupResponse: { RuleGroupArn: group } },
  };

  it('a firewall names its policy, and that its rule groups', () => {
    expect(rowsOf(eu(files), 'networkFirewalls')).toMatchObject([
      { detail: { known: true, value: { FirewallStatus: { Status: 'READY' } } } },
    ]);
    expect(rowsOf(eu(files), 'networkFirewallPolicies')).toMatchObject([{ summary: { Arn: policy }, detail: { known: true } }]);
    expect(rowsOf(eu(files), 'networkFirewallRuleGroups')).toMatchObject([{ summary: { Arn: group }, detail: { known: true } }]);
  });

  it('where the firewall is not described, nobody knows all policies', () => {
    const { f: _f, ...rest } = files;
    expect(factOf(eu(rest), 'networkFirewallPolicies')).toMatchObject({ known: false, partial: [{ summary: { Arn: policy } }] });
  });

  it('of names: rules and domains', () => {
    const rules = {
      FirewallRules: [{ FirewallRuleGroupId: 'rslvr-frg-1', FirewallDomainListId: 'rslvr-fdl-1', Priority: 1, Action: 'BLOCK' }],
    };
    const names = {
      a: { FirewallRuleGroupAssociations: [{ Id: 'rslvr-frgassoc-1', FirewallRuleGroupId: 'rslvr-frg-1', VpcId: 'vpc-1' }] },
      rules,
      'rslvr-fdl-1': { Domains: ['a.example.', 'b.example.'] },
    };
    expect(rowsOf(eu(names), 'dnsFirewallRuleGroups')).toMatchObject([
      { summary: { FirewallRuleGroupId: 'rslvr-frg-1' }, detail: { value: { FirewallRules: [{ Priority: 1 }] } } },
    ]);
    expect(rowsOf(eu(names), 'dnsFirewallDomainLists')).toMatchObject([{ detail: { value: { Domains: ['a.example.', 'b.example.'] } } }]);
    expect(factOf(eu(names), 'domains').known).toBe(false);
  });
});

describe('private hosted zones', () => {
  const vpcs = { Vpcs: [{ VpcId: 'vpc-1' }, { VpcId: 'vpc-2' }] };
  const zone = { HostedZoneId: 'Z0123456789', Name: 'eu-west-1.amazonaws.com.' };
  const records = { ResourceRecordSets: [{ Name: 'api.sagemaker.eu-west-1.amazonaws.com.', Type: 'A', TTL: 60 }] };

  it('of every VPC, with their records', () => {
    const files = eu({ vpcs, 'vpc-1': { HostedZoneSummaries: [zone] }, 'vpc-2': { HostedZoneSummaries: [] }, Z0123456789: records });
    expect(rowsOf(files, 'privateHostedZones')).toEqual([
      {
        summary: { ...zone, VpcId: 'vpc-1' },
        detail: { known: true, value: { ResourceRecordSets: [{ Name: records.ResourceRecordSets[0]?.Name, Type: 'A' }] } },
      },
    ]);
  });

  it('of some VPCs only are a part', () => {
    expect(factOf(eu({ vpcs, 'vpc-1': { HostedZoneSummaries: [zone] } }), 'privateHostedZones')).toMatchObject({
      known: false,
      gap: { code: 'NotCollected', message: expect.stringContaining('leave out those of vpc-2') },
      partial: [{ summary: { VpcId: 'vpc-1' }, detail: { known: false } }],
    });
  });
});
