import type { Counterexample } from './question.ts';
import type { ContextValue } from './request.ts';

/** What an example says of a key: nothing, where it is not known. */
export function contextEntry(name: string, value: ContextValue): Counterexample['context'] {
  switch (value.kind) {
    case 'absent':
      return [[name, null]];
    case 'one':
      return [[name, value.value]];
    case 'many':
      return [[name, value.values]];
    case 'unknown':
    default:
      return [];
  }
}
