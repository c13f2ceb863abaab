import { collectors } from './index.ts';

/** Every API action that any collector may call, sorted: the permissions of an audit, and all that leaves the process. */
export const declaredActions: readonly string[] = [...new Set(collectors.flatMap(({ actions }) => actions as readonly string[]))].sort();
