import { parseAddress, type AddressSet, type IpFamily } from '../network/address-set.ts';
import type { IntervalSet } from '../network/interval-set.ts';
import { areaOf } from '../network/area.ts';
import { allTraffic, noTraffic, type Traffic } from '../network/traffic.ts';

/** What `--to` asks about. */
export type Target =
  | {
      readonly kind: 'addresses';
      readonly text: string;
      readonly family: IpFamily;
      readonly addresses: AddressSet;
      readonly ports: TargetPorts;
    }
  | { readonly kind: 'host'; readonly text: string; readonly host: string; readonly ports: TargetPorts };

/** One port of TCP or UDP, or everything. */
export type TargetPorts = { readonly protocol: 'tcp' | 'udp'; readonly port: number } | 'all';

/**
 * Reads `HOST|CIDR[:port[/udp]]`: an address or block, IPv6 with a port in brackets, or a host name.
 *
 * @returns undefined where it is none of these
 */
export function parseTarget(text: string): Target | undefined {
  const whole = parseAddress(text);
  if (whole !== undefined) return { kind: 'addresses', text, family: whole.family, addresses: [whole], ports: 'all' };
  const match = /^(?:\[([^\]]+)\]|([^:]+))(?::([0-9]{1,5})(?:\/(tcp|udp))?)?$/i.exec(text);
  if (match === null) return undefined;
  const [, bracketed, plain, portText, protocol] = match;
  const name = bracketed ?? plain ?? '';
  const port = portText === undefined ? undefined : Number(portText);
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  const ports: TargetPorts = port === undefined ? 'all' : { protocol: protocol?.toLowerCase() === 'udp' ? 'udp' : 'tcp', port };
  const address = parseAddress(name);
  if (address !== undefined) return { kind: 'addresses', text, family: address.family, addresses: [address], ports };
  // What looks like an address or a block and is none must not be taken for a name.
  if (bracketed !== undefined || name.includes('/') || /^[0-9.]+$/.test(name) || /^0x/i.test(name)) return undefined;
  const host = name.toLowerCase().replace(/\.$/, '');
  return /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/.test(host)
    ? { kind: 'host', text, host, ports }
    : undefined;
}

/** Everything to these addresses that the target's ports name. */
export function targetTraffic(addresses: AddressSet, family: IpFamily, ports: TargetPorts): Traffic {
  if (ports === 'all') return allTraffic(addresses, family);
  const values: IntervalSet = [{ first: ports.port, last: ports.port }];
  return { ...noTraffic, [ports.protocol]: areaOf(addresses, values) };
}
