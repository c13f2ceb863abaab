import type { Route53ResolverClient } from '@aws-sdk/client-route53resolver';
import { known, missing } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInDetails } from './named-in.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf } from './pages.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/**
 * Only those that a rule names, and of these not the ones that AWS manages: it shows their domains to nobody, so that asking would only be refused.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-managed-domain-lists.html
 */
export default {
  section: 'dnsFirewallDomainLists',
  after: ['dnsFirewallRuleGroups'],
  actions: ['route53resolver:ListFirewallDomainLists', 'route53resolver:ListFirewallDomains'],
  async collect(session, options, earlier) {
    const named = namedInDetails(earlier('dnsFirewallRuleGroups'), ({ FirewallRules }) =>
      FirewallRules.map(({ FirewallDomainListId }) => FirewallDomainListId),
    );
    const names = [...rowsToName(named)];
    if (names.length === 0) {
      if (named.known) return notAsked('route53resolver:ListFirewallDomainLists', 'no rule names a list of domains');
      return { fact: missing<never[]>(named.gap), ledger: [], notes: [] };
    }
    const [client, sdk] = [await session.resolver(), await import('@aws-sdk/client-route53resolver')];
    const abort = { abortSignal: session.signal };
    const managed = await readList(session, options, {
      operation: 'route53resolver:ListFirewallDomainLists',
      pages: async () => sdk.paginateListFirewallDomainLists({ client, pageSize: 100 }, {}, abort),
      rows: (page) =>
        always(page.FirewallDomainLists, 'FirewallDomainLists').flatMap(({ Id, ManagedOwnerName }) =>
          ManagedOwnerName === undefined ? [] : [Id],
        ),
    });
    if (!managed.fact.known) return { fact: missing<never[]>(managed.fact.gap), ledger: managed.ledger, notes: [] };
    const shown = new Set<string | undefined>(managed.fact.value);
    const asked = names.filter((name) => !shown.has(name));
    const read = await describeNamed(session, options, {
      section: 'dnsFirewallDomainLists',
      named: asRows(named.known ? known(asked) : missing(named.gap, asked), 'FirewallDomainListId'),
      describe: {
        operation: 'route53resolver:ListFirewallDomains',
        arn: ({ FirewallDomainListId }) =>
          `arn:${session.partition}:route53resolver:${session.region}:${session.account}:firewall-domain-list/${FirewallDomainListId}`,
        call: async ({ FirewallDomainListId }) => ({ Domains: await domainsOf(client, FirewallDomainListId, abort) }),
      },
    });
    return { ...read, ledger: [...managed.ledger, ...read.ledger] };
  },
} satisfies Collector<'dnsFirewallDomainLists'>;

async function domainsOf(client: Route53ResolverClient, FirewallDomainListId: string, abort: { readonly abortSignal: AbortSignal }) {
  const { paginateListFirewallDomains } = await import('@aws-sdk/client-route53resolver');
  const domains: string[] = [];
  // The largest page: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListFirewallDomains.html
  for await (const page of pagesOf(paginateListFirewallDomains({ client, pageSize: 5000 }, { FirewallDomainListId }, abort))) {
    domains.push(...always(page.Domains, 'Domains'));
  }
  return domains;
}
