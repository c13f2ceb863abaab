import type { ResolverRuleAssociation as SdkResolverRuleAssociation } from '@aws-sdk/client-route53resolver';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRuleAssociation.html */
export const resolverRuleAssociationShape = shapeOf<SdkResolverRuleAssociation>()({
  Id: true,
  ResolverRuleId: true,
  VPCId: true,
  Status: true,
});

export type ResolverRuleAssociation = Selected<SdkResolverRuleAssociation, typeof resolverRuleAssociationShape>;
