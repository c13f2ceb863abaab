import type { Evidence } from '../../core/evidence.ts';
import { dnsChannel } from '../../network/dns-channel.ts';
import { networkSections } from '../../network/network-sections.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { networkAt } from '../subjects/network-at.ts';
import { vpcSubjects } from '../subjects/vpc-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'vpc-dns-open-to-tunnelling',
  title: 'Code in the VPC can send data out in the names it asks for',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-9'],
  controls: [],
  description:
    'The Amazon resolver answers everybody in a VPC, whatever security groups, network ACLs and routes say, and asks the name servers of whoever owns a name. ' +
    'So code without any way to the internet can still send data out, piece by piece, in the names that it looks up. Only Route 53 Resolver DNS Firewall ends ' +
    'that: rules that allow chosen domains, and behind them one that blocks `*`. Looked at: VPCs in which workloads may run; rule groups and rules by ' +
    'priority, what their domain lists hold, and rules that forward names elsewhere. Lists that AWS manages block known bad names and not this.',
  remediation:
    'Both in place: create a rule group that allows the domains in use (`.amazonaws.com` alone is one that anybody can get a name in) and blocks `*`, and ' +
    'associate it with the VPC (`aws route53resolver associate-firewall-rule-group`). Begin with the action ALERT and read the query logs, because every ' +
    'name that is forgotten stops working.',
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets'],
  across: networkSections,
  *resources(facts) {
    yield* vpcSubjects(facts);
  },
  evaluate({ vpcId, users }, facts) {
    const { network, place } = networkAt(facts);
    const { verdict, summary, path, doubts } = dnsChannel(network, place, vpcId);
    const evidence = path.map(({ kind, id, detail }): Evidence => ({
      source: sources[kind] ?? 'ec2:DescribeVpcAttribute',
      path: id,
      value: detail,
    }));
    const [first, ...rest] = [...evidence, ...users.evidence];
    if (verdict === 'reachable' && first !== undefined) return fail(summary, [first, ...rest], path);
    if (verdict === 'blocked') return pass(summary, evidence, path);
    const gaps = [...new Set(doubts.flatMap(({ gap }) => gap ?? []))];
    const needs = [...new Set(doubts.map(({ settledBy }) => settledBy))].slice(0, 3).join('; ');
    return unknown(`${summary}: needs ${needs}`, evidence, path, gaps);
  },
});

/** Where the steps of the channel are told; the resolver itself is a fact of the VPC's attribute. */
const sources: Readonly<Record<string, string>> = {
  'dns-firewall': 'route53resolver:ListFirewallRuleGroupAssociations',
  'dns-firewall-rule': 'route53resolver:ListFirewallRules',
  'resolver-rule': 'route53resolver:ListResolverRules',
};
