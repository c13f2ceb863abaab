import type { Resource } from '../core/resource.ts';
import type { Fact } from '../inventory/fact.ts';
import type { Placement } from '../network/placement.ts';
import type { Connection } from './connection.ts';

export type WorkloadKind = 'notebook' | 'training-job' | 'model' | 'endpoint' | 'domain' | 'user-profile' | 'cluster';

/** `configured` is what does not run itself: a model says how its containers will run. */
export type Lifecycle = 'running' | 'finished' | 'stopped' | 'configured';

/** Something that AWS told us, and where it stood. */
export interface Setting<T> {
  readonly value: T;
  /** The API action that answered. */
  readonly source: string;
  /** Where in its answer. */
  readonly path: string;
  /** False where the field was absent and `value` is what AWS documents for that. */
  readonly stated: boolean;
}

/** A placement, and what put the workload there. */
export interface WorkloadPlacement extends Placement {
  /** What named the subnets. */
  readonly source: string;
  readonly subnetsPath: string;
  /** The name of the object that says so: the workload itself, the model behind an endpoint, or the domain of a user profile. */
  readonly of: string;
  /** What named the security groups, each place that adds some. */
  readonly groupsFrom: readonly GroupsFrom[];
}

/** Security groups, and what gave them to the workload. */
export interface GroupsFrom {
  readonly ids: readonly string[];
  readonly source: string;
  readonly path: string;
  readonly of: string;
}

/** One thing that SageMaker runs, or is told to run, with its effective posture. */
export interface Workload {
  readonly kind: WorkloadKind;
  readonly resource: Resource;
  readonly lifecycle: Lifecycle;
  /** Where it may be in customers' VPCs; empty when it is in none. A missing fact stands for a part that could not be read. */
  readonly placements: readonly Fact<WorkloadPlacement>[];
  /** Why part of the placements cannot be known although every read succeeded. */
  readonly unresolved: readonly string[];
  /** To which networks its code is connected, by way of placements or past them. A missing fact stands for a part that could not be read. */
  readonly connections: readonly Fact<Connection>[];
  /** EnableNetworkIsolation, for the kinds that have it themselves. */
  readonly isolation?: Fact<Setting<boolean>>;
  /** On how many instances it runs, and whether what they send each other is encrypted; for the kinds that may have several. */
  readonly traffic?: Fact<ClusterTraffic>;
}

/** The traffic between the instances of one job. */
export interface ClusterTraffic {
  /** `undefined` where AWS did not say. */
  readonly instances: Setting<number | undefined>;
  readonly encrypted: Setting<boolean>;
}
