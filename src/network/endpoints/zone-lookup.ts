import type { PrivateHostedZone } from '../../inventory/sections/private-hosted-zones.ts';
import { isWithin, plainName } from './domain-name.ts';

type RecordSet = Extract<PrivateHostedZone['detail'], { readonly known: true }>['value']['ResourceRecordSets'][number];

/** What a zone has for a name. */
export type ZoneAnswer =
  | { readonly kind: 'records'; readonly records: readonly RecordSet[] }
  /** The zone holds the name and has no record for it; nobody else is asked. */
  | { readonly kind: 'nothing' }
  /** For any name of a kind it has none, but for some of them. */
  | { readonly kind: 'some-names' };

/** The records that lead to an address. */
const leading = new Set(['A', 'AAAA', 'CNAME']);

/**
 * Looks a name up in a zone: its own records, or those of the wildcard beside it or above, which stands for names that do not exist otherwise.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-asterisk
 *
 * @param host a label `*` asks for any name of that kind
 */
export function lookUp(records: readonly RecordSet[], host: string): ZoneAnswer {
  const named = records.map((record) => ({ record, name: plainName(record.Name ?? '') }));
  const at = (name: string) =>
    named.filter((each) => each.name === name && leading.has(each.record.Type ?? '')).map(({ record }) => record);
  const exists = (name: string): boolean => named.some((each) => isWithin(each.name, name));
  const own = at(host);
  if (own.length > 0) return { kind: 'records', records: own };
  const labels = host.split('.');
  // A question for any name is no name that exists.
  if (labels[0] !== '*' && exists(host)) return { kind: 'nothing' };
  for (let depth = 1; depth < labels.length; depth += 1) {
    const above = labels.slice(depth).join('.');
    const wild = at(`*.${above}`);
    if (wild.length > 0) return { kind: 'records', records: wild };
    if (exists(above)) break;
  }
  const kind = labels.slice(1).join('.');
  const some = labels[0] === '*' && named.some(({ name, record }) => name.endsWith(`.${kind}`) && leading.has(record.Type ?? ''));
  return { kind: some ? 'some-names' : 'nothing' };
}
