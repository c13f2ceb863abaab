import { resolverRuleAssociationShape } from '../inventory/sections/resolver-rule-associations.ts';
import type { Collector } from './collector.ts';
import { whereNamesResolve } from './where-names-resolve.ts';
import { resolverList } from './resolver-list.ts';

export default resolverList({
  section: 'resolverRuleAssociations',
  after: ['vpcDnsAttributes'],
  when: whereNamesResolve,
  action: 'route53resolver:ListResolverRuleAssociations',
  pages: (sdk, paging, abort) => sdk.paginateListResolverRuleAssociations(paging, {}, abort),
  rows: ({ ResolverRuleAssociations }) => ResolverRuleAssociations,
  shape: resolverRuleAssociationShape,
}) satisfies Collector<'resolverRuleAssociations'>;
