import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidr } from '../../src/network/address-set.ts';
import { internet } from '../../src/network/internet.ts';
import { internetGatewayRoute } from '../../src/network/internet-gateway-route.ts';
import { known } from '../../src/inventory/fact.ts';
import { prefixListEntries } from '../../src/network/prefix-list-entries.ts';
import { igwRoute, mainTable } from '../support/rows.ts';

const noLists = prefixListEntries(known([]));

type Route = ReturnType<typeof igwRoute>;

describe('internetGatewayRoute', () => {
  it('names the route and where it stands', () => {
    expect(internetGatewayRoute(mainTable([igwRoute()]), noLists)).toMatchObject({ kind: 'found', destination: '0.0.0.0/0', index: 1 });
  });

  it('finds none in a table without routes', () => {
    expect(internetGatewayRoute(mainTable([], { Routes: [] }), noLists)).toEqual({ kind: 'none' });
  });

  it('decides nothing from a table that came without the list of its routes', () => {
    expect(internetGatewayRoute(mainTable([], { Routes: undefined }), noLists)).toEqual({
      kind: 'undecided',
      reason: 'rtb-main came without its routes',
    });
  });

  it.each([
    ['active', 'found'],
    [undefined, 'found'],
    ['blackhole', 'none'],
    ['filtered', 'none'],
    ['hibernating', 'undecided'],
  ])('state %s: %s', (State, kind) => {
    expect(internetGatewayRoute(mainTable([igwRoute({ State: State as 'active' })]), noLists).kind).toBe(kind);
  });

  it('does not take other gateways for one of the internet', () => {
    const others: Partial<Route>[] = [
      { GatewayId: 'vgw-1' },
      { GatewayId: 'vpce-1' },
      { GatewayId: undefined, EgressOnlyInternetGatewayId: 'eigw-1' },
    ];
    for (const other of others) expect(internetGatewayRoute(mainTable([igwRoute(other)]), noLists)).toEqual({ kind: 'none' });
  });

  // A second, naive implementation: look up one address at a time.
  it('agrees with looking up single addresses', () => {
    const block = fc
      .tuple(fc.constantFrom(52, 53, 10), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 4, max: 16 }))
      .map(([a, b, prefix]) => {
        const value = ((a << 24) | (b << 16)) >>> 0;
        const masked = (value & (prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0)) >>> 0;
        return `${masked >>> 24}.${(masked >>> 16) & 255}.${(masked >>> 8) & 255}.${masked & 255}/${prefix}`;
      });
    const route = fc.tuple(block, fc.constantFrom('igw', 'nat', 'dead')).map(([DestinationCidrBlock, target]): Route => {
      if (target === 'igw') return igwRoute({ DestinationCidrBlock });
      if (target === 'dead') return igwRoute({ DestinationCidrBlock, State: 'blackhole' });
      return { DestinationCidrBlock, NatGatewayId: 'nat-1', State: 'active' };
    });
    // AWS accepts each destination once per table.
    const routes = fc.uniqueArray(route, { maxLength: 6, selector: ({ DestinationCidrBlock }) => DestinationCidrBlock });
    fc.assert(
      fc.property(routes, (given) => {
        const naive = probes(given).some((address) => lookUp(address, given)?.GatewayId?.startsWith('igw-') === true);
        expect(internetGatewayRoute(mainTable(given), noLists).kind === 'found').toBe(naive);
      }),
      { numRuns: 500 },
    );
  });
});

/** The first and last address of each block, and their neighbours: where the answer can change. */
function probes(routes: readonly Route[]): readonly bigint[] {
  const edges = [...routes.map((route) => parseCidr(route.DestinationCidrBlock ?? '')), ...internet[4]];
  return edges
    .flatMap((range) => (range === undefined ? [] : [range.first - 1n, range.first, range.last, range.last + 1n]))
    .filter((address) => internet[4].some(({ first, last }) => first <= address && address <= last));
}

function lookUp(address: bigint, routes: readonly Route[]): Route | undefined {
  let best: { prefix: number; route: Route } | undefined;
  for (const route of [...routes, { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' } as Route]) {
    const cidr = parseCidr(route.DestinationCidrBlock ?? '');
    if (cidr === undefined || address < cidr.first || address > cidr.last) continue;
    if (best === undefined || cidr.prefix > best.prefix) best = { prefix: cidr.prefix, route };
  }
  return best?.route.State === 'active' ? best.route : undefined;
}
