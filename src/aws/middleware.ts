import type { FinalizeHandler, HandlerExecutionContext, Pluggable } from '@smithy/types';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { failureOf, isCredentialFailure, isThrottle } from './failure.ts';
import type { Pacer } from './pacer.ts';
import { retryAfterMs } from './retry-after.ts';

/** What happened on the wire, for the progress line. */
export interface WireCounts {
  calls: number;
  throttles: number;
}

/** Reading is all that mlsec does: whatever a collector asks for, no other verb leaves the process. */
const readingVerb = /^((List|Describe|Get|Head)[A-Z]|Search([A-Z]|$))/;

/** The one call that does not read: it changes nothing, and gives the credentials with which another account is read. */
const entering = 'sts:AssumeRole';

/**
 * Refuses every operation that is not declared and does not read, before anything is sent.
 *
 * @param service as in IAM actions: `sagemaker`
 * @param actions the declared actions, such as `sagemaker:ListModels`
 */
export function readOnly<I extends object, O extends object>(service: string, actions: ReadonlySet<string>): Pluggable<I, O> {
  return {
    applyToStack: (stack) =>
      stack.add(
        (next, context) => async (args) => {
          const operation = operationOf(service, context);
          const name = operation.slice(service.length + 1);
          if ((!readingVerb.test(name) && operation !== entering) || !actions.has(operation))
            throw new Error(`${operation} is not among the declared reads`);
          return next(args);
        },
        { step: 'initialize', name: 'mlsecReadOnly', priority: 'high' },
      ),
  };
}

/** Waits for the pacer before every attempt, inside the retries and before signing; tells it how the attempt went, and counts what goes over the wire. */
export function paced<I extends object, O extends object>(
  service: string,
  where: { readonly account: string; readonly region: string },
  brakes: { readonly pacer: Pacer; readonly counts: WireCounts; readonly signal: AbortSignal },
): Pluggable<I, O> {
  const { pacer, counts, signal } = brakes;
  return {
    applyToStack: (stack) =>
      stack.addRelativeTo(
        (next: FinalizeHandler<I, O>, context: HandlerExecutionContext): FinalizeHandler<I, O> =>
          async (args) => {
            const turn = await pacer.turn(where.account, where.region, operationOf(service, context), signal);
            counts.calls += 1;
            try {
              const answer = await next(args);
              turn.answered();
              return answer;
            } catch (error) {
              if (isThrottle(failureOf(error))) {
                counts.throttles += 1;
                turn.throttled();
              }
              const pause = retryAfterMs(error);
              if (pause > 0) turn.pause(pause);
              throw error;
            }
          },
        { relation: 'after', toMiddleware: 'retryMiddleware', name: 'mlsecPaced' },
      ),
  };
}

/** Shared by the clients of one account and Region: a Region that is not enabled refuses every service. */
export interface RefusalMemory {
  refusal?: unknown;
}

/**
 * Once AWS says that the credentials are no good in this Region, every later call fails with the same answer and without being sent:
 * ten thousand more refusals would say nothing new.
 */
export function failFast<I extends object, O extends object>(memory: RefusalMemory): Pluggable<I, O> {
  return {
    applyToStack: (stack) =>
      stack.add(
        (next) => async (args) => {
          if (memory.refusal !== undefined) throw memory.refusal;
          try {
            return await next(args);
          } catch (error) {
            if (isCredentialFailure(failureOf(error))) memory.refusal = error;
            throw error;
          }
        },
        { step: 'initialize', name: 'mlsecFailFast' },
      ),
  };
}

/** Stops asking what has been asked in vain for long: what was not sent fails as the last call did. */
export function giveUp<I extends object, O extends object>(service: string, breaker: CircuitBreaker): Pluggable<I, O> {
  return {
    applyToStack: (stack) =>
      stack.add((next, context) => (args) => breaker.call(operationOf(service, context), () => next(args)), {
        step: 'initialize',
        name: 'mlsecGiveUp',
      }),
  };
}

function operationOf(service: string, context: { commandName?: string }): string {
  return `${service}:${(context.commandName ?? '').replace(/Command$/, '')}`;
}
