import type { Method, RestApi as SdkRestApi } from '@aws-sdk/client-api-gateway';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
 *
 * AWS sends the policy with a backslash before each quotation mark; here it stands as JSON.
 */
export const restApiShape = shapeOf<SdkRestApi>()({
  id: true,
  name: true,
  policy: true,
  endpointConfiguration: { types: true, vpcEndpointIds: true },
  disableExecuteApiEndpoint: true,
});

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
export const restMethodShape = shapeOf<Method>()({
  httpMethod: true,
  authorizationType: true,
  authorizerId: true,
  apiKeyRequired: true,
  methodIntegration: { type: true, uri: 'url', credentials: true, connectionType: true },
});

/** A method, and the path that it is at. */
export type RestMethod = Selected<Method, typeof restMethodShape> & { readonly path: string };

/** A REST API, in a Region that has endpoints for it to ask. The methods are those of its latest state, which need not be that of a stage. */
export type RestApi = Described<Selected<SdkRestApi, typeof restApiShape>, { readonly Methods: readonly RestMethod[] }>;
