import fc from 'fast-check';

/** What a name, a tag or a message from AWS may hold when somebody means harm. */
const fragments = [
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  '\n',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\t',
  '\0',
  '\u007f',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200e',
  '\u061c',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\u00ad',
  '\u{e0041}',
  '\ud83d',
  '\udc00',
  '\ufe0f',
  '::error::',
  '::',
  '##[error]',
  '#',
  '##',
  '[',
  '##vso[task.setvariable]',
  'section_start:1:x',
  ' ',
  '..',
  '.',
  '/',
  '\\',
  '%2e',
  '%',
  '"',
  '<b>',
  '`',
  '*',
  '_',
  '|',
  ']',
  '](x)',
  'arn:aws:',
  'https://',
  'é',
  '漢字',
  '🙂',
  '…',
  '→',
  'name',
  'a'.repeat(300),
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** What CI runners obey: at the start of a line behind any white space, or anywhere in it. Colours may be stripped before they look. */
export function isCommand(line: string): boolean {
  const bare = withoutColors(line).trim();
  return /^(?:::|section_(?:start|end):)/.test(bare) || /##\[|##vso\[/.test(bare);
}

// Built from a string, for no linter likes to see an escape character in a pattern.
const colors = new RegExp(String.raw`\u001b\[[\d;]*m`, 'gu');

export function withoutColors(text: string): string {
  return text.replace(colors, '');
}

/** Characters that no report may show as they are; colours and line ends must be taken out before. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
