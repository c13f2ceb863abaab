import type { TextPatterns } from './text-classes.ts';

/** Which places in the patterns may come next. */
export interface MachineState {
  /** Each state of a machine has its own. */
  readonly id: number;
  /** How many places there are. */
  readonly size: number;
  /** Is a text that ends here one of those? */
  readonly accepts: boolean;
  /** The characters that make a difference here. */
  readonly expects: readonly string[];
  /** The one character that can come next, where there is but one. */
  readonly only: string | undefined;
}

interface State extends MachineState {
  readonly places: readonly number[];
  /** Where each character leads, as far as it has been asked. */
  readonly next: Map<string, State | undefined>;
}

/** Follows a pattern's last character, and is none. */
const end = '';

/**
 * A list of patterns as a machine: a text leads it from state to state, and those that accept are where it matches one of them. States are
 * found when they are first come by, and kept.
 */
export class TextMachine {
  /** All patterns, one after the other, each with its end. */
  readonly #tokens: readonly string[];
  /** Of each place: may a wildcard there take a colon? */
  readonly #overColons: readonly boolean[];
  readonly #ignoresCase: boolean;
  readonly #barred: string;
  readonly #states = new Map<string, State>();
  readonly start: MachineState;

  /** @param barred characters that no wildcard takes */
  constructor(texts: readonly string[], kind: TextPatterns['kind'], barred = '') {
    this.#barred = barred;
    this.#ignoresCase = kind === 'case';
    const parts = texts.map((text) => [...text.split(''), end]);
    this.#tokens = parts.flat();
    this.#overColons = parts.flatMap((tokens) => (kind === 'arn' ? afterFifthColon(tokens) : tokens.map(() => true)));
    let begin = 0;
    const starts = parts.map(({ length }) => (begin += length) - length);
    this.start = this.#stateOf(this.#closure(starts));
  }

  /** Where a character leads from a state of this machine; undefined where no pattern goes on so. */
  step(state: MachineState, character: string): MachineState | undefined {
    const from = state as State;
    let after = from.next.get(character);
    if (after === undefined && !from.next.has(character)) {
      const places = this.#after(from.places, character);
      after = places.length === 0 ? undefined : this.#stateOf(places);
      from.next.set(character, after);
    }
    return after;
  }

  #after(places: readonly number[], character: string): readonly number[] {
    const after: number[] = [];
    for (const place of places) {
      const token = this.#tokens[place] ?? end;
      if (token === '*' || token === '?') {
        if ((character === ':' && this.#overColons[place] !== true) || this.#barred.includes(character)) continue;
        after.push(token === '*' ? place : place + 1);
      } else if (token !== end && (token === character || (this.#ignoresCase && token.toLowerCase() === character.toLowerCase()))) {
        after.push(place + 1);
      }
    }
    return this.#closure(after);
  }

  /** An asterisk may also stand for nothing. Places come in order: one that is not past the last is there already, with what follows from it. */
  #closure(places: readonly number[]): readonly number[] {
    const all: number[] = [];
    let last = -1;
    for (const place of places) {
      if (place <= last) continue;
      all.push((last = place));
      while (this.#tokens[last] === '*') all.push((last += 1));
    }
    return all;
  }

  #stateOf(reached: readonly number[]): State {
    // A last asterisk takes whatever comes: the rest of the list makes no difference any more.
    const last = this.#barred === '' ? reached.find((place) => this.#takesTheRest(place)) : undefined;
    const places = last === undefined ? reached : [last, last + 1];
    const key = last === undefined ? places.join() : 'the rest';
    let state = this.#states.get(key);
    if (state === undefined) this.#states.set(key, (state = this.#described(places)));
    return state;
  }

  #takesTheRest(place: number): boolean {
    return this.#tokens[place] === '*' && this.#tokens[place + 1] === end && this.#overColons[place] === true;
  }

  #described(places: readonly number[]): State {
    const expects = places.flatMap((place) => {
      const token = this.#tokens[place] ?? end;
      if (token === end) return [];
      if (token === '*' || token === '?') return this.#overColons[place] === true ? this.#barred.split('') : [':'];
      return this.#ignoresCase ? [token, token.toLowerCase(), token.toUpperCase()] : [token];
    });
    const [place = -1, ...others] = places;
    const token = this.#tokens[place] ?? end;
    const only = others.length > 0 || token === '*' || token === '?' || token === end || this.#ignoresCase ? undefined : token;
    const accepts = places.some((at) => this.#tokens[at] === end);
    return { id: this.#states.size, size: places.length, accepts, expects, only, places, next: new Map() };
  }
}

/** Of each place of an ARN: does it stand in its sixth part, in which colons are characters like all others? */
function afterFifthColon(tokens: readonly string[]): readonly boolean[] {
  let colons = 0;
  return tokens.map((token) => {
    const past = colons >= 5;
    if (token === ':') colons += 1;
    return past;
  });
}
