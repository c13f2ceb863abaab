import { parseAddress, intersect, subtract, union, type AddressSet, type IpFamily } from '../address-set.ts';
import { everyAddress } from '../every-address.ts';
import { intersectValues, subtractValues, uniteValues, type IntervalSet } from '../interval-set.ts';
import { everyValue } from '../traffic.ts';

/** A set that is not wholly known: at least, and at most. */
export interface Bounds<S> {
  readonly must: S;
  readonly may: S;
}

/** What the names in rules stand for. */
export interface Names {
  /** `$HOME_NET`, without the dollar. */
  readonly addresses: (name: string) => readonly string[] | Bounds<AddressSet> | undefined;
  /** `@LIST`, without the at sign. */
  readonly lists: (name: string) => readonly string[] | undefined;
  /** `$HTTP_PORTS`, without the dollar. */
  readonly ports: (name: string) => readonly string[] | undefined;
}

/** How to reckon with sets of one kind. */
interface Algebra<S> {
  readonly all: S;
  readonly none: S;
  readonly unite: (a: S, b: S) => S;
  readonly subtract: (a: S, b: S) => S;
}

/** Names may stand for lists with names in them; who names himself gets no further than this. */
const deepest = 16;

/**
 * The addresses that a rule of Suricata names: `any`, blocks, names, lists in brackets, `!` before what is left out.
 * https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html#source-and-destination
 */
export function ruleAddresses(text: string, family: IpFamily, names: Names): Bounds<AddressSet> {
  const every = everyAddress[family];
  const algebra: Algebra<AddressSet> = { all: every, none: [], unite: (a, b) => union([...a, ...b]), subtract };
  const listOf = (items: readonly string[] | undefined, depth: number): Bounds<AddressSet> =>
    items === undefined ? { must: [], may: every } : read(algebra, `[${items.join(',')}]`, atom, depth + 1);
  const atom = (word: string, depth: number): Bounds<AddressSet> => {
    if (word.startsWith('$')) {
      const found = names.addresses(word.slice(1));
      return found === undefined || 'length' in found ? listOf(found, depth) : found;
    }
    if (word.startsWith('@')) return listOf(names.lists(word.slice(1)), depth);
    const parsed = parseAddress(word);
    if (parsed === undefined) return { must: [], may: every };
    const own = parsed.family === family ? [{ first: parsed.first, last: parsed.last }] : [];
    return { must: own, may: own };
  };
  return read(algebra, text, atom, 0);
}

/** The ports that a rule of Suricata names: `any`, `443`, `1024:`, `:80`, `[80,443]`, `!22`, `$PORTS`. */
export function rulePorts(text: string, names: Names): Bounds<IntervalSet> {
  const algebra: Algebra<IntervalSet> = { all: everyValue, none: [], unite: uniteValues, subtract: subtractValues };
  const atom = (word: string, depth: number): Bounds<IntervalSet> => {
    if (word.startsWith('$')) {
      const items = names.ports(word.slice(1));
      return items === undefined ? { must: [], may: everyValue } : read(algebra, `[${items.join(',')}]`, atom, depth + 1);
    }
    const [, from = '', colon = '', to = ''] = /^(\d{0,5})(:?)(\d{0,5})$/.exec(word) ?? [];
    const first = from === '' ? 0 : Number(from);
    const last = colon === '' ? first : to === '' ? 65_535 : Number(to);
    if ((from === '' && to === '') || first > last || last > 65_535) return { must: [], may: everyValue };
    return { must: [{ first, last }], may: [{ first, last }] };
  };
  return read(algebra, text, atom, 0);
}

/** Do the bounds hold each of these addresses, or some of them? */
export function holds(bounds: Bounds<AddressSet>, addresses: AddressSet): { readonly each: boolean; readonly some: boolean } {
  return { each: subtract(addresses, bounds.must).length === 0, some: intersect(addresses, bounds.may).length > 0 };
}

/** Do the bounds hold each of these ports, or some of them? */
export function holdsPorts(bounds: Bounds<IntervalSet>, ports: IntervalSet): { readonly each: boolean; readonly some: boolean } {
  return { each: subtractValues(ports, bounds.must).length === 0, some: intersectValues(ports, bounds.may).length > 0 };
}

function read<S>(algebra: Algebra<S>, given: string, atom: (word: string, depth: number) => Bounds<S>, depth: number): Bounds<S> {
  const text = given.trim();
  const { all, none, unite, subtract: less } = algebra;
  if (depth > deepest || text === '') return { must: none, may: all };
  if (text.toLowerCase() === 'any') return { must: all, may: all };
  if (text.startsWith('!')) {
    const { must, may } = read(algebra, text.slice(1), atom, depth + 1);
    return { must: less(all, may), may: less(all, must) };
  }
  if (!text.startsWith('[')) return atom(text, depth);
  const items = itemsOf(text);
  if (items === undefined || items.length === 0) return { must: none, may: all };
  const [taken, left] = [items.filter((item) => !item.startsWith('!')), items.filter((item) => item.startsWith('!'))];
  let [must, may] = taken.length === 0 ? [all, all] : [none, none];
  for (const item of taken) {
    const each = read(algebra, item, atom, depth + 1);
    [must, may] = [unite(must, each.must), unite(may, each.may)];
  }
  for (const item of left) {
    const each = read(algebra, item.slice(1), atom, depth + 1);
    [must, may] = [less(must, each.may), less(may, each.must)];
  }
  return { must, may };
}

/** What stands between the outer brackets, divided at its commas; undefined where brackets do not match. */
function itemsOf(text: string): readonly string[] | undefined {
  const items: string[] = [];
  let [depth, from] = [0, 1];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (depth === 0 && at < text.length - 1) return undefined;
    if ((depth === 1 && text[at] === ',') || depth === 0) {
      items.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return depth === 0 ? items : undefined;
}
