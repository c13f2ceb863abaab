import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/iam/glob.ts';
import { textClasses } from '../../src/iam/text-classes.ts';

const plain = (...texts: readonly string[]) => texts.map((text) => ({ text, kind: 'plain' as const }));

describe('classes of texts', () => {
  // Worked out by hand: which of the patterns a text can match together.
  it.each<[readonly string[], readonly (readonly string[])[]]>([
    [[], [[]]],
    [['a'], [['a'], []]],
    [
      ['a*', '*b'],
      [['a*'], ['*b'], ['a*', '*b'], []],
    ],
    [
      ['a*', 'ab*'],
      [['a*'], ['a*', 'ab*'], []],
    ],
    [
      ['a?', 'ab'],
      [['a?'], ['a?', 'ab'], []],
    ],
    [['?'], [['?'], []]],
    [
      ['a*', 'b*'],
      [['a*'], ['b*'], []],
    ],
  ])('%j', (patterns, expected) => {
    const { witnesses, complete } = textClasses(plain(...patterns), '*');
    expect(complete).toBe(true);
    const matched = witnesses.map((text) => patterns.filter((pattern) => matchesGlob(pattern, text)));
    expect(matched.map((list) => list.join()).sort()).toEqual(expected.map((list) => list.join()).sort());
  });

  it('gives only texts of the base', () => {
    const { witnesses } = textClasses(plain('*x*', 'arn:aws:s3:::b/*'), 'arn:aws:s3:::*');
    for (const text of witnesses) expect(matchesGlob('arn:aws:s3:::*', text)).toBe(true);
    expect(witnesses.length).toBe(4);
  });

  // By hand: of these, only what begins like the base and does not take all of it tells names apart.
  it.each<[string, number]>([
    ['arn:aws:s3:::other/*', 1],
    ['arn:aws:s3:::b/*', 1],
    ['arn:aws:s3:::*', 1],
    ['arn:*', 1],
    ['*/*', 1],
    ['arn:aws:s3:::b/a*', 2],
    ['*a', 2],
    ['arn:aws:s3:::b/?', 2],
    ['arn:aws:s3:::?/*', 1],
    ['arn:aws:s3:::b', 1],
  ])('%s has %d kinds of objects of one bucket', (pattern, count) => {
    const { witnesses } = textClasses(plain(pattern), 'arn:aws:s3:::b/*');
    expect(witnesses).toHaveLength(count);
    for (const text of witnesses) expect(matchesGlob('arn:aws:s3:::b/*', text)).toBe(true);
  });

  it('knows that names hold no colons', () => {
    const base = 'arn:aws:sagemaker:eu-west-1:111122223333:model/*';
    const { witnesses } = textClasses(plain('arn:aws:sagemaker:*:444455556666:model/*'), base);
    expect(witnesses).toHaveLength(1);
  });

  it('takes small and large letters for one where the operator does', () => {
    const { witnesses } = textClasses([{ text: 'ab', kind: 'case' }, ...plain('AB', 'ab')], '*');
    // Neither; the one, the other, or some other way of writing it.
    expect(witnesses).toHaveLength(4);
  });

  it('does not let the wildcard of an ARN reach over a colon', () => {
    const { witnesses } = textClasses([{ text: 'arn:aws:iam::*:role/a', kind: 'arn' }, ...plain('arn:aws:iam::1:2:role/a')], '*');
    expect(witnesses.map((text) => text === 'arn:aws:iam::1:2:role/a')).toContain(true);
    expect(witnesses).toHaveLength(3);
  });

  it.each([
    ['two long patterns that wind round each other', ['*a*b'.repeat(1_500), '*b*a'.repeat(1_500)]],
    ['hundreds that can match together in any way', Array.from({ length: 300 }, (_, index) => `*team-${index}*x${index % 7}*`)],
  ])('gives up in time, and says so: %s', (_name, patterns) => {
    expect(textClasses(plain(...patterns), '*').complete).toBe(false);
  });

  it('takes hundreds of names', () => {
    const names = Array.from({ length: 600 }, (_, index) => `subnet-${index.toString(16).padStart(17, '0')}`);
    const { witnesses, complete } = textClasses(plain(...names), '*');
    expect(complete).toBe(true);
    expect(new Set(witnesses).size).toBe(601);
  });
});
