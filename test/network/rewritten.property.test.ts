import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAnywhere } from '../../src/network/reach.ts';
import { sameTraffic } from '../../src/network/traffic.ts';
import type { World } from '../support/naive/world.ts';
import { originIn } from '../support/network.ts';
import { pick } from '../support/random-network/plan.ts';
import { networkOfWorld, randomWorld } from '../support/random-network/random-network.ts';
import { halved, inLists, shuffled } from '../support/random-network/rewrite.ts';
import { setsOf } from '../support/sets-of.ts';

/** Both worlds say the same of an interface, in both families. */
function expectSame(world: World, other: World, at: number): void {
  const sender = pick(world.networkInterfaces, at).NetworkInterfaceId ?? '';
  for (const family of [4, 6] as const) {
    const [before, after] = [world, other].map((each) => {
      const network = networkOfWorld(each);
      return toAnywhere(network, originIn(network, sender), family).pieces;
    });
    const [left, right] = [setsOf(before ?? []), setsOf(after ?? [])];
    for (const verdict of ['reachable', 'blocked', 'undecided'] as const) {
      expect(sameTraffic(left[verdict], right[verdict]), `${verdict}, IPv${family}`).toBe(true);
    }
  }
}

const number = fc.nat({ max: 1_000 });
const options = { numRuns: 50 };

describe('nothing changes', () => {
  it('with the order in which AWS lists things', () => {
    fc.assert(
      fc.property(randomWorld, number, number, (world, seed, at) => expectSame(world, shuffled(world, seed), at)),
      options,
    );
  });

  it('where the halves of a block stand for the block', () => {
    fc.assert(
      fc.property(randomWorld, number, (world, at) => expectSame(world, halved(world), at)),
      options,
    );
  });

  it('where a prefix list stands for a block', () => {
    fc.assert(
      fc.property(randomWorld, number, (world, at) => expectSame(world, inLists(world), at)),
      options,
    );
  });
});
