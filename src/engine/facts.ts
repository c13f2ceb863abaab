import type { AnyCheck, Scope } from '../checks/check.ts';
import { estateOf, type Estate } from '../inventory/estate.ts';
import { need, type Fact } from '../inventory/fact.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { Remembered } from '../inventory/remembered.ts';
import type { SectionName } from '../inventory/sections.ts';

/** What `resources` and `evaluate` of one check get to see in one account and Region. */
export interface CheckFacts {
  /** For naming resources: sections that could not be read are cut down to what was read before the failure. */
  readonly toName: object;
  /** For judging them: touching a needed section that could not be read throws MissingFact. */
  readonly toJudge: object;
  /** The needed sections that are missing. */
  readonly missing: readonly Extract<Fact<unknown>, { known: false }>[];
}

/**
 * @param regions every audited Region of the account, for the sections that a check asks for across Regions
 */
export function factsFor(check: AnyCheck, inventory: Inventory, scope: Scope, regions: readonly string[]): CheckFacts {
  const estate = estateOf(inventory);
  const factOf = (section: SectionName): Fact<unknown> => estate.fact(scope, section);
  const base: { [name: string]: unknown } = { scope, across: acrossOf(check, estate, scope, regions), estate };
  for (const section of check.consults) base[section] = factOf(section);

  const needed = check.needs.map((section) => ({ section, fact: factOf(section) }));
  const missing = needed.map(({ fact }) => fact).filter((fact) => !fact.known);
  const asTheyAre = needed.filter(({ section }) => !check.consults.includes(section));
  if (asTheyAre.length === 0) return { toName: base, toJudge: base, missing };
  const toName = { ...base };
  const toJudge = { ...base };
  for (const { section, fact } of asTheyAre) {
    toName[section] = fact.known ? fact.value : (fact.partial ?? []);
    if (fact.known) toJudge[section] = fact.value;
    else Object.defineProperty(toJudge, section, { enumerable: true, get: () => need(fact) });
  }
  return { toName, toJudge, missing };
}

/** The sections of all Regions that a check asks for: most ask for the same ones, by one list. */
function acrossOf({ across }: AnyCheck, estate: Estate, scope: Scope, regions: readonly string[]): object {
  return made.of([estate, scope, regions, across], () => {
    const ofRegions = (section: SectionName): readonly Fact<unknown>[] =>
      regions.map((region) => estate.fact({ account: scope.account, region }, section));
    return Object.fromEntries(across.map((section) => [section, ofRegions(section)]));
  });
}

const made = new Remembered<object>();
