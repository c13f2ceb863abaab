import { clusters, columnsOf, isPlain } from './columns.ts';

interface WrapOptions {
  /** Whether a word that is wider than a line is torn; otherwise it stands on a line of its own, and sticks out. */
  readonly tear: boolean;
}

/**
 * Fills lines of `width` columns with the words of a plain text; blanks at the ends of lines are left out, line breaks stay.
 *
 * The answers are those of the package wrap-ansi for text without colours, which the tests compare. Loading that one loads string-width, too.
 */
export function wrap(text: string, width: number, { tear }: WrapOptions): readonly string[] {
  const simply = filledSimply(text.trimEnd(), width);
  if (simply !== undefined) return simply;
  return text
    .normalize()
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() === '' ? [''] : wrapLine(line, width, tear)));
}

/**
 * The rows of a text whose characters take one column each, with single blanks between its words: from break to break, without looking at every
 * word. Undefined for any other text, and where a word is wider than a line.
 */
function filledSimply(text: string, width: number): readonly string[] | undefined {
  if (text.startsWith(' ') || text.includes('  ') || !isPlain(text)) return undefined;
  const rows: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const end = text.lastIndexOf(' ', start + width);
    if (end <= start) return undefined;
    rows.push(text.slice(start, end));
    start = end + 1;
  }
  rows.push(text.slice(start));
  return rows;
}

interface Row {
  readonly text: string;
  readonly columns: number;
}

const emptyRow: Row = { text: '', columns: 0 };

function wrapLine(line: string, width: number, tear: boolean): readonly string[] {
  const rows: string[] = [];
  let row = emptyRow;
  for (const word of line.split(' ')) {
    const behind = row.columns > 0 ? { text: `${row.text} `, columns: row.columns + 1 } : row;
    const wide = columnsOf(word);
    if (tear && wide > width) {
      const started = startsHere(behind.columns, wide, width) ? behind : emptyRow;
      if (started !== behind) rows.push(behind.text);
      const torn = tearWord(started, word, width);
      rows.push(...torn.slice(0, -1).map(({ text }) => text));
      row = torn.at(-1) ?? emptyRow;
    } else if (behind.columns > 0 && wide > 0 && behind.columns + wide > width) {
      rows.push(behind.text);
      row = { text: word, columns: wide };
    } else {
      row = { text: behind.text + word, columns: behind.columns + wide };
    }
  }
  return [...rows, row.text].map((text) => text.replace(/ +$/, ''));
}

/** A long word starts on a new line only where that saves a break. */
function startsHere(used: number, wide: number, width: number): boolean {
  const breaksHere = 1 + Math.floor((wide - (width - used) - 1) / width);
  return Math.floor((wide - 1) / width) >= breaksHere;
}

/** The row with the word behind it, and the rows that the rest of the word takes. */
function tearWord(row: Row, word: string, width: number): readonly Row[] {
  const done: Row[] = [];
  let last = row;
  for (const cluster of clusters(word)) {
    const wide = columnsOf(cluster);
    // Marks without a width stay with what they belong to, also behind a full line.
    if (wide > 0 && last.columns > 0 && last.columns + wide > width) {
      done.push(last);
      last = emptyRow;
    }
    last = { text: last.text + cluster, columns: last.columns + wide };
  }
  return [...done, last];
}
