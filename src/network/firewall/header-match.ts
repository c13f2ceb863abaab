import type { AddressSet, IpFamily } from '../address-set.ts';
import { areaOf, type Area } from '../area.ts';
import type { IntervalSet } from '../interval-set.ts';
import { everyValue, noTraffic, otherProtocols, trafficKinds, unite, type Traffic, type TrafficKind } from '../traffic.ts';
import type { Match } from './first-match.ts';
import type { HeaderRule } from './header-rule.ts';
import { holds, holdsPorts, ruleAddresses, rulePorts, type Bounds, type Names } from './rule-expression.ts';

/** Whose packets are matched: those that the sender sends, or those that come back to it. */
export interface View {
  readonly family: IpFamily;
  readonly local: AddressSet;
  /** The ports of the sender that are asked about: all that it may choose, to learn what is possible, or one, to learn what is certain with it. */
  readonly localPorts: IntervalSet;
  readonly packets: 'sent' | 'returned';
}

/** Any port: a sender's own code chooses it, and a NAT gateway takes what it likes. */
export const chosenPorts: IntervalSet = [{ first: 1, last: 65_535 }];

/** A port that senders take, and rules seldom single out: what gets through from it gets through. */
export const ordinaryPort: IntervalSet = [{ first: 40_000, last: 40_000 }];

/** Protocols of the application layer run over these; the header of a rule for one of them does not yet tell what it matches. */
const carriers: Readonly<Record<string, readonly TrafficKind[]>> = {
  http: ['tcp'],
  http1: ['tcp'],
  http2: ['tcp'],
  tls: ['tcp'],
  ssl: ['tcp'],
  ssh: ['tcp'],
  smtp: ['tcp'],
  ftp: ['tcp'],
  imap: ['tcp'],
  smb: ['tcp'],
  msn: ['tcp'],
  ntp: ['udp'],
  dhcp: ['udp'],
  tftp: ['udp'],
  ikev2: ['udp'],
  ike: ['udp'],
  quic: ['udp'],
};

const kindsOf: Readonly<Record<string, readonly TrafficKind[]>> = { ip: trafficKinds, tcp: ['tcp'], udp: ['udp'], icmp: ['icmp'] };

/**
 * What the header of a rule matches, by the address and port at the far end. Where it has options that narrow it, that is the most it matches.
 *
 * @throws TooComplex
 */
export function headerMatch(rule: HeaderRule, view: View, names: Names): Match {
  if ((rule.flow === 'to-server' && view.packets === 'returned') || (rule.flow === 'to-client' && view.packets === 'sent')) return nothing;
  const straight = oneWay(rule, view, names, view.packets === 'sent');
  if (!rule.bothWays) return straight;
  const turned = oneWay(rule, view, names, view.packets !== 'sent');
  return { must: unite(straight.must, turned.must), may: unite(straight.may, turned.may) };
}

const nothing: Match = { must: noTraffic, may: noTraffic };

function oneWay(rule: HeaderRule, { family, local, localPorts }: View, names: Names, localIsSource: boolean): Match {
  const [near, nearPort, far, farPort] = localIsSource
    ? [rule.source, rule.sourcePort, rule.destination, rule.destinationPort]
    : [rule.destination, rule.destinationPort, rule.source, rule.sourcePort];
  const sender = holds(ruleAddresses(near, family, names), local);
  const senderPorts = holdsPorts(rulePorts(nearPort, names), localPorts);
  if (!sender.some || !senderPorts.some) return nothing;
  const remote = ruleAddresses(far, family, names);
  const ports = rulePorts(farPort, names);
  const exact = rule.exact && sender.each;
  const own = kindsOf[rule.protocol];
  const kinds = own ?? carriers[rule.protocol] ?? trafficKinds;
  const must = matched(
    kinds,
    remote.must,
    ports.must,
    family,
    (kind) => exact && own !== undefined && (senderPorts.each || !hasPorts(kind)),
  );
  // Where a rule names ports, nobody says what becomes of protocols that have none.
  const portless = sameAsAny(ports) && senderPorts.each;
  return {
    must: portless ? must : { ...must, icmp: [], other: [] },
    may: matched(kinds, remote.may, ports.may, family, () => true),
  };
}

function matched(
  kinds: readonly TrafficKind[],
  addresses: AddressSet,
  ports: IntervalSet,
  family: IpFamily,
  when: (kind: TrafficKind) => boolean,
): Traffic {
  const of = (kind: TrafficKind, values: IntervalSet): Area => (kinds.includes(kind) && when(kind) ? areaOf(addresses, values) : []);
  return { tcp: of('tcp', ports), udp: of('udp', ports), icmp: of('icmp', everyValue), other: of('other', otherProtocols[family]) };
}

function hasPorts(kind: TrafficKind): boolean {
  return kind === 'tcp' || kind === 'udp';
}

function sameAsAny({ must }: Bounds<IntervalSet>): boolean {
  return must.some(({ first, last }) => first <= 1 && last === 65_535);
}
