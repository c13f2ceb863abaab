import type { Route53ResolverClient } from '@aws-sdk/client-route53resolver';
import { dnsFirewallRuleShape } from '../inventory/sections/dns-firewall-rule-groups.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInRows } from './named-in.ts';
import { pagesOf } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** Only those that a VPC of the Region uses. */
export default {
  section: 'dnsFirewallRuleGroups',
  after: ['dnsFirewallAssociations'],
  actions: ['route53resolver:ListFirewallRules'],
  async collect(session, options, earlier) {
    const named = namedInRows(earlier('dnsFirewallAssociations'), ({ FirewallRuleGroupId }) => [FirewallRuleGroupId]);
    return describeNamed(session, options, {
      section: 'dnsFirewallRuleGroups',
      named: asRows(named, 'FirewallRuleGroupId'),
      describe: {
        operation: 'route53resolver:ListFirewallRules',
        arn: ({ FirewallRuleGroupId }) =>
          `arn:${session.partition}:route53resolver:${session.region}:${session.account}:firewall-rule-group/${FirewallRuleGroupId}`,
        call: async ({ FirewallRuleGroupId }) => ({
          FirewallRules: await rulesOf(await session.resolver(), FirewallRuleGroupId, { abortSignal: session.signal }),
        }),
      },
    });
  },
} satisfies Collector<'dnsFirewallRuleGroups'>;

async function rulesOf(client: Route53ResolverClient, FirewallRuleGroupId: string, abort: { readonly abortSignal: AbortSignal }) {
  const { paginateListFirewallRules } = await import('@aws-sdk/client-route53resolver');
  const rules = [];
  for await (const page of pagesOf(paginateListFirewallRules({ client, pageSize: 100 }, { FirewallRuleGroupId }, abort))) {
    rules.push(...always(page.FirewallRules, 'FirewallRules').map((rule) => select(rule, dnsFirewallRuleShape)));
  }
  return rules;
}
