const names: ReadonlyMap<string, string> = new Map([
  ['-1', 'all'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['1', 'icmp'],
  ['58', 'icmpv6'],
]);

/** A protocol as rules name it, in words: `tcp`, `all`, `protocol 50`. */
export function protocolText(protocol: string | undefined): string {
  const name = names.get(protocol ?? '-1') ?? protocol ?? 'all';
  return /^[0-9]+$/.test(name) ? `protocol ${name}` : name;
}

/** Ports as rules name them: `443`, `1024-65535`; empty for all. */
export function portsText(from: number | undefined, to: number | undefined): string {
  if (from === undefined || from === -1 || (from === 0 && to === 65_535)) return '';
  return from === to ? String(from) : `${from}-${to ?? ''}`;
}
