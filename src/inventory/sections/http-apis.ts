import type { Api, Route } from '@aws-sdk/client-apigatewayv2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html */
export const httpApiShape = shapeOf<Api>()({ ApiId: true, Name: true, ProtocolType: true, DisableExecuteApiEndpoint: true });

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const httpRouteShape = shapeOf<Route>()({
  RouteId: true,
  RouteKey: true,
  AuthorizationType: true,
  AuthorizerId: true,
  ApiKeyRequired: true,
  Target: true,
});

/** An HTTP or WebSocket API with its routes, in a Region that has endpoints for it to ask. */
export type HttpApi = Described<Selected<Api, typeof httpApiShape>, { readonly Routes: readonly Selected<Route, typeof httpRouteShape>[] }>;
