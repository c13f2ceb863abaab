import type { SectionMemory } from './answer-memory.ts';
import type { ManyAtOnce } from './many-at-once.ts';

/** Explains what an earlier scan has explained already, without a call. */
export function memorySource<Summary, Detail>(
  memory: SectionMemory,
  keyOf: (summary: Summary) => string | undefined,
): ManyAtOnce<Summary, Detail> {
  let cached = 0;
  return {
    find: async ({ wanted }) => {
      const found = new Map<Summary, Detail>();
      for (const summary of wanted) {
        const key = keyOf(summary);
        const answer = key === undefined ? undefined : memory.recall(key);
        // What was kept has the shape that is asked for: the memory is opened by it.
        if (answer !== undefined) found.set(summary, answer as Detail);
      }
      cached += found.size;
      return found;
    },
    ledger: () => [],
    cached: () => cached,
    gap: () => undefined,
  };
}
