import type { IpFamily } from './address-set.ts';
import { intersectValues, noValues, type IntervalSet } from './interval-set.ts';
import { everyValue, otherProtocols, protocolNumbers, type TrafficKind } from './traffic.ts';

/** The ports of a rule, or an ICMP type (`from`) and code (`to`); absent or -1 is any. */
export interface RulePorts {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The values of each kind of traffic that a rule is about. */
export type RuleValues = { readonly [K in TrafficKind]: IntervalSet };

const none: RuleValues = { tcp: noValues, udp: noValues, icmp: noValues, other: noValues };

const every: { readonly [F in IpFamily]: RuleValues } = {
  4: { tcp: everyValue, udp: everyValue, icmp: everyValue, other: otherProtocols[4] },
  6: { tcp: everyValue, udp: everyValue, icmp: everyValue, other: otherProtocols[6] },
};

const numberOfName: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/**
 * What a rule's protocol and ports mean, for security groups and network ACLs alike. For any protocol but TCP, UDP and ICMP all ports count,
 * whatever the rule says. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 *
 * @param protocol a name, a number as text, or -1 for all
 * @returns undefined where they make no sense
 */
export function ruleValues(protocol: string | undefined, ports: RulePorts, family: IpFamily): RuleValues | undefined {
  if (protocol === undefined) return undefined;
  const name = protocol.toLowerCase();
  if (name === '-1' || name === 'all') return every[family];
  const number = numberOfName[name] ?? (/^(0|[1-9][0-9]{0,2})$/.test(name) ? Number(name) : undefined);
  if (number === undefined || number > 255) return undefined;
  if (number === protocolNumbers.icmp[family]) return within('icmp', icmpValues(ports));
  if (number === protocolNumbers.tcp) return within('tcp', portValues(ports));
  if (number === protocolNumbers.udp) return within('udp', portValues(ports));
  return { ...none, other: intersectValues([{ first: number, last: number }], otherProtocols[family]) };
}

function within(kind: TrafficKind, values: IntervalSet | undefined): RuleValues | undefined {
  return values === undefined ? undefined : { ...none, [kind]: values };
}

function portValues({ from = -1, to = -1 }: RulePorts): IntervalSet | undefined {
  if (from === -1 && to === -1) return everyValue;
  if (!isPort(from) || !isPort(to) || from > to) return undefined;
  return [{ first: from, last: to }];
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

/** A type with all its codes, or one code of it; a code without a type means nothing. */
function icmpValues({ from = -1, to = -1 }: RulePorts): IntervalSet | undefined {
  if (from === -1) return to === -1 ? everyValue : undefined;
  if (!isByte(from) || (to !== -1 && !isByte(to))) return undefined;
  return to === -1 ? [{ first: from * 256, last: from * 256 + 255 }] : [{ first: from * 256 + to, last: from * 256 + to }];
}

function isByte(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 255;
}
