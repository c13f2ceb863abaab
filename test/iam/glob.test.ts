import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/iam/glob.ts';

/** The same by trying every way, which only short patterns allow. */
function tried(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (first === '*') return tried(rest, text) || (text !== '' && tried(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text[0]) && tried(rest, text.slice(1));
}

describe('a pattern of IAM', () => {
  it('matches what trying every way finds', () => {
    const letters = (...list: string[]) => fc.array(fc.constantFrom(...list), { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        expect(matchesGlob(pattern, text)).toBe(tried(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end, however it was written', () => {
    expect(matchesGlob('*a'.repeat(5000), 'a'.repeat(4000))).toBe(false);
  });
});
