import type { EC2Client } from '@aws-sdk/client-ec2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** One account and Region, ready to be read. Clients are made when first asked for. */
export interface Session {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** The caller, as sts:GetCallerIdentity named it. */
  readonly callerArn: string;
  readonly signal: AbortSignal;
  readonly sagemaker: () => Promise<SageMakerClient>;
  readonly ec2: () => Promise<EC2Client>;
  readonly iam: () => Promise<IAMClient>;
}
