import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrap } from '../../src/reporters/wrap.ts';

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'of',
    'arn:aws:iam::111122223333:role/x',
    'zwölf',
    '→',
    '中文中文',
    'e\u0301e\u0301',
    '👍🏽',
    'sg-0123456789abcdef0',
    '',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
);
const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));

describe('wrapping', () => {
  test.each([
    ['one two three', 7, true, ['one two', 'three']],
    ['a  b', 10, true, ['a  b']],
    ['abcdefghij k', 4, true, ['abcd', 'efgh', 'ij k']],
    ['abcdefghij k', 4, false, ['abcdefghij', 'k']],
    ['中文中文', 5, true, ['中文', '中文']],
    ['', 5, true, ['']],
    ['a\n\nb', 5, true, ['a', '', 'b']],
  ] as const)('%j to %i columns, tearing %s', (input, width, tear, expected) => {
    expect(wrap(input, width, { tear })).toEqual(expected);
  });

  test('breaks lines where wrap-ansi does', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), fc.boolean(), (input, width, tear) => {
        expect(wrap(input, width, { tear }).join('\n')).toBe(wrapAnsi(input, width, { hard: tear }));
      }),
      { numRuns: 3_000 },
    );
  });

  test('breaks plain text, which it fills without looking at every word, where wrap-ansi does', () => {
    const plainWord = fc.string({ unit: fc.constantFrom('a', 'B', '7', '-', '.', '→', 'ö', '…'), minLength: 1, maxLength: 9 });
    const plain = fc.array(plainWord, { maxLength: 25 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(plain, fc.integer({ min: 2, max: 40 }), fc.boolean(), fc.constantFrom('', ' '), (input, width, tear, end) => {
        expect(wrap(input + end, width, { tear }).join('\n')).toBe(wrapAnsi(input + end, width, { hard: tear }));
      }),
      { numRuns: 3_000 },
    );
  });
});
