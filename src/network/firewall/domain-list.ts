import type { RuleGroup } from './policy-rows.ts';

type RulesSourceList = NonNullable<NonNullable<RuleGroup['RulesSource']>['RulesSourceList']>;

/**
 * What a domain list does with the names that it holds.
 *
 * It is made into rules over TLS or HTTP from HOME_NET to EXTERNAL_NET. So what it passes, it passes for some payload only; and what it drops, a
 * sender gets past with anything that is neither. https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
 *
 * @returns `unknown` where the answer names a kind of list that this version does not know
 */
export function domainListAction({ GeneratedRulesType }: RulesSourceList): 'pass' | 'drop' | 'alert' | 'unknown' {
  const type: string = GeneratedRulesType ?? '';
  if (type === 'ALLOWLIST') return 'pass';
  if (type === 'DENYLIST' || type === 'REJECTLIST') return 'drop';
  return type === 'ALERTLIST' ? 'alert' : 'unknown';
}
