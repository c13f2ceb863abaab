import type { AnyCheck, Scope } from '../checks/check.ts';
import { estateOf } from '../inventory/estate.ts';
import { need, type Fact } from '../inventory/fact.ts';
import type { Inventory } from '../inventory/inventory.ts';
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
  const factOf = (section: SectionName, region = scope.region): Fact<unknown> => estate.fact({ account: scope.account, region }, section);

  const across = Object.fromEntries(check.across.map((section) => [section, regions.map((region) => factOf(section, region))]));
  const base = {
    scope,
    across,
    estate,
    ...Object.fromEntries(check.consults.map((section) => [section, factOf(section)])),
  };

  const needed = check.needs.map((section) => ({ section, fact: factOf(section) }));
  const toName = { ...base };
  const toJudge = { ...base };
  for (const { section, fact } of needed) {
    if (check.consults.includes(section)) continue;
    Object.assign(toName, { [section]: fact.known ? fact.value : (fact.partial ?? []) });
    Object.defineProperty(toJudge, section, { enumerable: true, get: () => need(fact) });
  }
  return { toName, toJudge, missing: needed.map(({ fact }) => fact).filter((fact) => !fact.known) };
}
