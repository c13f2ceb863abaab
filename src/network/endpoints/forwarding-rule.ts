import { unread, type Doubt } from '../doubt.ts';
import { listed, type Network } from '../network.ts';
import { depthOf, isWithin, plainName } from './domain-name.ts';
import { hiddenOf, type HomeOfVpc } from './home-of-vpc.ts';
import { nameDoubt } from './vpc-resolver.ts';

/**
 * Why a name may be asked of servers of one's own: a Resolver rule of the VPC sends it there. The nearest domain decides between rules and zones,
 * and where both are the same domain the rule does.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html#hosted-zone-private-considerations-resolver-rules
 *
 * @param zone the domain of the zone that would answer otherwise; undefined where it would be the internet's servers
 */
export function forwardedName(network: Network, home: HomeOfVpc, host: string, zone: string | undefined): Doubt | undefined {
  const { vpcId } = home;
  const ruleIds = network.places.flatMap((place) =>
    listed(place, 'resolverRuleAssociations')
      .filter(({ VPCId, Status }) => VPCId === vpcId && Status !== 'DELETING' && Status !== 'FAILED')
      .flatMap(({ ResolverRuleId }) => ResolverRuleId ?? []),
  );
  const rules = network.places.flatMap((place) => listed(place, 'resolverRules'));
  let nearest: { readonly id: string; readonly domain: string; readonly forwards: boolean } | undefined;
  for (const id of new Set(ruleIds)) {
    if (id.startsWith('rslvr-autodefined-')) continue;
    const rule = rules.find(({ Id }) => Id === id);
    if (rule === undefined) {
      const fact = home.place?.facts.resolverRules;
      return fact?.known === false ? unread(`rule ${id} of ${vpcId}`, fact.gap) : nameDoubt(id, `what rule ${id} of ${vpcId} forwards`);
    }
    const domain = plainName(rule.DomainName ?? '');
    if (!isWithin(host, domain) || (nearest !== undefined && depthOf(domain) < depthOf(nearest.domain))) continue;
    nearest = { id, domain, forwards: rule.RuleType !== 'SYSTEM' && rule.RuleType !== 'RECURSIVE' };
  }
  const decides = nearest !== undefined && nearest.forwards && (zone === undefined || depthOf(nearest.domain) >= depthOf(zone));
  if (nearest !== undefined && decides) {
    return nameDoubt(
      nearest.id,
      `what the servers answer to which ${nearest.id} forwards ${nearest.domain === '' ? 'every name' : nearest.domain}`,
    );
  }
  return hiddenOf(home, 'resolverRuleAssociations', 'the Resolver rules');
}
