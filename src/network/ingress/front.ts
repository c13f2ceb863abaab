import type { AddressSet, IpFamily } from '../address-set.ts';
import type { Doubt } from '../doubt.ts';
import type { Place } from '../network.ts';
import type { PortMapping } from './inbound.ts';

/** A load balancer that the internet reaches. */
export interface Balancer {
  /** Its ARN; the name of a classic one. */
  readonly id: string;
  readonly type: 'application' | 'network' | 'classic';
  readonly place: Place;
  readonly subnetIds: readonly string[];
  /** A network load balancer may have none, and then lets everything in. */
  readonly groupIds: readonly string[];
  /** The families in which clients reach it. */
  readonly families: readonly IpFamily[];
  /** How the descriptions of its interfaces begin. */
  readonly described: string;
}

/** One way from a listener of a load balancer to an interface. */
export interface Front {
  readonly balancer: Balancer;
  readonly ports: PortMapping;
  /** The target, by addresses of one family. */
  readonly receiver: { readonly family: IpFamily; readonly addresses: AddressSet };
  /** Does the target see the address of the client? `either` where only an attribute tells that is not read. */
  readonly keepsClient: 'yes' | 'no' | 'either';
  /** Why there may be no such way. */
  readonly doubts: readonly Doubt[];
}

/** The ways that are seen, and why there may be more. */
export interface Fronts {
  readonly fronts: readonly Front[];
  readonly doubts: readonly Doubt[];
}

/** Is it a port at all? */
export function isPort(port: number | undefined): port is number {
  return port !== undefined && Number.isInteger(port) && port > 0 && port <= 65_535;
}
