import type { PathStep } from '../core/path-step.ts';
import type { ResolverRule } from '../inventory/sections/resolver-rules.ts';
import { normalName } from './dns-names.ts';
import { unread, type Doubt } from './doubt.ts';
import type { Place } from './network.ts';
import { isWholeRegistry } from './open-domains.ts';

/** Who answers for names that no rule of the VPC singles out. */
export interface NameForwarding {
  readonly steps: readonly PathStep[];
  /** Why it may not be the Amazon resolver that asks the internet; empty where it does. */
  readonly doubts: readonly Doubt[];
  readonly notes: readonly string[];
}

/**
 * Where the Resolver rules of a VPC send queries: of those that match, the one with the longest name decides. Only a rule for everything takes
 * away a name of an attacker's, and a system rule for a whole registry gives it back.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches.html
 */
export function nameForwarding({ facts }: Place, vpcId: string): NameForwarding {
  const [associations, rules] = [facts.resolverRuleAssociations, facts.resolverRules];
  if (!associations.known) return { steps: [], doubts: [unread(`the Resolver rules of ${vpcId}`, associations.gap)], notes: [] };
  const doubts: Doubt[] = [];
  const steps: PathStep[] = [];
  const notes: string[] = [];
  let resolvesRegistry: PathStep | undefined;
  for (const { ResolverRuleId: id = '', VPCId, Status } of associations.value) {
    // What failed, or another association overrides, is not in force.
    if (VPCId !== vpcId || Status === 'FAILED' || Status === 'OVERRIDDEN') continue;
    const rule = (rules.known ? rules.value : (rules.partial ?? [])).find(({ Id }) => Id === id);
    if (rule === undefined) {
      if (!id.startsWith('rslvr-autodefined')) doubts.push(rules.known ? hidden(id) : unread(`the Resolver rule ${id}`, rules.gap));
      continue;
    }
    const name = normalName(rule.DomainName ?? '');
    const type: string = rule.RuleType ?? '';
    const step = { kind: 'resolver-rule', id, detail: `${type} ${name === '' ? '.' : name}${targets(rule)}` };
    const settled = Status === 'COMPLETE';
    if (type === 'RECURSIVE') continue;
    if (type === 'SYSTEM') {
      if (settled && isWholeRegistry(name)) resolvesRegistry = step;
      else notes.push(`the Amazon resolver answers for names below ${name === '' ? 'the root' : name} itself`);
    } else if (name === '') {
      steps.push(step);
      doubts.push(settled ? elsewhere(rule, type) : changing(id));
    } else notes.push(`names below ${name} are forwarded${targets(rule)}`);
  }
  return resolvesRegistry === undefined ? { steps, doubts, notes } : { steps: [...steps, resolvesRegistry], doubts: [], notes };
}

function targets({ TargetIps = [] }: ResolverRule): string {
  const addresses = TargetIps.flatMap(({ Ip, Ipv6 }) => Ip ?? Ipv6 ?? []);
  return addresses.length === 0 ? '' : ` to ${addresses.join(', ')}`;
}

function elsewhere(rule: ResolverRule, type: string): Doubt {
  const id = rule.Id ?? '';
  if (type !== 'FORWARD') return { code: 'UNREADABLE', object: id, settledBy: `what a Resolver rule of type ${type} does`, gap: undefined };
  return { code: 'ON_PREM', object: id, settledBy: `what becomes of the names that ${id} forwards${targets(rule)}`, gap: undefined };
}

function changing(id: string): Doubt {
  return { code: 'STATE_CHANGING', object: id, settledBy: `the association of ${id} once it has settled`, gap: undefined };
}

function hidden(id: string): Doubt {
  return { code: 'CROSS_ACCOUNT', object: id, settledBy: `the Resolver rule ${id}, which is not listed`, gap: undefined };
}
