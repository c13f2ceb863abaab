import type { FirewallRuleGroupAssociation } from '@aws-sdk/client-route53resolver';
import { shapeOf, type Selected } from '../stored.ts';

/** Which rule groups of DNS Firewall a VPC uses, and in which order. https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRuleGroupAssociation.html */
export const dnsFirewallAssociationShape = shapeOf<FirewallRuleGroupAssociation>()({
  Id: true,
  Arn: true,
  FirewallRuleGroupId: true,
  VpcId: true,
  Priority: true,
  Status: true,
});

export type DnsFirewallAssociation = Selected<FirewallRuleGroupAssociation, typeof dnsFirewallAssociationShape>;
