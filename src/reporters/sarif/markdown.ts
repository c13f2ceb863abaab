import { safeText } from '../escape.ts';

/**
 * Text from AWS for a SARIF message: one line, and nothing in it is taken for a link, code, HTML or emphasis.
 * SARIF itself asks for a backslash before brackets, for plain text may hold links.
 */
export function messageText(text: string, limit = 300): string {
  return safeText(text, { limit })
    .replace(/[\\`*[\]<>~|]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/^(?=[#+-]\s)/, '\\');
}

/** At most `limit` characters, cut at a word where there is one. */
export function atMost(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const lastSpace = cut.lastIndexOf(' ');
  // Half a surrogate pair may be left at the end of a hard cut.
  return `${(lastSpace > limit / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
