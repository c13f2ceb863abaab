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

/** A schema for every member of an SDK type. */
type MembersOf<T> = { readonly [K in keyof T]-?: Schema };

function structure(name: string, members: Readonly<Record<string, Schema>>): Schema {
  return [3, namespace, name, 0, Object.keys(members), Object.values(members)];
}

function list(element: Schema): Schema {
  return [1, namespace, 'List', 0, () => element];
}

/** An operation that lists, by what it is given and by the member of its answer that holds the rows. */
function operation(name: string, input: Schema, member: string, rows: Schema): Schema {
  const output = structure(`${name}Response`, { NextToken: text, MaxResults: number, [member]: rows });
  return [9, namespace, name, 0, () => input, () => output];
}

const filters = list(structure('Filter', { Name: text, Values: listOf | text } satisfies MembersOf<{ Name?: string; Values?: string[] }>));
const paging = { NextToken: text, MaxResults: number };

const association = structure('FirewallRuleGroupAssociation', {
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
} satisfies MembersOf<FirewallRuleGroupAssociation>);

const rule = structure('FirewallRule', {
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
} satisfies MembersOf<FirewallRule>);

const domainList = structure('FirewallDomainListMetadata', {
  Id: text,
  Arn: text,
  Name: text,
  CreatorRequestId: text,
  ManagedOwnerName: text,
} satisfies MembersOf<FirewallDomainListMetadata>);

const config = structure('FirewallConfig', {
  Id: text,
  ResourceId: text,
  OwnerId: text,
  FirewallFailOpen: text,
} satisfies MembersOf<FirewallConfig>);

const target = structure('TargetAddress', { Ip: text, Port: number, Ipv6: text, Protocol: text } satisfies MembersOf<TargetAddress>);

const resolverRule = structure('ResolverRule', {
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
} satisfies MembersOf<ResolverRule>);

const resolverRuleAssociation = structure('ResolverRuleAssociation', {
  Id: text,
  ResolverRuleId: text,
  Name: text,
  VPCId: text,
  Status: text,
  StatusMessage: text,
} satisfies MembersOf<ResolverRuleAssociation>);

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
    structure('ListFirewallRuleGroupAssociationsRequest', {
      FirewallRuleGroupId: text,
      VpcId: text,
      Priority: number,
      Status: text,
      ...paging,
    } satisfies MembersOf<ListFirewallRuleGroupAssociationsRequest>),
    'FirewallRuleGroupAssociations',
    list(association),
  ),
  ListFirewallRules$: operation(
    'ListFirewallRules',
    structure('ListFirewallRulesRequest', {
      FirewallRuleGroupId: text,
      Priority: number,
      Action: text,
      ...paging,
    } satisfies MembersOf<ListFirewallRulesRequest>),
    'FirewallRules',
    list(rule),
  ),
  ListFirewallDomainLists$: operation(
    'ListFirewallDomainLists',
    structure('ListFirewallDomainListsRequest', paging satisfies MembersOf<ListFirewallDomainListsRequest>),
    'FirewallDomainLists',
    list(domainList),
  ),
  ListFirewallDomains$: operation(
    'ListFirewallDomains',
    structure('ListFirewallDomainsRequest', { FirewallDomainListId: text, ...paging } satisfies MembersOf<ListFirewallDomainsRequest>),
    'Domains',
    listOf | text,
  ),
  ListFirewallConfigs$: operation(
    'ListFirewallConfigs',
    structure('ListFirewallConfigsRequest', paging satisfies MembersOf<ListFirewallConfigsRequest>),
    'FirewallConfigs',
    list(config),
  ),
  ListResolverRules$: operation(
    'ListResolverRules',
    structure('ListResolverRulesRequest', { Filters: filters, ...paging } satisfies MembersOf<ListResolverRulesRequest>),
    'ResolverRules',
    list(resolverRule),
  ),
  ListResolverRuleAssociations$: operation(
    'ListResolverRuleAssociations',
    structure('ListResolverRuleAssociationsRequest', {
      Filters: filters,
      ...paging,
    } satisfies MembersOf<ListResolverRuleAssociationsRequest>),
    'ResolverRuleAssociations',
    list(resolverRuleAssociation),
  ),
};
