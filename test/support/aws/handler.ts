import type { AccountFixture, CollectionName } from './account.ts';
import type { ServiceName } from './services.ts';

/** A request as the service sees it: who asks, where, and for what. Timestamps in the input are dates. */
export interface Call {
  readonly service: ServiceName;
  readonly operation: string;
  readonly account: AccountFixture;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Empty pages that a list puts before each full one. */
  readonly emptyPages: number;
  /** The most rows that a page of a list holds, whatever was asked for: AWS may always give fewer. */
  readonly pageLimit: number;
  /** All accounts that are served, and how long sessions of theirs last. */
  readonly neighbours?: ReadonlyMap<string, AccountFixture>;
  readonly sessionSeconds?: number;
}

/** What the service answers, as JSON keeps it: dates are still ISO strings. */
export type Answer = Readonly<Record<string, unknown>>;

/** @throws AwsError to refuse */
export type Handler = (call: Call) => Answer;

/** A resource of any kind, looked at member by member. */
export type Item = Readonly<Record<string, unknown>>;

/** What the account has of one kind in the Region of the call. */
export function itemsOf(call: Call, collection: CollectionName): readonly Item[] {
  return call.account.regions[call.region]?.[collection] ?? [];
}

/** An input member that should be a string; `undefined` where it was not given. */
export function text(input: Call['input'], member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}

/** The value at a path such as `WarmPoolStatus.Status`. */
export function at(item: unknown, path: string): unknown {
  let value = item;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Item)[step];
  }
  return value;
}
