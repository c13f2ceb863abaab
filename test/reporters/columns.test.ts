import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clusters, columnsOf } from '../../src/reporters/columns.ts';

/** What terminals disagree with code units about: marks, wide letters, halves, emoji of several code points, Hangul in letters, colours. */
const odd = fc.constantFrom(
  '中',
  'ｱ',
  'ﾞ',
  'Ａ',
  '가',
  '\u1100\u1161\u11a8',
  '\u1100\u1100\u1161',
  '\u1161',
  'e\u0301',
  '\u0301',
  'नि',
  'ก็',
  '👩‍👩‍👧',
  '🇨🇭',
  '🇨',
  '1️⃣',
  '1\u20e3',
  '❤️',
  '❤',
  '👍🏽',
  '\u200b',
  '\u200d',
  '\ud800',
  '\u001b[1;31m',
  '\u001b[0m',
);
const text = fc.array(fc.oneof(odd, fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 });

describe('columns of a text', () => {
  test.each([
    ['', 0],
    ['arn:aws:sagemaker', 17],
    ['a → b · c … ✓ ✗ ─ “é”', 21],
    ['中文', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['\u001b[1mbold\u001b[22m', 4],
    ['\u001b[1m中\u001b[22m', 2],
  ])('%j take %i', (input, expected) => {
    expect(columnsOf(input)).toBe(expected);
  });

  test('are those that string-width counts', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        // Escape sequences other than colours are made harmless before anything is measured.
        fc.pre(!/[\u009b]|\u001b(?!\[[\d;]*m)/.test(whole));
        expect(columnsOf(whole)).toBe(stringWidth(whole));
      }),
      { numRuns: 3_000 },
    );
  });

  test('are those that string-width counts, for every character alone', () => {
    // Without the thousands of ideographs and syllables that are all alike.
    const blocks = [
      [0x0, 0x33ff],
      [0xa000, 0xabff],
      [0xd7b0, 0xd7ff],
      [0xf900, 0xffff],
      [0x1f000, 0x1faff],
    ] as const;
    const points = blocks.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
    const characters = points.filter((point) => point !== 0x1b && point !== 0x9b).map((point) => String.fromCodePoint(point));
    expect(characters.length).toBeGreaterThan(20_000);
    expect(characters.filter((character) => columnsOf(character) !== stringWidth(character))).toEqual([]);
  });

  test('a pair of plain characters is never joined into one', () => {
    const plain = Array.from({ length: 0x2800 }, (_, point) => String.fromCharCode(point)).filter((one) => columnsOf(one) === 1);
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom(...plain), (a, b) => {
        expect(columnsOf(a + b)).toBe(stringWidth(a + b));
      }),
      { numRuns: 5_000 },
    );
  });

  test('clusters are what a reader takes for characters', () => {
    expect(clusters('a\u00e9→')).toEqual(['a', '\u00e9', '→']);
    expect(clusters('e\u0301👩‍👩‍👧x')).toEqual(['e\u0301', '👩‍👩‍👧', 'x']);
  });
});
