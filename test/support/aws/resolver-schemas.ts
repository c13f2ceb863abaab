import type {
  FirewallConfig,
  FirewallDomainListMetadata,
  FirewallRule,
  FirewallRuleGroupAssociation,
  ListFirewallConfigsRequest,
  ListFirewallDomainListsRequest,
  ListFirewallDomainsRequest,
  ListFirewallRuleGroupAssociationsRequest,
  ListFirewallRulesRequest,
  ListResolverRuleAssociationsRequest,
  ListResolverRulesRequest,
  ResolverRule,
  ResolverRuleAssociation,
  TargetAddress,
} from '@aws-sdk/client-route53resolver';

/**
 * Schemas of Route 53 Resolver, as the other clients export theirs: this one is of a generation of the SDK that has none. The compiler holds the members
 * of each against the SDK's own type.
 */

const text = 0;
const number = 1;
const listOf = 64;
const namespace = 'com.amazonaws.route53resolver';

type Schema = number | readonly unknown[];

function structure<T>(name: string, members: { readonly [K in keyof T]-?: Schema }): Schema {
  return [3, namespace, name, 0, Object.keys(members), Object.values(members)];
}

function list(element: Schema): Schema {
  return [1, namespace, 'List', 0, () => element];
}

/** An operation that lists, by what it is given and by the member of its answer that holds the rows. */
function operation(name: string, input: Schema, member: string, rows: Schema): Schema {
  const output = structure<Record<string, unknown>>(`${name}Response`, { NextToken: text, MaxResults: number, [member]: rows });
  return [9, namespace, name, 0, () => input, () => output];
}

const filters = list(structure<{ Name?: string; Values?: string[] }>('Filter', { Name: text, Values: listOf | text }));
const paging = { NextToken: text, MaxResults: number };

const association = structure<FirewallRuleGroupAssociation>('FirewallRuleGroupAssociation', {
  Id: text,
  Arn: text,
  FirewallRuleGroupId: text,
  VpcId: text,
  Name: text,
  Priority: number,
  MutationProtection: text,
  ManagedOwnerName: text,
  Status: text,
  StatusMessage: text,
  CreatorRequestId: text,
  CreationTime: text,
  ModificationTime: text,
});

const rule = structure<FirewallRule>('FirewallRule', {
  FirewallRuleGroupId: text,
  FirewallDomainListId: text,
  Name: text,
  Priority: number,
  Action: text,
  BlockResponse: text,
  BlockOverrideDomain: text,
  BlockOverrideDnsType: text,
  BlockOverrideTtl: number,
  CreatorRequestId: text,
  CreationTime: text,
  ModificationTime: text,
  FirewallDomainRedirectionAction: text,
  Qtype: text,
});

const domainList = structure<FirewallDomainListMetadata>('FirewallDomainListMetadata', {
  Id: text,
  Arn: text,
  Name: text,
  CreatorRequestId: text,
  ManagedOwnerName: text,
});

const config = structure<FirewallConfig>('FirewallConfig', { Id: text, ResourceId: text, OwnerId: text, FirewallFailOpen: text });

const target = structure<TargetAddress>('TargetAddress', { Ip: text, Port: number, Ipv6: text, Protocol: text });

const resolverRule = structure<ResolverRule>('ResolverRule', {
  Id: text,
  CreatorRequestId: text,
  Arn: text,
  DomainName: text,
  Status: text,
  StatusMessage: text,
  RuleType: text,
  Name: text,
  TargetIps: list(target),
  ResolverEndpointId: text,
  OwnerId: text,
  ShareStatus: text,
  CreationTime: text,
  ModificationTime: text,
});

const resolverRuleAssociation = structure<ResolverRuleAssociation>('ResolverRuleAssociation', {
  Id: text,
  ResolverRuleId: text,
  Name: text,
  VPCId: text,
  Status: text,
  StatusMessage: text,
});

/** By the names under which a client of the newer generation would export them. */
export const resolverSchemas: Readonly<Record<string, Schema>> = {
  FirewallRuleGroupAssociation$: association,
  FirewallRule$: rule,
  FirewallDomainListMetadata$: domainList,
  FirewallConfig$: config,
  ResolverRule$: resolverRule,
  ResolverRuleAssociation$: resolverRuleAssociation,
  ListFirewallRuleGroupAssociations$: operation(
    'ListFirewallRuleGroupAssociations',
    structure<ListFirewallRuleGroupAssociationsRequest>('ListFirewallRuleGroupAssociationsRequest', {
      FirewallRuleGroupId: text,
      VpcId: text,
      Priority: number,
      Status: text,
      ...paging,
    }),
    'FirewallRuleGroupAssociations',
    list(association),
  ),
  ListFirewallRules$: operation(
    'ListFirewallRules',
    structure<ListFirewallRulesRequest>('ListFirewallRulesRequest', {
      FirewallRuleGroupId: text,
      Priority: number,
      Action: text,
      ...paging,
    }),
    'FirewallRules',
    list(rule),
  ),
  ListFirewallDomainLists$: operation(
    'ListFirewallDomainLists',
    structure<ListFirewallDomainListsRequest>('ListFirewallDomainListsRequest', paging),
    'FirewallDomainLists',
    list(domainList),
  ),
  ListFirewallDomains$: operation(
    'ListFirewallDomains',
    structure<ListFirewallDomainsRequest>('ListFirewallDomainsRequest', { FirewallDomainListId: text, ...paging }),
    'Domains',
    listOf | text,
  ),
  ListFirewallConfigs$: operation(
    'ListFirewallConfigs',
    structure<ListFirewallConfigsRequest>('ListFirewallConfigsRequest', paging),
    'FirewallConfigs',
    list(config),
  ),
  ListResolverRules$: operation(
    'ListResolverRules',
    structure<ListResolverRulesRequest>('ListResolverRulesRequest', { Filters: filters, ...paging }),
    'ResolverRules',
    list(resolverRule),
  ),
  ListResolverRuleAssociations$: operation(
    'ListResolverRuleAssociations',
    structure<ListResolverRuleAssociationsRequest>('ListResolverRuleAssociationsRequest', { Filters: filters, ...paging }),
    'ResolverRuleAssociations',
    list(resolverRuleAssociation),
  ),
};
