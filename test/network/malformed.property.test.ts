import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAnywhere } from '../../src/network/reach.ts';
import { everyAddress } from '../../src/network/every-address.ts';
import { allTraffic, sameTraffic, uniteAll } from '../../src/network/traffic.ts';
import { originIn } from '../support/network.ts';
import { pick } from '../support/random-network/plan.ts';
import { corrupted, unreadableFields } from '../support/random-network/corrupt.ts';
import { networkOfWorld, randomWorld } from '../support/random-network/random-network.ts';
import { asSent, setsOf, within } from '../support/sets-of.ts';

const number = fc.nat({ max: 100_000 });

describe('answers that make no sense', () => {
  it('let nothing through, and prove nothing blocked', () => {
    fc.assert(
      fc.property(randomWorld, number, number, (world, at, draw) => {
        const { world: bad, what } = corrupted(world, [draw], unreadableFields);
        const [network, less] = [networkOfWorld(world), networkOfWorld(bad)];
        const origin = originIn(network, pick(world.networkInterfaces, at).NetworkInterfaceId ?? '');
        const later = { ...origin, place: less.places[0] ?? origin.place };
        for (const family of [4, 6] as const) {
          const whole = setsOf(toAnywhere(network, origin, family).pieces);
          const rest = setsOf(toAnywhere(less, later, family).pieces);
          expect(within(rest.reachable, whole.reachable), `more is reachable by IPv${family} with ${what.join()}`).toBe(true);
          expect(within(rest.blocked, whole.blocked), `more is blocked by IPv${family} with ${what.join()}`).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('never stop the answer, which still leaves nothing out', () => {
    fc.assert(
      fc.property(randomWorld, number, fc.array(number, { minLength: 1, maxLength: 12 }), (world, at, draws) => {
        const { world: bad } = corrupted(world, draws);
        const network = networkOfWorld(world);
        const less = networkOfWorld(bad);
        const origin = originIn(network, pick(world.networkInterfaces, at).NetworkInterfaceId ?? '');
        for (const family of [4, 6] as const) {
          const { pieces } = toAnywhere(less, { ...origin, place: less.places[0] ?? origin.place }, family);
          expect(sameTraffic(uniteAll(pieces.map(asSent)), allTraffic(everyAddress[family], family))).toBe(true);
          for (const { path } of pieces) expect(path()).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 120 },
    );
  });
});
