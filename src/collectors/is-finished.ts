import { isExpired, isUnreachable } from '../aws/failure.ts';
import { gapsIn } from '../inventory/gaps-in.ts';
import type { AnySectionRecord } from '../inventory/inventory.ts';

/**
 * Was the unit read as well as it can be? What AWS refuses it will refuse again; what broke off, ran out of credentials, was throttled away or
 * found nobody at the other end is worth another try.
 */
export function isFinished(sections: readonly AnySectionRecord[], signal: AbortSignal): boolean {
  if (signal.aborted) return false;
  for (const record of sections) {
    for (const gap of gapsIn(record)) {
      if (isExpired(gap) || isUnreachable(gap) || passing.test(gap.code)) return false;
    }
  }
  return true;
}

const passing =
  /^(Interrupted|CredentialsProviderError|TokenProviderError|UnreadableAnswer|Internal\w*|ServiceUnavailable\w*|SlowDown)$|Throttl|RequestLimitExceeded|TooManyRequests/;
