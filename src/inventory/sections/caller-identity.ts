import type { GetCallerIdentityCommandOutput } from '@aws-sdk/client-sts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const callerIdentityShape = shapeOf<GetCallerIdentityCommandOutput>()({ Account: true, Arn: true });

export type CallerIdentity = Selected<GetCallerIdentityCommandOutput, typeof callerIdentityShape>;
