import { describe, expect, test } from 'vitest';
import { repeatable } from '../../src/engine/repeatable.ts';

function counted(elements: readonly number[]) {
  const made = { times: 0 };
  const make = function* (): Generator<number, void> {
    made.times += 1;
    yield* elements;
  };
  return { made, make };
}

describe('walking again', () => {
  test.each([
    ['nothing', [], 1],
    ['a few', [1, 2], 1],
    ['as many as may be kept', [1, 2, 3], 1],
    ['one too many', [1, 2, 3, 4], 3],
  ])('%s', (_name, elements, times) => {
    const { made, make } = counted(elements);
    const walked = repeatable(make, 3);
    for (let walk = 0; walk < 3; walk += 1) expect([...walked]).toEqual(elements);
    expect(made.times).toBe(times);
  });

  test('a walk that was broken off leaves nothing out of the next', () => {
    const { made, make } = counted([1, 2, 3]);
    const walked = repeatable(make, 3);
    for (const _first of walked) break;
    expect([...walked]).toEqual([1, 2, 3]);
    expect([...walked]).toEqual([1, 2, 3]);
    expect(made.times).toBe(2);
  });
});
