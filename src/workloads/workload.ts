import type { Resource } from '../core/resource.ts';
import type { Fact } from '../inventory/fact.ts';
import type { Placement } from '../network/placement.ts';
import type { Connection, ConnectionGround } from './connection.ts';
import type { InstanceShare } from './instance-addresses.ts';

export type WorkloadKind =
  | 'notebook'
  | 'training-job'
  | 'processing-job'
  | 'transform-job'
  | 'tuning-job'
  | 'auto-ml-job'
  | 'compilation-job'
  | 'optimization-job'
  | 'inference-recommendations-job'
  | 'ai-benchmark-job'
  | 'job'
  | 'labeling-job'
  | 'monitoring-definition'
  | 'monitoring-schedule'
  | 'model'
  | 'endpoint-config'
  | 'endpoint'
  | 'inference-component'
  | 'domain'
  | 'user-profile'
  | 'studio-app'
  | 'cluster';

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
  /**
   * Whether its containers are isolated, one for each part that says so of itself; empty where AWS offers no isolation, or where the parts that
   * would say so are gone. A missing fact stands for a part that could not be read.
   */
  readonly isolation: readonly Fact<Isolation>[];
  /** On how many instances each of its parts runs, and whether what they send each other is encrypted; for the kinds that may have several. */
  readonly traffic?: readonly Fact<ClusterTraffic>[];
  /** Its parts that are in no VPC of the customer's, for the kinds that could be: what says so. */
  readonly outside?: readonly ConnectionGround[];
  /** Why AWS offers this one no VPC or no isolation, where that is so: nobody could set them. */
  readonly limits?: Fact<Limits | undefined>;
  /** What it was made from, for kinds of which there may be thousands. */
  readonly template?: string;
}

/** What AWS does not offer, each with the reason, as the end of a sentence. */
export interface Limits {
  readonly vpc?: string;
  readonly isolation?: string;
}

/** EnableNetworkIsolation of one part. */
export interface Isolation extends Setting<boolean> {
  /** The name of the object that says so: the workload itself, its model, or a job definition. */
  readonly of: string;
  /** The image of AWS's own that needs the network, where it is one. */
  readonly exemptImage?: string | undefined;
  /** The algorithm or model package of another account, such as a seller's of AWS Marketplace, whose code runs in it. */
  readonly foreignCode?: string | undefined;
}

/** The traffic between the instances of one job. */
export interface ClusterTraffic {
  /** `undefined` where AWS did not say. */
  readonly instances: Setting<number | undefined>;
  /** `undefined` where the field was absent and AWS documents no default. */
  readonly encrypted: Setting<boolean | undefined>;
  /** Does SageMaker itself choose the number of instances? */
  readonly chosenByService?: true;
  /** The instances by their types, for what trains; several sets of them where any one may be used. */
  readonly fleets?: readonly (readonly InstanceShare[])[];
}
