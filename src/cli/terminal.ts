import type { Io, Output } from './io.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the text of a report should be drawn where it goes. */
export interface Drawing {
  readonly color: boolean;
  readonly width: number;
  readonly unicode: boolean;
}

/** Columns where nobody says how many there are: wide enough for an ARN. */
const defaultWidth = 100;

/**
 * Colours or not: `--no-color` and NO_COLOR first, then `--color`, then FORCE_COLOR, then whether this is a terminal that knows colours.
 *
 * @param flag what `--color` or `--no-color` said; undefined for neither
 */
export function wantsColor(flag: boolean | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag === false || filled(env['NO_COLOR']) !== undefined) return false;
  if (flag === true) return true;
  const forced = filled(env['FORCE_COLOR']);
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** May characters beyond ASCII be written? By the locale, as C programs do it; a Windows terminal can always. */
export function speaksUnicode(env: Environment, platform: string): boolean {
  if (platform === 'win32') return true;
  const locale = filled(env['LC_ALL']) ?? filled(env['LC_CTYPE']) ?? filled(env['LANG']) ?? '';
  // In small letters: to compare without case, V8 loads the tables of Unicode.
  return /utf-?8/.test(locale.toLowerCase());
}

export function widthOf(output: Output, env: Environment): number {
  if (output.columns !== undefined && output.columns > 0) return output.columns;
  const told = Number(env['COLUMNS']);
  return Number.isInteger(told) && told > 0 ? told : defaultWidth;
}

/** How to draw on stdout. */
export function drawingFor(io: Io, colorFlag: boolean | undefined): Drawing {
  return {
    color: wantsColor(colorFlag, io.env, io.stdout.isTTY === true),
    width: widthOf(io.stdout, io.env),
    unicode: speaksUnicode(io.env, io.platform),
  };
}

/** How to draw in a file: never coloured, and as wide on every machine. */
export const fileDrawing: Drawing = { color: false, width: defaultWidth, unicode: true };

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
