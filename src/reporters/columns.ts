import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Letters, digits and punctuation that take one column each, whatever stands beside them: ASCII, Latin, dashes, quotation marks, arrows, the
 * signs of our own reports. Nearly every text is made of these alone.
 */
const plain = /^[\x20-\x7e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u2010-\u2027\u2190-\u2193\u2264\u2265\u2500-\u257f\u2713\u2717]*$/;

/** Does every character of a text take one column, whatever stands beside it? */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

// Built from a string, for no linter likes to see an escape character in a pattern.
const colours = new RegExp(String.raw`\u001b\[[\d;]*m`, 'g');

/**
 * How many columns of a terminal a text takes: two for wide characters and emoji, none for combining marks and colours.
 *
 * The answers are those of the package string-width, which the tests compare. It is not loaded here: to read its pattern of emoji alone takes
 * Node longer than most reports take to write. What is costly is made when a text needs it.
 */
export function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  const uncoloured = text.includes('\u001b') ? text.replace(colours, '') : text;
  if (plain.test(uncoloured)) return uncoloured.length;
  return clusters(uncoloured).reduce((sum, cluster) => sum + clusterColumns(cluster), 0);
}

/** What a reader takes for single characters. */
export function clusters(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  return Array.from(unicode().segmenter.segment(text), ({ segment }) => segment);
}

interface Unicode {
  readonly segmenter: Intl.Segmenter;
  readonly visible: RegExp;
  readonly spacingMark: RegExp;
  readonly emoji: RegExp;
  readonly pictograph: RegExp;
}

let made: Unicode | undefined;

function unicode(): Unicode {
  return (made ??= {
    segmenter: new Intl.Segmenter(),
    visible: /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/u,
    spacingMark: /\p{Mc}/u,
    // From strings: a pattern in the source is read by Node with the file, used or not.
    emoji: new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v'),
    pictograph: new RegExp(String.raw`\p{Extended_Pictographic}`, 'gu'),
  });
}

function clusterColumns(cluster: string): number {
  const { visible, spacingMark } = unicode();
  const at = cluster.search(visible);
  if (at === -1) return 0;
  if (isEmoji(cluster)) return 2;
  const [first = '', ...rest] = Array.from(cluster.slice(at));
  if (isJamo(first)) return jamoColumns([first, ...rest].filter((character) => visible.test(character)));
  const wide = rest.filter((character) => spacingMark.test(character) || /[\uff00-\uffef]/.test(character));
  return [first, ...wide].reduce((sum, character) => sum + characterColumns(character), 0);
}

/** Emoji that Unicode recommends; and those that lack their variation selector, which terminals draw all the same. */
function isEmoji(cluster: string): boolean {
  const { emoji, pictograph } = unicode();
  if (emoji.test(cluster) || /^[\d#*]\u20e3$/.test(cluster)) return true;
  return cluster.length <= 50 && cluster.includes('\u200d') && (cluster.match(pictograph) ?? []).length >= 2;
}

const leadingJamo = /[\u1100-\u115f\ua960-\ua97c]/;
const vowelJamo = /[\u1160-\u11a7\ud7b0-\ud7c6]/;
const trailingJamo = /[\u11a8-\u11ff\ud7cb-\ud7fb]/;

function isJamo(character: string): boolean {
  return leadingJamo.test(character) || vowelJamo.test(character) || trailingJamo.test(character);
}

/** A syllable of Hangul takes two columns, however many letters it is written with; letters on their own stand beside each other. */
function jamoColumns(characters: readonly string[]): number {
  let sum = 0;
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (leadingJamo.test(character) && vowelJamo.test(characters[at + 1] ?? '')) {
      sum += 2;
      at += trailingJamo.test(characters[at + 2] ?? '') ? 2 : 1;
    } else {
      sum += characterColumns(character);
    }
  }
  return sum;
}

function characterColumns(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
