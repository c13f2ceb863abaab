import { resolverRuleShape } from '../inventory/sections/resolver-rules.ts';
import type { Collector } from './collector.ts';
import { mayHold } from './may-hold.ts';
import { resolverList } from './resolver-list.ts';

/**
 * Only where a VPC uses one that somebody made: the Resolver's own, which sends everything to the internet's servers, is associated with every VPC.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-autodefined-rules.html
 */
export default resolverList({
  section: 'resolverRules',
  after: ['resolverRuleAssociations'],
  when: {
    may: (earlier) =>
      mayHold(earlier('resolverRuleAssociations'), ({ ResolverRuleId }) => ResolverRuleId?.startsWith('rslvr-autodefined-') !== true),
    otherwise: 'no VPC uses a rule for names that somebody made',
  },
  action: 'route53resolver:ListResolverRules',
  pages: (sdk, paging, abort) => sdk.paginateListResolverRules(paging, {}, abort),
  rows: ({ ResolverRules }) => ResolverRules,
  shape: resolverRuleShape,
}) satisfies Collector<'resolverRules'>;
