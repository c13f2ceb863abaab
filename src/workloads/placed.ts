import type { Gap } from '../core/gap.ts';
import { missing } from '../inventory/fact.ts';
import type { Connection } from './connection.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

/** Where a workload may be, and to what its code is connected. */
export type Placed = Pick<Workload, 'placements' | 'connections' | 'unresolved'>;

/** Nobody knows, since a read failed. */
export function unread(gap: Gap): Placed {
  return { placements: [missing<WorkloadPlacement>(gap)], connections: [missing<Connection>(gap)], unresolved: [] };
}
