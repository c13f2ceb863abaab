import ipaddr from 'ipaddr.js';
import { inArea } from '../../src/network/area.ts';
import type { Traffic } from '../../src/network/traffic.ts';
import type { Packet } from './naive-network.ts';

const addressNumber = (text: string): bigint =>
  ipaddr
    .parse(text)
    .toByteArray()
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

/** Is the packet in the set? The only place where a packet is told in the set's own terms. */
export function holds(traffic: Traffic, packet: Packet, of: 4 | 6): boolean {
  const remote = addressNumber(packet.remote);
  const icmp = of === 4 ? 1 : 58;
  if (packet.protocol === 6) return inArea(traffic.tcp, remote, packet.port);
  if (packet.protocol === 17) return inArea(traffic.udp, remote, packet.port);
  if (packet.protocol === icmp) return inArea(traffic.icmp, remote, packet.type * 256 + packet.code);
  return inArea(traffic.other, remote, packet.protocol);
}
