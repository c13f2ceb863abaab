import type { Integration } from '@aws-sdk/client-apigatewayv2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
export const httpIntegrationShape = shapeOf<Integration>()({
  IntegrationId: true,
  IntegrationType: true,
  IntegrationSubtype: true,
  IntegrationUri: 'url',
  CredentialsArn: true,
  ConnectionType: true,
});

/** What the routes of an HTTP or WebSocket API lead to: the `Target` of a route is `integrations/` and the id of one. */
export type HttpIntegrations = Described<
  { readonly ApiId: string },
  { readonly Integrations: readonly Selected<Integration, typeof httpIntegrationShape>[] }
>;
