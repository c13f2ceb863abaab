import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import { toAnywhere } from '../../src/network/reach.ts';
import { securityGroupTraffic } from '../../src/network/security-group-traffic.ts';
import type { World } from '../support/naive/world.ts';
import { originIn } from '../support/network.ts';
import { pick } from '../support/random-network/plan.ts';
import { networkOfWorld, randomWorld } from '../support/random-network/random-network.ts';
import { groupRules, oneRule } from '../support/random-network/rules.ts';
import { setsOf, within } from '../support/sets-of.ts';

const number = fc.nat({ max: 1_000 });

describe('one more rule in a security group', () => {
  it('never shrinks what the groups let pass, at least or at most', () => {
    const direction = fc.constantFrom('IpPermissions' as const, 'IpPermissionsEgress' as const);
    fc.assert(
      fc.property(groupRules, oneRule, direction, fc.constantFrom<4 | 6>(4, 6), number, (rules, rule, way, family, at) => {
        const traffic = (permissions: readonly (typeof rule)[]) =>
          securityGroupTraffic(
            [{ GroupId: 'sg-1', [way]: permissions }],
            way,
            family,
            (id) => (id === 'pl-hidden' ? known(undefined) : known(['10.0.0.0/8', '2000::/3'])),
            () => ({ must: [{ first: 5n, last: 9n }], may: [{ first: 1n, last: 9n }], doubt: undefined }),
          );
        const before = traffic(rules[way]);
        const after = traffic([...rules[way].slice(0, at), rule, ...rules[way].slice(at)]);
        expect(within(before.must, after.must)).toBe(true);
        expect(within(before.may, after.may)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes less reachable, nor more blocked', () => {
    fc.assert(
      fc.property(randomWorld, oneRule, number, number, fc.constantFrom<4 | 6>(4, 6), (world, rule, at, which, family) => {
        const group = pick(world.securityGroups, which);
        const more: World = {
          ...world,
          securityGroups: world.securityGroups.map((each) =>
            each === group ? { ...each, IpPermissionsEgress: [...(each.IpPermissionsEgress ?? []), rule] } : each,
          ),
        };
        const sender = pick(world.networkInterfaces, at).NetworkInterfaceId ?? '';
        const [before, after] = [world, more].map((each) => {
          const network = networkOfWorld(each);
          return setsOf(toAnywhere(network, originIn(network, sender), family).pieces);
        });
        if (before === undefined || after === undefined) return;
        expect(within(before.reachable, after.reachable)).toBe(true);
        expect(within(after.blocked, before.blocked)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
