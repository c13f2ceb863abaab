import type { Io } from './io.ts';
import { columnsOf } from '../reporters/columns.ts';
import { safeText } from '../reporters/escape.ts';
import { speaksUnicode, widthOf } from './terminal.ts';

/** How far a collection is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly calls: number;
  readonly throttles: number;
  readonly doing: string;
}

const liveEveryMs = 100;
const plainEveryMs = 30_000;
const eraseLine = '\r\u001b[2K';

/**
 * Says on stderr how far a long run is: one live line on a terminal, a plain line now and then elsewhere, nothing for a short run.
 *
 * Time is asked for, so that tests need not wait: `tick` shows what is due, whoever calls it.
 */
export class ProgressLine {
  readonly #io: Io;
  readonly #now: () => number;
  readonly #live: boolean;
  readonly #started: number;
  #shownAt: number;
  #visible = false;
  #state: ProgressState | undefined;

  constructor(io: Io, now: () => number) {
    this.#io = io;
    this.#now = now;
    this.#live = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb';
    this.#started = now();
    // The first line of a log is due after a while, the live one at once.
    this.#shownAt = this.#live ? Number.NEGATIVE_INFINITY : this.#started;
  }

  update(state: ProgressState): void {
    this.#state = state;
    this.tick();
  }

  tick(): void {
    const now = this.#now();
    if (this.#state === undefined || now - this.#shownAt < (this.#live ? liveEveryMs : plainEveryMs)) return;
    this.#shownAt = now;
    const text = `mlsec: ${progressText(this.#state, now - this.#started, this.#live && speaksUnicode(this.#io.env, this.#io.platform))}`;
    if (this.#live) {
      this.#visible = true;
      this.#write(`${eraseLine}${cutTo(text, widthOf(this.#io.stderr, this.#io.env) - 1)}`);
    } else {
      this.#write(`${text}\n`);
    }
  }

  /** Takes the live line away, so that something else can be written; the next tick brings it back. */
  clear(): void {
    if (this.#visible) this.#write(eraseLine);
    this.#visible = false;
  }

  #write(text: string): void {
    this.#io.stderr.write(text, () => undefined);
  }
}

function progressText(state: ProgressState, elapsedMs: number, unicode: boolean): string {
  const parts = [
    `${state.done}/${state.total}`,
    `${state.calls} calls`,
    ...(state.throttles > 0 ? [`${state.throttles} throttled`] : []),
    clockText(elapsedMs),
    safeText(state.doing, { limit: 60 }),
  ];
  return parts.filter((part) => part !== '').join(unicode ? ' · ' : ', ');
}

function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A line that is wider than the terminal could not be taken away again. */
function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let cut = '';
  let width = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns) break;
    cut += character;
  }
  return cut;
}
