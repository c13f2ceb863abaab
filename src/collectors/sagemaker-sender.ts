import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';

export type SageMakerSdk = typeof import('@aws-sdk/client-sagemaker');

export interface Abort {
  readonly abortSignal: AbortSignal;
}

/** What to send with: the SDK, loaded when it is needed, and a client. */
export interface Sender {
  readonly sdk: SageMakerSdk;
  readonly client: SageMakerClient;
  readonly abort: Abort;
}

export async function senderOf(session: Session): Promise<Sender> {
  return {
    client: await session.sagemaker(),
    sdk: await import('@aws-sdk/client-sagemaker'),
    abort: { abortSignal: session.signal },
  };
}
