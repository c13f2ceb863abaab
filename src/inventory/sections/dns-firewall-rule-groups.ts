import type { FirewallRule } from '@aws-sdk/client-route53resolver';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRule.html */
export const dnsFirewallRuleShape = shapeOf<FirewallRule>()({
  FirewallDomainListId: true,
  Name: true,
  Priority: true,
  Action: true,
  BlockResponse: true,
  FirewallDomainRedirectionAction: true,
  Qtype: true,
});

/** A rule group that some VPC of the Region uses, with its rules. */
export type DnsFirewallRuleGroup = Described<
  { readonly FirewallRuleGroupId: string },
  { readonly FirewallRules: readonly Selected<FirewallRule, typeof dnsFirewallRuleShape>[] }
>;
