import type { ApiMapping, DomainName } from '@aws-sdk/client-apigatewayv2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname.html */
export const apiDomainNameShape = shapeOf<DomainName>()({
  DomainName: true,
  RoutingMode: true,
  MutualTlsAuthentication: { TruststoreUri: true },
});

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings.html */
export const apiMappingShape = shapeOf<ApiMapping>()({ ApiId: true, ApiMappingId: true, ApiMappingKey: true, Stage: true });

/** A domain name of the account's own, and the stages of APIs, of whatever kind, that it leads to; where some API has its default address off. */
export type ApiDomainName = Described<
  Selected<DomainName, typeof apiDomainNameShape>,
  { readonly ApiMappings: readonly Selected<ApiMapping, typeof apiMappingShape>[] }
>;
