import { setMaxListeners } from 'node:events';
import type { CollectRequest } from '../../src/collectors/collect.ts';
import { sectionNames } from '../../src/inventory/sections.ts';

/** A request for everything, that gives up quickly: what a test changes is what it is about. */
export function requestFor(regions: readonly string[], given: Partial<CollectRequest> = {}): CollectRequest {
  const { signal } = new AbortController();
  setMaxListeners(0, given.signal ?? signal);
  return {
    regions,
    sections: sectionNames,
    since: null,
    readTimeoutMs: 5000,
    connectTimeoutMs: 2000,
    maxAttempts: 3,
    signal,
    now: () => new Date('2026-11-23T08:00:00.000Z'),
    ...given,
  };
}
