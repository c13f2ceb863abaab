import type { Fact } from './fact.ts';
import { closedAccounts, sectionFact, type Inventory } from './inventory.ts';
import { globalRegion, type SectionName, type Sections } from './sections.ts';

/** One account and Region of an inventory. */
export interface EstatePlace {
  readonly account: string;
  readonly region: string;
}

/** Every account and Region that was read, or should have been: for questions that stop at neither. */
export interface Estate<K extends SectionName = SectionName> {
  readonly places: readonly EstatePlace[];
  readonly fact: <S extends K>(place: EstatePlace, section: S) => Fact<Sections[S]>;
}

const made = new WeakMap<object, Estate>();

/** The estate of an inventory: the same one whenever it is asked for, so that what is computed from it can be remembered by it. */
export function estateOf(inventory: Pick<Inventory, 'sections'>): Estate {
  let estate = made.get(inventory);
  if (estate === undefined) made.set(inventory, (estate = build(inventory)));
  return estate;
}

function build(inventory: Pick<Inventory, 'sections'>): Estate {
  const asked = new Map<SectionName, Map<string, Map<string, Fact<unknown>>>>();
  const keys = new Set(
    inventory.sections.filter(({ region }) => region !== globalRegion).map(({ account, region }) => `${account}\n${region}`),
  );
  for (const account of closedAccounts(inventory)) keys.add(`${account}\n${globalRegion}`);
  return {
    places: [...keys].sort().map((key) => {
      const [account = '', region = ''] = key.split('\n');
      return { account, region };
    }),
    fact: <S extends SectionName>({ account, region }: EstatePlace, section: S) => {
      let accounts = asked.get(section);
      if (accounts === undefined) asked.set(section, (accounts = new Map()));
      let facts = accounts.get(account);
      if (facts === undefined) accounts.set(account, (facts = new Map()));
      let fact = facts.get(region);
      // Of a section that nobody collected, too, it is one fact, by which things can be remembered.
      if (fact === undefined) facts.set(region, (fact = sectionFact(inventory, account, region, section)));
      // It was found by the section's name, which fixes the type of its fact.
      return fact as Fact<Sections[S]>;
    },
  };
}
