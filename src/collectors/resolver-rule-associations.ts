import { resolverRuleAssociationShape } from '../inventory/sections/resolver-rule-associations.ts';
import type { Collector } from './collector.ts';
import { mayResolveNames } from './may-resolve-names.ts';
import { resolverList } from './resolver-list.ts';

export default resolverList({
  section: 'resolverRuleAssociations',
  after: ['vpcDnsAttributes'],
  when: mayResolveNames,
  action: 'route53resolver:ListResolverRuleAssociations',
  pages: (sdk, paging, abort) => sdk.paginateListResolverRuleAssociations(paging, {}, abort),
  rows: ({ ResolverRuleAssociations }) => ResolverRuleAssociations,
  shape: resolverRuleAssociationShape,
}) satisfies Collector<'resolverRuleAssociations'>;
