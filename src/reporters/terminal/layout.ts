import { columnsOf } from '../columns.ts';
import { wrap } from '../wrap.ts';

/**
 * Wraps plain text to `width` columns, the first line behind `first`, the others behind as many blanks.
 *
 * @param style colours each line by itself, so that no colour ever runs over a line's end
 */
export function hanging(first: string, text: string, width: number, style: (line: string) => string = plain): readonly string[] {
  const indent = columnsOf(first);
  const lines = wrap(text, Math.max(10, width - indent), { tear: true });
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(indent)) + style(line));
}

/** Fills lines with whole items: no line starts with a separator, no item is torn as long as it fits on a line. */
export function flow(
  first: string,
  items: readonly string[],
  separator: string,
  width: number,
  style: (line: string) => string = plain,
): readonly string[] {
  const indent = columnsOf(first);
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const longer = last === undefined ? item : last + separator + item;
    if (last === undefined || columnsOf(longer) > width - indent) lines.push(item);
    else lines[lines.length - 1] = longer;
  }
  return lines.flatMap((line, index) => hanging(index === 0 ? first : ' '.repeat(indent), line, width, style));
}

/** Shortens each word that is longer than a line, such as an ARN. */
export function fitWords(text: string, width: number, ellipsis: string): string {
  return text
    .split(' ')
    .map((word) => fit(word, width, ellipsis))
    .join(' ');
}

function plain(line: string): string {
  return line;
}

/** Shortens plain text in the middle, where names and ARNs differ least. */
export function fit(text: string, width: number, ellipsis: string): string {
  if (columnsOf(text) <= width) return text;
  const room = Math.max(2, width - columnsOf(ellipsis));
  const characters = Array.from(text);
  const head = takeColumns(characters, Math.ceil(room / 2));
  const tail = takeColumns(characters.reverse(), Math.floor(room / 2)).reverse();
  return head.join('') + ellipsis + tail.join('');
}

function takeColumns(characters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += columnsOf(character);
    if (used > width) break;
    taken.push(character);
  }
  return taken;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
}
