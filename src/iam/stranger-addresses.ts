import { addressRange, addressText, liesIn, type AddressRange } from './address-range.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { NamedPolicy, PolicySet } from './policy-set.ts';

/** Addresses for documentation, which belong to nobody. RFC 5737, RFC 3849 */
const nobodys = ['198.51.100.7', '203.0.113.7', '192.0.2.7', '2001:db8::7'];

/**
 * Addresses of the internet that stand for any: in none of the networks that policies single out. A range wider than any company's network
 * singles out nobody, and is represented as well.
 */
export function strangerAddresses(policies: PolicySet): readonly string[] {
  const ranges = [...new Set(policiesOf(policies).map(({ document }) => document))].flatMap(rangesIn);
  const limited = ranges.filter((range) => !isWide(range));
  const beside = limited.flatMap((range) => (range.last < lastOf(range.family) ? [addressText(range.family, range.last + 1n)] : []));
  const within = ranges.filter(isWide).map(({ family, first, last }) => addressText(family, (first + last) / 2n));
  const strangers = [...nobodys, ...within, ...beside].filter((text) => !limited.some((range) => holds(range, text)));
  return [...new Set(strangers)].slice(0, most);
}

/** Enough to have one in each half of the world. */
const most = 12;

/** No company has more than a /8 of IPv4 or a /20 of IPv6 for itself. */
function isWide({ family, first, last }: AddressRange): boolean {
  return last - first + 1n > (family === 4 ? 2n ** 24n : 2n ** 108n);
}

function lastOf(family: AddressRange['family']): bigint {
  return (family === 4 ? 2n ** 32n : 2n ** 128n) - 1n;
}

function holds(range: AddressRange, text: string): boolean {
  const at = addressRange(text);
  return at !== undefined && liesIn(at, range);
}

function policiesOf({ identity, boundary, session, scp, rcp, resource, endpoint }: PolicySet): readonly NamedPolicy[] {
  const single = [boundary, resource, endpoint].flatMap((policy) => policy ?? []);
  return [...identity, ...single, ...(session ?? []), ...(scp ?? []).flat(), ...(rcp ?? []).flat()];
}

const remembered = new WeakMap<PolicyDocument, readonly AddressRange[]>();

function rangesIn(document: PolicyDocument): readonly AddressRange[] {
  if (document.kind === 'unreadable') return [];
  let ranges = remembered.get(document);
  if (ranges === undefined) {
    ranges = document.statements.flatMap(({ conditions }) =>
      conditions.flatMap(({ key, values }) => (key === 'aws:sourceip' ? values.flatMap((text) => addressRange(text) ?? []) : [])),
    );
    remembered.set(document, ranges);
  }
  return ranges;
}
