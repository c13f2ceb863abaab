import { isPlain } from './columns.ts';

/**
 * Making text from AWS safe to show.
 *
 * Names, tags and error messages are written by whoever may create a resource, so by an attacker too. Unescaped, such a text moves the cursor
 * of a terminal, reads backwards, hides, breaks a line, or gives orders to the CI runner whose log it ends up in.
 * What is taken out stays visible as an escape: a reader should see that a name is odd.
 */

/**
 * Control and format characters, surrogates without a partner, private use, line separators, whatever has no width, and every space but the
 * plain one: GitHub's runner trims all of Unicode's white space before it looks for a command.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu;

/** `##[command]` and `##vso[command]` are obeyed wherever they stand in a line. */
const commandInLine = /##(?=\[|vso\[)/g;

const shortEscapes: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Punctuation of our own that has a plain twin. */
const plainTwins: { readonly [character: string]: string } = {
  '→': '->',
  '←': '<-',
  '…': '...',
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  '≥': '>=',
  '≤': '<=',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};

interface SafeTextOptions {
  /** Longer text is shortened in the middle to this many UTF-16 units. */
  readonly limit?: number;
  /** Nothing beyond ASCII may come out. */
  readonly ascii?: boolean;
}

/** The text on one line, without anything that a terminal or a CI runner would obey, and of bounded length. */
export function safeText(text: string, { limit = 300, ascii = false }: SafeTextOptions = {}): string {
  // Of a longer text only the two ends can survive; nobody should pay for what lies between.
  const ends = text.length > 2 * limit ? text.slice(0, limit) + text.slice(-limit) : text;
  const unarmed = withoutCommands(ends, '#\\#');
  // Plain text holds nothing unsafe. Nearly all is plain, and to make the other pattern ready takes long.
  const visibly = isPlain(unarmed) ? unarmed : unarmed.replace(unsafe, visible);
  const shown = ascii ? visibly.replace(/[^\x20-\x7e]/gu, plain) : visibly;
  return shown.length > limit ? shorten(shown, limit, ascii ? '...' : '…') : shown;
}

/**
 * Keeps a finished line of output from being read as a command: a backslash in front of `::`, also behind white space or colours, which
 * runners strip.
 */
export function guardLine(line: string): string {
  const unarmed = withoutCommands(line, '#\\#');
  return unarmed.includes('::') || unarmed.includes('section_') ? unarmed.replace(commandAtStart, '$1\\') : unarmed;
}

function withoutCommands(text: string, instead: string): string {
  return text.includes('##') ? text.replace(commandInLine, instead) : text;
}

// Built from a string, for no linter likes to see an escape character in a pattern.
const commandAtStart = new RegExp(String.raw`^((?:\u001b\[[\d;]*m|\s)*)(?=::|section_(?:start|end):)`, 'u');

/** JSON on one line that is safe in a log and in a browser; it parses to the same value as plain JSON. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return withoutCommands(isPlain(text) ? text : text.replace(unsafe, utf16Escape), '#\\u0023');
}

function visible(character: string): string {
  return shortEscapes[character] ?? codePointEscape(character);
}

function plain(character: string): string {
  return plainTwins[character] ?? codePointEscape(character);
}

function codePointEscape(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** JSON knows only escapes of four digits: one for each half of a character beyond the first 65,536. */
function utf16Escape(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

/** Cuts out the middle, by whole characters and whole escapes. */
function shorten(text: string, limit: number, ellipsis: string): string {
  const pieces = text.match(/\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|[^]/gu) ?? [];
  const room = limit - ellipsis.length;
  const head = take(pieces, Math.ceil(room / 2));
  const tail = take([...pieces].reverse(), Math.floor(room / 2)).reverse();
  return head.join('') + ellipsis + tail.join('');
}

function take(pieces: readonly string[], room: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const piece of pieces) {
    used += piece.length;
    if (used > room) break;
    taken.push(piece);
  }
  return taken;
}
