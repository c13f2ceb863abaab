import { firstWildcard, matchesGlob } from './glob.ts';
import { TextMachine, type MachineState } from './text-machine.ts';

/** A list of patterns of which a text matches one or none, as a statement or a condition writes them. */
export interface TextPatterns {
  /** `*` and `?` are wildcards, but in a literal of an operator without them they have been hidden. */
  readonly texts: readonly string[];
  /** `arn`: a wildcard reaches over no colon before the sixth part. `case`: upper and lower case are the same. */
  readonly kind: 'plain' | 'arn' | 'case';
}

/** Texts, one for each way in which texts can match some of the lists and not the others. */
export interface TextClasses {
  readonly witnesses: readonly string[];
  /** False where there were too many to find them all. */
  readonly complete: boolean;
}

/** Steps of machines: more than any real set of policies takes; patterns are written by whoever wrote the policy. */
const mostWork = 2_000_000;

/** Stands for every character that no pattern names. */
const fresh = 'x';

/**
 * Walks all lists at once, character by character, as one automaton, and gives the shortest text for each combination of matches that it
 * comes by: so no text in the world is told apart from all of them by any of the lists.
 *
 * @param base which texts there are: a glob, such as `arn:aws:sagemaker:*:111122223333:model/*`
 */
export function textClasses(lists: readonly TextPatterns[], base: string): TextClasses {
  // The one text that there is, whatever matches it.
  if (firstWildcard(base) === -1) return { witnesses: [base], complete: true };
  const facts = baseOf(base);
  const tell = lists.map((list) => telling(list, facts)).filter(({ texts }) => texts.length > 0);
  // Most questions are about resources that every list takes as one.
  if (tell.length === 0) return { witnesses: [base.replaceAll(/[*?]/g, fresh)], complete: true };
  // In an order of their own: whoever asks first must not decide which of several texts stands for a class.
  const inOrder = [...new Map(tell.map((list) => [JSON.stringify([list.kind, ...list.texts]), list]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([base, ...inOrder.map(([own]) => own)]);
  let classes = remembered.get(key);
  if (classes === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    const distinct = inOrder.map(([, list]) => list);
    remembered.set(key, (classes = walk(distinct, base)));
  }
  return classes;
}

/** Thousands of principals have the same few policies. */
const remembered = new Map<string, TextClasses>();
const mostRemembered = 1_000;

/** What can quickly be said of a base. */
interface Base {
  readonly start: string;
  /** Between colons, where the wildcards of the base take none: then all its texts have as many. */
  readonly parts: readonly string[] | undefined;
  /** With a character for what it leaves open that no pattern names. */
  readonly opened: string;
}

function baseOf(base: string): Base {
  const parts = barredIn(base).includes(':') ? base.split(':') : undefined;
  return { start: literalStart(base), parts, opened: base.replaceAll(/[*?]/g, '\uE111') };
}

/** What of a list can match some texts of the base and not others: nothing, where one of its patterns takes them all. A walk is saved so. */
function telling({ texts, kind }: TextPatterns, base: Base): TextPatterns {
  const left = texts.filter((text) => kind === 'case' || mayMatch(text, base));
  return { kind, texts: left.some((text) => takesAll(text, kind, base)) ? [] : left };
}

/** False where it is quickly seen that a pattern matches no text of the base. */
function mayMatch(text: string, { start, parts }: Base): boolean {
  const begins = literalStart(text);
  if (!begins.startsWith(start) && !start.startsWith(begins)) return false;
  if (parts === undefined || begins === '') return true;
  // Where a pattern has as many colons as every text of the base, its wildcards take none, and part stands for part.
  const own = text.split(':');
  if (own.length !== parts.length) return own.length < parts.length;
  return own.every((part, index) => {
    const [one, other] = [literalStart(part), literalStart(parts[index] ?? '')];
    return one.startsWith(other) || other.startsWith(one);
  });
}

/** True where it is quickly seen that a pattern takes all texts of the base. */
function takesAll(text: string, kind: TextPatterns['kind'], { opened }: Base): boolean {
  // What an asterisk takes where the base is open, it takes whatever stands there; a question mark would count it.
  return text === '*' || (kind === 'plain' && !text.includes('?') && matchesGlob(text, opened));
}

function literalStart(glob: string): string {
  const end = firstWildcard(glob);
  return end === -1 ? glob : glob.slice(0, end);
}

/** The machines that a text has not left behind yet, each with its state; that of the base is the first. */
type Live = readonly { readonly index: number; readonly machine: TextMachine; readonly state: MachineState }[];

function walk(lists: readonly TextPatterns[], base: string): TextClasses {
  const machines = [new TextMachine([base], 'plain', barredIn(base)), ...lists.map(({ texts, kind }) => new TextMachine(texts, kind))];
  const other = freshFor(lists, base);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let work = 0;
  let frontier = [{ live: machines.map((machine, index) => ({ index, machine, state: machine.start })) as Live, text: '' }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { live, text } of frontier) {
      const accepting = live.filter(({ state }) => state.accepts).map(({ index }) => index);
      // A text must not be empty: no name is.
      if (accepting[0] === 0 && text !== '') {
        const key = accepting.join();
        if (!found.has(key)) found.set(key, text);
      }
      const [first] = live;
      if (first === undefined) continue;
      // Where the base names the next character, no other one leads on.
      const { only } = first.state;
      const tried = only === undefined ? new Set([other, ...live.flatMap(({ state }) => state.expects)]) : [only];
      for (const character of tried) {
        // A text that the base does not take ends here, whatever the patterns make of it.
        const kept = first.machine.step(first.state, character);
        if (kept === undefined) continue;
        const after: Live[number][] = [];
        let key = '';
        for (const { index, machine, state } of live) {
          const stepped = index === 0 ? kept : machine.step(state, character);
          work += 1 + state.size;
          if (stepped === undefined) continue;
          after.push({ index, machine, state: stepped });
          key += `${index}:${stepped.id};`;
        }
        if (work > mostWork) return { witnesses: [...found.values()], complete: false };
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ live: after, text: text + character });
      }
    }
    frontier = next;
  }
  return { witnesses: [...found.values()], complete: true };
}

/**
 * What the wildcards of a base cannot stand for: an ARN of one account is none of another's, whatever a pattern that reaches over colons would
 * take. Names hold no colons, but for keys in buckets; and those of SageMaker no slashes, but for model packages with their version.
 */
function barredIn(base: string): string {
  const [scheme, , service, , , path = ''] = base.split(':');
  if (scheme !== 'arn' || service === 's3') return '';
  return service === 'sagemaker' && !path.startsWith('model-package/') ? ':/' : ':';
}

/** A character that stands in no pattern. */
function freshFor(lists: readonly TextPatterns[], base: string): string {
  const used = new Set([...lists.flatMap(({ texts }) => texts), base].join('').toLowerCase());
  return `${fresh}qzjkvwyabcdefghilmnoprstu0123456789-_.`.split('').find((character) => !used.has(character)) ?? '\uE000';
}
