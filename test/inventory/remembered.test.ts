import { describe, expect, it } from 'vitest';
import { Remembered } from '../../src/inventory/remembered.ts';

describe('what is remembered', () => {
  const [a, b, c] = [{}, {}, {}];

  it('is made once of the same objects', () => {
    let made = 0;
    const memory = new Remembered<number>();
    const ask = (...objects: readonly object[]) => memory.of(objects, () => (made += 1));
    expect([ask(a, b), ask(a, b), made]).toEqual([1, 1, 1]);
  });

  it.each([
    ['another order', [b, a]],
    ['others beside', [a, b, c]],
    ['fewer', [a]],
    ['an equal one that is another', [a, {}]],
    ['none', []],
  ])('is made anew of %s', (_what, objects) => {
    const memory = new Remembered<string>();
    memory.of([a, b], () => 'before');
    expect(memory.of(objects, () => 'anew')).toBe('anew');
    expect(memory.of([a, b], () => 'anew')).toBe('before');
  });

  it('may be nothing', () => {
    const memory = new Remembered<number | undefined>();
    memory.of([a], () => undefined);
    expect(memory.of([a], () => 1)).toBeUndefined();
  });
});
