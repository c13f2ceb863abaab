import type { Packet } from '../naive-network.ts';
import type { Answer } from './fate.ts';

/** A port of the sender's to which the replies have found their way so far. */
export interface ReplyPort {
  readonly port: number;
  readonly sure: boolean;
}

/** One packet on its way, as the hop that it has come to sees it. */
export interface Parcel extends Packet {
  readonly source: string;
  /** The sender takes any port it likes: those for which replies get back, all the way to here. */
  readonly ports: readonly ReplyPort[];
  /** The VPC of the interface, or NAT gateway, that sends. */
  readonly vpcId: string;
  /** The sender's security groups, as long as nothing has hidden them. */
  readonly groups: readonly string[] | undefined;
  /** What the gateway of that VPC pairs the sender with. */
  readonly paired: 'public' | 'carrier' | 'none';
  readonly isNat: boolean;
  /** Has it been through an endpoint of a firewall, and of an appliance? */
  readonly inspectedBy: readonly ('firewall' | 'appliance')[];
  /** Peerings, transit gateways and endpoints since the sender, through which replies may come back. */
  readonly cameBy: readonly string[];
  /** What the tables of transit gateways passed since the sender say of replies. */
  readonly tablesBack: readonly Answer[];
  /** Every state it has been in: to be in one again is to go round for ever. */
  readonly seen: readonly string[];
}

/** The family that the packet is of. */
export function familyOf({ remote }: Pick<Packet, 'remote'>): 4 | 6 {
  return remote.includes(':') ? 6 : 4;
}

/** Notes that the packet has come to a thing; undefined where it has been there before, just as it is now. */
export function at(parcel: Parcel, thing: string): Parcel | undefined {
  const state = `${thing} ${parcel.source} ${parcel.remote}`;
  return parcel.seen.includes(state) ? undefined : { ...parcel, seen: [...parcel.seen, state] };
}

/** Keeps those ports to which the replies also pass here. Only TCP needs any. */
export function withReplies(parcel: Parcel, pass: (port: number) => Answer): Parcel {
  if (parcel.protocol !== 6) return parcel;
  const ports = parcel.ports.flatMap(({ port, sure }): readonly ReplyPort[] => {
    const answer = pass(port);
    return answer === 'no' ? [] : [{ port, sure: sure && answer === 'yes' }];
  });
  return { ...parcel, ports };
}

/** Is the sender answered? */
export function answered({ protocol, ports }: Parcel): Answer {
  if (protocol !== 6 || ports.some(({ sure }) => sure)) return 'yes';
  return ports.length > 0 ? 'maybe' : 'no';
}
