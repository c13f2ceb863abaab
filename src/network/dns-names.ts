import { isWholeRegistry } from './open-domains.ts';

/** What a list of domains comes to, for somebody who may take any name. */
export interface NameSet {
  /** Does it hold every name? */
  readonly all: boolean;
  /** Whole registries that it holds, such as `com` for `*.com`: anybody gets a name there. */
  readonly registries: readonly string[];
  /** The names that somebody has chosen. */
  readonly chosen: readonly string[];
}

/**
 * Reads the domains of a list: an asterisk can only stand first, and alone stands for everything.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html
 */
export function nameSet(domains: readonly string[]): NameSet {
  const registries: string[] = [];
  const chosen: string[] = [];
  let all = false;
  for (const domain of domains) {
    const name = normalName(domain);
    const below = name.startsWith('*') ? name.slice(1).replace(/^\./, '') : undefined;
    if (below === '') all = true;
    else if (below !== undefined && isWholeRegistry(below)) registries.push(below);
    else chosen.push(name);
  }
  return { all, registries, chosen };
}

/** A name in lower case, without the dot at its end. */
export function normalName(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}
