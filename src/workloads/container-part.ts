import type { Gap } from '../core/gap.ts';
import { known, missing } from '../inventory/fact.ts';
import { unread, type Placed } from './placed.ts';
import { codeOf } from './code-of.ts';
import { containerConnections, isolationOf, outsideOf, placementOf, type Origin, type VpcConfig } from './vpc-config.ts';
import type { ClusterTraffic, Isolation, Setting, Workload } from './workload.ts';

/** Containers that run with one set of network settings: a job, or one of the definitions that it makes jobs from. */
export interface ContainerPart {
  readonly origin: Origin;
  readonly settings: NetworkSettings;
  readonly image: string | undefined;
  /** The algorithm that it trains with, by name or ARN, where it is one. */
  readonly algorithm?: string | undefined;
  readonly instances: Setting<number | undefined>;
  /** The instances by their types, for what trains; several sets of them where any one may be used. */
  readonly fleets?: ClusterTraffic['fleets'];
}

interface NetworkSettings {
  readonly VpcConfig?: VpcConfig | undefined;
  readonly EnableNetworkIsolation?: boolean | undefined;
  readonly EnableInterContainerTrafficEncryption?: boolean | undefined;
}

/** Where containers run, and what shields them. */
export type Posture = Placed & Pick<Workload, 'isolation' | 'traffic' | 'outside'>;

/** The posture of all parts together; each that is off, or outside, shows. Flags that are absent are off. */
export function postureOf(parts: readonly ContainerPart[], account: string): Posture {
  return {
    placements: parts.flatMap(({ settings, origin }) => placementOf(settings.VpcConfig, origin)),
    connections: parts.flatMap(({ settings, origin }) => containerConnections(settings, origin)),
    unresolved: [],
    outside: parts.flatMap(({ settings, origin }) => outsideOf(settings.VpcConfig, origin)),
    isolation: parts.map(({ settings, origin, image, algorithm }) =>
      known(isolationOf(settings, origin, codeOf([image], [algorithm], account))),
    ),
    traffic: parts.map((part) => known(trafficOf(part))),
  };
}

function trafficOf({ settings, origin: { source, at = '' }, instances, fleets }: ContainerPart): ClusterTraffic {
  const flag = settings.EnableInterContainerTrafficEncryption;
  const path = `${at}EnableInterContainerTrafficEncryption`;
  const encrypted = { value: flag ?? false, source, path, stated: flag !== undefined };
  return { instances, encrypted, ...(fleets === undefined ? {} : { fleets }) };
}

/** Nothing of it is known, since a read failed. */
export function unreadPosture(gap: Gap): Posture {
  return { ...unreadServing(gap), traffic: [missing<ClusterTraffic>(gap)] };
}

/** The same for containers that serve, which do not talk to each other from instance to instance. */
export function unreadServing(gap: Gap): Posture {
  return { ...unread(gap), isolation: [missing<Isolation>(gap)] };
}

/** What would say where the containers run is not there any more, or not understood. */
export function unresolvedPosture(
  reason: string,
  ground: { readonly source: string; readonly path: string; readonly of: string },
): Posture {
  return {
    placements: [],
    connections: [known({ kind: 'unknown', ground: { ...ground, value: null }, reason })],
    unresolved: [reason],
    isolation: [],
  };
}

/** How many instances AWS says that there are. */
export function instancesAt(value: number | undefined, source: string, path: string): Setting<number | undefined> {
  return { value, source, path, stated: value !== undefined };
}
