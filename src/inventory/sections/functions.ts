import type { FunctionConfiguration, FunctionUrlConfig } from '@aws-sdk/client-lambda';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
 *
 * Without the environment: people put secrets there.
 */
export const functionShape = shapeOf<FunctionConfiguration>()({ FunctionName: true, FunctionArn: true, Role: true });

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionUrlConfig.html */
export const functionUrlShape = shapeOf<FunctionUrlConfig>()({ FunctionUrl: 'url', FunctionArn: true, AuthType: true });

/**
 * A function of Lambda with its URLs, in a Region that has endpoints for it to ask. The ARN of a URL is that of the function, or of an alias. That a URL
 * asks nobody who he is (`AuthType` NONE) makes it public only with a policy that lets everybody in: see functionPolicies.
 */
export type LambdaFunction = Described<
  Selected<FunctionConfiguration, typeof functionShape>,
  { readonly FunctionUrlConfigs: readonly Selected<FunctionUrlConfig, typeof functionUrlShape>[] }
>;
