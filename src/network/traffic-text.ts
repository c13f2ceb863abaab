import type { IntervalSet } from './interval-set.ts';
import { trafficKinds, type Traffic, type TrafficKind } from './traffic.ts';
import { uniteValues } from './interval-set.ts';

/** What kinds and ports some traffic has, in words: `tcp 443, udp`; empty for none. Addresses are left out. */
export function trafficText(traffic: Traffic): string {
  return trafficKinds.flatMap((kind) => kindText(kind, valuesOf(traffic, kind))).join(', ');
}

function valuesOf(traffic: Traffic, kind: TrafficKind): IntervalSet {
  return traffic[kind].reduce<IntervalSet>((sum, { values }) => uniteValues(sum, values), []);
}

/** Beyond so many ranges of ports a reader learns nothing from more. */
const shown = 4;

function kindText(kind: TrafficKind, values: IntervalSet): readonly string[] {
  if (values.length === 0) return [];
  if (kind === 'icmp') return ['icmp'];
  const ranges = values.slice(0, shown).map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
  const more = values.length > shown ? ' …' : '';
  if (kind === 'other') return [values.length === 1 && values[0]?.first === values[0]?.last ? `protocol ${ranges[0]}` : 'other protocols'];
  const [only] = values;
  if (values.length === 1 && only !== undefined && only.first <= 1 && only.last === 65_535) return [kind];
  return [`${kind} ${ranges.join(' ')}${more}`];
}
