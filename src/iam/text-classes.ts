import { matchesGlob } from './glob.ts';

/** A pattern of texts, as {@link textClasses} tells texts apart by it. */
export interface TextPattern {
  /** `*` and `?` are wildcards, but in a literal of an operator without them they have been hidden. */
  readonly text: string;
  /** `arn`: a wildcard reaches over no colon before the sixth part. `case`: upper and lower case are the same. */
  readonly kind: 'plain' | 'arn' | 'case';
}

/** Texts, one for each way in which texts can match some of the patterns and not the others. */
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
 * Walks all patterns at once, character by character, as one automaton, and gives the shortest text for each combination of matches that it
 * comes by: so no text in the world is told apart from all of them by any of the patterns.
 *
 * @param base which texts there are: a glob, such as `arn:aws:sagemaker:*:111122223333:model/*`
 */
export function textClasses(patterns: readonly TextPattern[], base: string): TextClasses {
  const telling = [...new Map(patterns.filter((one) => tellsApart(one, base)).map((one) => [`${one.kind} ${one.text}`, one])).values()];
  // Most questions are about resources that every pattern takes as one.
  if (telling.length === 0) return { witnesses: [base.replaceAll(/[*?]/g, fresh)], complete: true };
  const key = JSON.stringify([base, telling.map(({ kind, text }) => `${kind} ${text}`).sort()]);
  let classes = remembered.get(key);
  if (classes === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, (classes = walk(telling, base)));
  }
  return classes;
}

/** Can a pattern match some texts of the base and not others? Where it is quickly seen that it cannot, a walk is saved. */
function tellsApart({ text, kind }: TextPattern, base: string): boolean {
  const [begins, baseBegins] = [literalStart(text), literalStart(base)];
  if (kind !== 'case' && !begins.startsWith(baseBegins) && !baseBegins.startsWith(begins)) return false;
  if (text === '*') return false;
  // What an asterisk takes where the base is open, it takes whatever stands there; a question mark would count it.
  return kind !== 'plain' || text.includes('?') || !matchesGlob(text, base.replaceAll(/[*?]/g, open));
}

/** A character that no pattern names, for what a base leaves open. */
const open = '\uE111';

function literalStart(glob: string): string {
  return /^[^*?]*/.exec(glob)?.[0] ?? '';
}

/** Thousands of principals have the same few policies. */
const remembered = new Map<string, TextClasses>();
const mostRemembered = 1_000;

/** The machines that a text has not left behind yet, each with its state; that of the base is the first. */
type Live = readonly { readonly index: number; readonly machine: Machine; readonly state: readonly number[] }[];

function walk(patterns: readonly TextPattern[], base: string): TextClasses {
  const machines = [new Machine({ text: base, kind: 'plain' }, barredIn(base)), ...patterns.map((pattern) => new Machine(pattern))];
  const other = freshFor(patterns, base);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let work = 0;
  let frontier = [{ live: machines.map((machine, index) => ({ index, machine, state: machine.start() })) as Live, text: '' }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { live, text } of frontier) {
      const accepting = live.filter(({ machine, state }) => machine.accepts(state)).map(({ index }) => index);
      // A text must not be empty: no name is.
      if (accepting[0] === 0 && text !== '') {
        const key = accepting.join();
        if (!found.has(key)) found.set(key, text);
      }
      const [first] = live;
      if (first === undefined) continue;
      // Where the base names the next character, no other one leads on.
      const fixed = first.machine.only(first.state);
      const tried = fixed === undefined ? new Set([other, ...live.flatMap(({ machine, state }) => machine.expects(state))]) : [fixed];
      for (const character of tried) {
        // A text that the base does not take ends here, whatever the patterns make of it.
        if (first.machine.step(first.state, character).length === 0) continue;
        const after: Live = live.flatMap(({ index, machine, state }) => {
          work += 1 + state.length;
          const stepped = machine.step(state, character);
          return stepped.length === 0 ? [] : [{ index, machine, state: stepped }];
        });
        if (work > mostWork) return { witnesses: [...found.values()], complete: false };
        const key = after.map(({ index, state }) => `${index}:${state.join()}`).join(';');
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
function freshFor(patterns: readonly TextPattern[], base: string): string {
  const used = new Set([...patterns.map(({ text }) => text), base].join('').toLowerCase());
  return `${fresh}qzjkvwyabcdefghilmnoprstu0123456789-_.`.split('').find((character) => !used.has(character)) ?? '\uE000';
}

/** One pattern as a machine whose state is the set of places in it that may come next. */
class Machine {
  readonly #tokens: readonly string[];
  readonly #ignoresCase: boolean;
  readonly #barred: string;
  /** The place after which a wildcard may take colons. */
  readonly #free: number;

  /** @param barred characters that no wildcard takes */
  constructor({ text, kind }: TextPattern, barred = '') {
    this.#barred = barred;
    this.#tokens = text.split('');
    this.#ignoresCase = kind === 'case';
    this.#free = kind === 'arn' ? lastPartOf(this.#tokens) : 0;
  }

  start(): readonly number[] {
    return this.#closure([0]);
  }

  accepts(state: readonly number[]): boolean {
    return state.includes(this.#tokens.length);
  }

  /** The characters that make a difference here. */
  expects(state: readonly number[]): readonly string[] {
    return state.flatMap((place) => {
      const token = this.#tokens[place];
      if (token === undefined) return [];
      if (token === '*' || token === '?') return place < this.#free ? [':'] : this.#barred.split('');
      return this.#ignoresCase ? [token, token.toLowerCase(), token.toUpperCase()] : [token];
    });
  }

  /** The one character that can come next, where there is but one. */
  only([place = -1, ...others]: readonly number[]): string | undefined {
    const token = this.#tokens[place];
    return others.length > 0 || token === '*' || token === '?' || this.#ignoresCase ? undefined : token;
  }

  step(state: readonly number[], character: string): readonly number[] {
    const after: number[] = [];
    for (const place of state) {
      const token = this.#tokens[place];
      if (token === undefined) continue;
      if (token === '*' || token === '?') {
        if ((character === ':' && place < this.#free) || this.#barred.includes(character)) continue;
        after.push(token === '*' ? place : place + 1);
      } else if (token === character || (this.#ignoresCase && token.toLowerCase() === character.toLowerCase())) after.push(place + 1);
    }
    return this.#closure(after);
  }

  /** An asterisk may also stand for nothing. */
  #closure(places: readonly number[]): readonly number[] {
    const all = new Set<number>();
    for (let place of places) {
      all.add(place);
      while (this.#tokens[place] === '*') all.add((place += 1));
    }
    return [...all].sort((a, b) => a - b);
  }
}

/** Where the sixth part of an ARN begins: whatever follows may hold colons. */
function lastPartOf(tokens: readonly string[]): number {
  let colons = 0;
  for (const [index, token] of tokens.entries()) {
    if (token === ':' && (colons += 1) === 5) return index + 1;
  }
  return tokens.length;
}
