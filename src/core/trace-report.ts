import type { Gap } from './gap.ts';
import type { PathStep } from './path-step.ts';
import type { Resource } from './resource.ts';

/** What `mlsec trace` tells of one workload or interface: plain data, and the JSON format itself. */
export interface TraceReport {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'mlsec'; readonly version: string };
  /** When what it rests on was read. */
  readonly readAt: string;
  readonly subject: Resource;
  readonly origins: readonly TraceOrigin[];
  readonly answers: readonly TraceAnswer[];
  /** The failed reads that leave an answer undecided. */
  readonly gaps: readonly Gap[];
}

/** Where the subject's packets start from: one of its interfaces, or a subnet in which one may be made. */
export interface TraceOrigin {
  readonly id: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly securityGroupIds: readonly string[];
  /** In CIDR notation; all of a subnet where the interface does not exist yet. */
  readonly addresses: readonly string[];
  readonly account: string;
  readonly region: string;
}

/**
 * `egress` and `ingress`: reachable, blocked, undecided. `dns`: the same, for what leaves through the resolver. `endpoint`: private, public,
 * nowhere, undecided. `to`: reachable, blocked, undecided.
 */
export interface TraceAnswer {
  readonly question: 'egress' | 'ingress' | 'endpoint' | 'dns' | 'to';
  /** Null where the question is not one of addresses. */
  readonly family: 4 | 6 | null;
  /** The service of an endpoint, or what `--to` asked about; null for the internet. */
  readonly target: string | null;
  readonly verdict: 'reachable' | 'blocked' | 'undecided' | 'private' | 'public' | 'nowhere';
  /** One sentence. */
  readonly summary: string;
  readonly pieces: readonly TracePiece[];
  /** For an exposure: changes that cut it, best first. */
  readonly smallestChanges: readonly TraceCut[];
  /** For what is blocked: what would have to change for it to be open; null where that is not known. */
  readonly distance: TraceDistance | null;
  /**
   * For an endpoint that is reached: what its policy allows. `default` and `open`: data gets through to resources of strangers, at least with
   * credentials of theirs. `unparsed`: not weighed. It decides who may do what, and not whether packets get there.
   */
  readonly policy: 'default' | 'open' | 'restricted' | 'unparsed' | null;
  /** For what is blocked: others that it can hand data to, and that reach the internet. */
  readonly pivots: readonly string[];
}

/** What becomes of one part of the traffic. */
export interface TracePiece {
  readonly verdict: 'reachable' | 'blocked' | 'undecided';
  /** The origin it starts from, or for ingress arrives at. */
  readonly origin: string;
  readonly traffic: readonly TraceTraffic[];
  /** Which part of the public internet's addresses it has, from 0 to 1. */
  readonly shareOfInternet: number;
  /** How answers come back; null where nothing gets there. */
  readonly reply: 'full' | 'intermittent' | 'odd-ports' | 'one-way' | null;
  /** Hop by hop; what blocks it is the last step, its kind begins with `blocked-by-`. */
  readonly path: readonly PathStep[];
  readonly blockedBy: { readonly code: string; readonly object: string; readonly detail: string } | null;
  readonly undecidedBy: readonly {
    readonly code: string;
    readonly object: string;
    readonly needs: string;
    readonly operation: string | null;
  }[];
}

/** Addresses that go with the same ports. */
export interface TraceTraffic {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'other';
  readonly remote: readonly string[];
  /** `443`, `1024-65535`; ICMP types and codes as `8/0`; protocol numbers of `other`. */
  readonly ports: string;
}

export interface TraceCut {
  readonly changes: readonly { readonly summary: string; readonly commands: readonly string[] }[];
  readonly endpointsLost: readonly string[];
  readonly othersCut: readonly string[];
}

export interface TraceDistance {
  readonly changes: number;
  readonly blockers: readonly { readonly code: string; readonly object: string; readonly detail: string }[];
}
