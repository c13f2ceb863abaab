import type { ResolverRule as SdkResolverRule } from '@aws-sdk/client-route53resolver';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRule.html */
export const resolverRuleShape = shapeOf<SdkResolverRule>()({
  Id: true,
  Arn: true,
  DomainName: true,
  RuleType: true,
  Status: true,
  TargetIps: true,
  ResolverEndpointId: true,
  OwnerId: true,
});

export type ResolverRule = Selected<SdkResolverRule, typeof resolverRuleShape>;
