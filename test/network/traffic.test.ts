import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inArea,
  sameArea,
  TooComplex,
  uniteAllAreas,
  uniteAreas,
  intersectAreas,
  subtractAreas,
  type Area,
} from '../../src/network/area.ts';
import { hasValue, valuesOf } from '../../src/network/interval-set.ts';

/** A small world, so that boxes meet often. */
const last = 15;
const interval = fc
  .tuple(fc.integer({ min: 0, max: last }), fc.integer({ min: 0, max: last }))
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const box = fc.record({ addresses: interval, values: fc.array(interval, { maxLength: 3 }).map(valuesOf) });
const boxes = fc.array(box, { maxLength: 8 });

interface Box {
  readonly addresses: { readonly first: number; readonly last: number };
  readonly values: readonly { readonly first: number; readonly last: number }[];
}

const areaFrom = (list: readonly Box[]): Area =>
  uniteAllAreas(
    list.map(({ addresses, values }) =>
      values.length === 0 ? [] : [{ first: BigInt(addresses.first), last: BigInt(addresses.last), values }],
    ),
  );

/** The same set, as a list of all its pairs. */
const pairsOf = (list: readonly Box[]): Set<string> => {
  const pairs = new Set<string>();
  for (const { addresses, values } of list) {
    for (let address = addresses.first; address <= addresses.last; address += 1) {
      for (const { first, last: end } of values) for (let value = first; value <= end; value += 1) pairs.add(`${address}/${value}`);
    }
  }
  return pairs;
};

const pairsIn = (area: Area): Set<string> => {
  const pairs = new Set<string>();
  for (let address = 0; address <= last; address += 1) {
    for (let value = 0; value <= last; value += 1) if (inArea(area, BigInt(address), value)) pairs.add(`${address}/${value}`);
  }
  return pairs;
};

/** Sorted, apart, nothing empty, no two neighbours alike: then equal sets look alike. */
function expectCanonical(area: Area): void {
  for (const [at, slab] of area.entries()) {
    expect(slab.first <= slab.last).toBe(true);
    expect(slab.values.length).toBeGreaterThan(0);
    const next = area[at + 1];
    if (next === undefined) continue;
    expect(slab.last < next.first).toBe(true);
    if (slab.last + 1n === next.first) expect(slab.values).not.toEqual(next.values);
  }
}

describe('areas', () => {
  it('hold the pairs of their boxes, whatever the order of these', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const area = areaFrom(list);
        expectCanonical(area);
        expect(pairsIn(area)).toEqual(pairsOf(list));
        expect(sameArea(area, areaFrom(list.toReversed()))).toBe(true);
      }),
    );
  });

  it('unite, intersect and subtract pair by pair', () => {
    fc.assert(
      fc.property(boxes, boxes, (left, right) => {
        const [a, b] = [areaFrom(left), areaFrom(right)];
        const [inA, inB] = [pairsOf(left), pairsOf(right)];
        for (const [area, pairs] of [
          [uniteAreas(a, b), new Set([...inA, ...inB])],
          [intersectAreas(a, b), new Set([...inA].filter((pair) => inB.has(pair)))],
          [subtractAreas(a, b), new Set([...inA].filter((pair) => !inB.has(pair)))],
        ] as const) {
          expectCanonical(area);
          expect(pairsIn(area)).toEqual(pairs);
        }
      }),
    );
  });

  it('end in a refusal, not in a hang, where they fall into too many pieces', () => {
    const comb = Array.from({ length: 40_000 }, (_, at) => [
      { first: BigInt(at) * 2n, last: BigInt(at) * 2n, values: [{ first: at % 7, last: at % 7 }] },
    ]);
    expect(() => uniteAllAreas(comb)).toThrow(TooComplex);
  });
});

describe('a set of values', () => {
  it('holds each of its intervals and nothing else', () => {
    fc.assert(
      fc.property(fc.array(interval), fc.integer({ min: 0, max: last }), (intervals, value) => {
        expect(hasValue(valuesOf(intervals), value)).toBe(intervals.some(({ first, last: end }) => first <= value && value <= end));
      }),
    );
  });

  it('drops what ends before it begins', () => expect(valuesOf([{ first: 5, last: 4 }])).toEqual([]));
});
