import { failureOf, permissionOf } from '../aws/failure.ts';
import type { Session } from '../aws/session.ts';
import type { Gap } from '../core/gap.ts';

/**
 * The gap that a failed call leaves.
 *
 * @param resource the ARN that was asked about; null where the call concerned no single resource
 */
export function gapOf(error: unknown, operation: string, session: Session, resource: string | null = null): Gap {
  const failure = failureOf(error);
  return {
    operation,
    code: failure.code,
    message: failure.message,
    permission: permissionOf(operation, failure),
    account: session.account,
    region: session.region,
    resource,
  };
}
