import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing, type Fact } from '../../src/inventory/fact.ts';
import { sectionCatalogue } from '../../src/inventory/sections.ts';
import type { Network } from '../../src/network/network.ts';
import { networkSections, type NetworkSection } from '../../src/network/network-sections.ts';
import { toAnywhere } from '../../src/network/reach.ts';
import { originIn } from '../support/network.ts';
import { pick } from '../support/random-network/plan.ts';
import { networkOfWorld, randomWorld } from '../support/random-network/random-network.ts';
import { refused } from '../support/rows.ts';
import { setsOf, within } from '../support/sets-of.ts';

type Change = (fact: Fact<unknown>, section: NetworkSection) => Fact<unknown>;

/** The network with one fact changed. */
function changed({ places }: Network, section: NetworkSection, change: Change): Network {
  return { places: places.map((place) => ({ ...place, facts: { ...place.facts, [section]: change(place.facts[section], section) } })) };
}

/** What is withheld makes traffic undecided, and settles none. */
function expectLess(network: Network, less: Network, sender: string, what: string): void {
  const origin = originIn(network, sender);
  const later = { ...origin, place: less.places[0] ?? origin.place };
  for (const family of [4, 6] as const) {
    const whole = setsOf(toAnywhere(network, origin, family).pieces);
    const rest = setsOf(toAnywhere(less, later, family).pieces);
    expect(within(rest.reachable, whole.reachable), `${what}: more is reachable by IPv${family}`).toBe(true);
    expect(within(rest.blocked, whole.blocked), `${what}: more is blocked by IPv${family}`).toBe(true);
  }
}

const number = fc.nat({ max: 1_000 });
/** The sections that decide over packets. */
const sections = networkSections.slice(0, networkSections.indexOf('vpcDnsAttributes'));

const refuse: Change = (_, section) => missing(refused(sectionCatalogue[section].operation));

describe('what could not be read only leaves things undecided', () => {
  it.each(sections)('%s', (section) => {
    fc.assert(
      fc.property(randomWorld, number, (world, at) => {
        const network = networkOfWorld(world);
        expectLess(network, changed(network, section, refuse), pick(world.networkInterfaces, at).NetworkInterfaceId ?? '', section);
      }),
      { numRuns: 12 },
    );
  });

  it('any section of which only the first rows came', () => {
    fc.assert(
      fc.property(randomWorld, number, fc.constantFrom(...sections), number, (world, at, section, rows) => {
        const network = networkOfWorld(world);
        const sender = pick(world.networkInterfaces, at).NetworkInterfaceId ?? '';
        const cut: Change = (fact) => {
          const all = fact.known ? (fact.value as readonly unknown[]) : [];
          return missing(refused(sectionCatalogue[section].operation), all.slice(0, rows % (all.length + 1)));
        };
        expectLess(network, changed(network, section, cut), sender, section);
      }),
      { numRuns: 80 },
    );
  });

  it('the detail of any row', () => {
    const described = ['prefixLists', 'transitGatewayRouteTables', 'networkFirewalls'] as const;
    fc.assert(
      fc.property(randomWorld, number, fc.constantFrom(...described), number, (world, at, section, row) => {
        const gap = refused(sectionCatalogue[section].operation);
        const rows = world[section].map((each, index) =>
          index === row % world[section].length ? { ...each, detail: missing(gap) } : each,
        );
        const sender = pick(world.networkInterfaces, at).NetworkInterfaceId ?? '';
        expectLess(networkOfWorld(world), networkOfWorld({ ...world, [section]: rows }), sender, section);
      }),
      { numRuns: 60 },
    );
  });
});
