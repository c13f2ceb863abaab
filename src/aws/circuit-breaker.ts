import type { Clock } from './clock.ts';
import { failureOf, isRefusal, isThrottle, isUnreachable } from './failure.ts';

/** Calls that must have failed alike, one after the other, before the next one is not sent. */
export const failuresInARow = 20;

/** And so long must nobody have answered, where the failures are not AWS's refusals: an outage that passes costs no more than it lasts. */
export const patienceMs = 5 * 60_000;

/** Failures without an answer between them. */
interface Streak {
  readonly kind: 'refused' | 'unanswered';
  readonly since: number;
  failures: number;
  /** Calls that came to their turn since it began, sent or not. */
  asked: number;
  /** Which of them is sent next, to see whether it still fails. */
  nextTry: number;
  last: unknown;
}

/**
 * Keeps a scan from asking ten thousand times what is never answered: one for each account and Region.
 *
 * Once an operation has failed {@link failuresInARow} times in a row, further calls fail with the same code and are not sent, but for the
 * 40th, the 80th, the 160th and so on: a permission may depend on the resource, so that one answer sets all going again.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  readonly #streaks = new Map<string, Streak>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Sends a call, retries included, unless its like have failed for long.
   *
   * @throws whatever `send` throws; and an error of the code that the last call ended with, where this one was not sent
   */
  async call<T>(operation: string, send: () => Promise<T>): Promise<T> {
    const streak = this.#streaks.get(operation);
    if (streak !== undefined && !this.#worthATry(streak)) throw notAskedAgain(streak);
    try {
      const answer = await send();
      this.#streaks.delete(operation);
      return answer;
    } catch (error) {
      this.#note(operation, error);
      throw error;
    }
  }

  #worthATry(streak: Streak): boolean {
    streak.asked += 1;
    if (streak.failures < failuresInARow) return true;
    if (streak.kind === 'unanswered' && this.#clock.now() - streak.since < patienceMs) return true;
    if (streak.asked < streak.nextTry) return false;
    streak.nextTry = streak.asked * 2;
    return true;
  }

  #note(operation: string, error: unknown): void {
    const kind = kindOf(error);
    if (kind === 'interrupted') return;
    if (kind === 'answered') {
      this.#streaks.delete(operation);
      return;
    }
    let streak = this.#streaks.get(operation);
    if (streak?.kind !== kind) {
      streak = { kind, since: this.#clock.now(), failures: 0, asked: 1, nextTry: 2 * failuresInARow, last: error };
      this.#streaks.set(operation, streak);
    }
    streak.failures += 1;
    streak.last = error;
  }
}

/** That a resource is gone, or that the question was wrong, is an answer, too. */
function kindOf(error: unknown): Streak['kind'] | 'answered' | 'interrupted' {
  const failure = failureOf(error);
  if (failure.code === 'Interrupted') return 'interrupted';
  if (isRefusal(failure)) return 'refused';
  const faulty = error instanceof Error && (error as { readonly $fault?: unknown }).$fault === 'server';
  return faulty || isThrottle(failure) || isUnreachable(failure) || failure.code === 'UnreadableAnswer' ? 'unanswered' : 'answered';
}

function notAskedAgain({ failures, last }: Streak): Error {
  const { code, message } = failureOf(last);
  const error = new Error(`not asked, since ${failures} calls in a row had failed, the last with: ${message}`, { cause: last });
  error.name = code;
  return error;
}
