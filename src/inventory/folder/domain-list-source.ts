import { namedAnswer, type NameRule } from './described-source.ts';
import type { Source } from './source.ts';

const listName: NameRule = { pattern: /rslvr-fdl-[0-9a-z]+/, looks: 'rslvr-fdl-0123456789abcdef' };

/**
 * The answer to list-firewall-domains. SageMaker's list of domains has the same key, but objects in it; an empty one is SageMaker's unless the
 * file is named after a domain list.
 */
export const domainsOfList: Source = namedAnswer(['Domains'], 'FirewallDomainListId', listName, (answer, file) => {
  const domains = answer['Domains'];
  if (!Array.isArray(domains) || !domains.every((domain) => typeof domain === 'string')) return undefined;
  return domains.length === 0 && !listName.pattern.test(file.stem) ? undefined : { Domains: domains };
});
