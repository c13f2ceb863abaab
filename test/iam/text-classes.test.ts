import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/iam/glob.ts';
import { textClasses } from '../../src/iam/text-classes.ts';

const plain = (...texts: readonly string[]) => texts.map((text) => ({ texts: [text], kind: 'plain' as const }));

/** All texts of so many of these characters. */
function textsOf(alphabet: string, length: number): readonly string[] {
  return length === 0 ? [''] : textsOf(alphabet, length - 1).flatMap((text) => alphabet.split('').map((character) => text + character));
}

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

  // By hand: a list is matched by what matches any of its patterns, and only that is told apart.
  it.each<[readonly (readonly string[])[], number]>([
    [[['a*', '*b']], 2],
    [[['a*', '*b'], ['*']], 2],
    [[['a*', '*']], 1],
    [[['a*'], ['a*', 'b*']], 3],
    [
      [
        ['a*', 'b*'],
        ['*b', 'a*'],
      ],
      4,
    ],
    [[[]], 1],
  ])('lists of patterns: %j has %d kinds', (lists, count) => {
    expect(
      textClasses(
        lists.map((texts) => ({ texts, kind: 'plain' })),
        '*',
      ).witnesses,
    ).toHaveLength(count);
  });

  it('the only text that there is stands for all', () => {
    expect(textClasses(plain('*b', 'a?'), 'ab')).toEqual({ witnesses: ['ab'], complete: true });
  });

  // Compared with the texts themselves, every one of them up to a length.
  it('no text is told apart from all witnesses', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', ':', '*', '?'), { maxLength: 5 }).map((tokens) => tokens.join(''));
    const list = fc.record({ texts: fc.array(pattern, { maxLength: 3 }), kind: fc.constantFrom('plain' as const, 'case' as const) });
    const texts = [''].concat(...[1, 2, 3, 4, 5].map((length) => textsOf('aAbx:', length)));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), pattern, (lists, base) => {
        const { witnesses, complete } = textClasses(lists, base);
        const matches = (glob: string, text: string, kind: string) =>
          kind === 'case' ? matchesGlob(glob.toLowerCase(), text.toLowerCase()) : matchesGlob(glob, text);
        const row = (text: string) => lists.map(({ texts: globs, kind }) => globs.some((glob) => matches(glob, text, kind))).join();
        const rows = witnesses.map(row);
        expect(complete).toBe(true);
        for (const text of witnesses) expect(matchesGlob(base, text)).toBe(true);
        for (const text of texts) if (text !== '' && matchesGlob(base, text)) expect(rows).toContain(row(text));
      }),
      { numRuns: 300 },
    );
  });

  it('no name is told apart from all witnesses, where names hold no colons', () => {
    const part = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 3 }).map((tokens) => tokens.join(''));
    const whole = fc.array(fc.oneof({ weight: 5, arbitrary: part }, { weight: 1, arbitrary: fc.constant(':') }), {
      minLength: 1,
      maxLength: 4,
    });
    const glob = fc.oneof(
      whole.map((parts) => `arn:aws:x:r:1:${parts.join('')}`),
      fc.tuple(part, part).map(([region, name]) => `arn:aws:x:${region}:1:${name}`),
      fc.tuple(part, part).map(([start, name]) => `arn:aws:${start}:${name}`),
    );
    const names = [1, 2, 3, 4].flatMap((length) => textsOf('abx', length));
    fc.assert(
      fc.property(fc.array(fc.array(glob, { maxLength: 3 }), { maxLength: 4 }), part, (lists, end) => {
        const base = `arn:aws:x:r:1:${end}`;
        const { witnesses } = textClasses(
          lists.map((texts) => ({ texts, kind: 'plain' })),
          base,
        );
        const row = (text: string) => lists.map((texts) => texts.some((one) => matchesGlob(one, text))).join();
        const rows = witnesses.map(row);
        for (const text of witnesses) expect(matchesGlob(base, text)).toBe(true);
        for (const name of names) if (matchesGlob(end, name)) expect(rows).toContain(row(`arn:aws:x:r:1:${name}`));
      }),
      { numRuns: 300 },
    );
  });

  // Two scans that meet the same policies in another order say the same.
  it.each([
    [
      ['a*', '*b', '?c'],
      ['?c', 'a*', '*b'],
    ],
    [
      ['x/*', '*/y'],
      ['*/y', 'x/*'],
    ],
  ])('the texts of %j are those of %j', (one, other) => {
    // Each with a base of its own, so that neither is answered from memory.
    const of = (texts: readonly string[], base: string) => textClasses(plain(...texts), base).witnesses;
    expect(of(other, '**')).toEqual(of(one, '*'));
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
    const { witnesses } = textClasses([{ texts: ['ab'], kind: 'case' }, ...plain('AB', 'ab')], '*');
    // Neither; the one, the other, or some other way of writing it.
    expect(witnesses).toHaveLength(4);
  });

  it('does not let the wildcard of an ARN reach over a colon', () => {
    const { witnesses } = textClasses([{ texts: ['arn:aws:iam::*:role/a'], kind: 'arn' }, ...plain('arn:aws:iam::1:2:role/a')], '*');
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
