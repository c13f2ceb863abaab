import type { PlanPart } from '../core/plan-part.ts';
import type { SavedPlan } from './plan-file.ts';
import { unitName } from './unit-name.ts';
import { usageError } from './usage-error.ts';

/** A part of a plan, and the file that holds it. */
export interface FiledPart {
  readonly name: string;
  readonly part: PlanPart | undefined;
}

const shown = 5;

/**
 * Are these the parts of one plan, all of them and each once? A merge of anything else would tell of an estate that nobody has.
 *
 * @param plan the plan itself, where it is at hand: then missing units can be named
 * @throws MlsecError usage
 */
export function assertWhole(files: readonly FiledPart[], plan: SavedPlan | undefined): void {
  const parts = files.map(({ name, part }) => ({ name, part: part ?? notPlanned(name) }));
  const [first] = parts;
  if (first === undefined) throw usageError('there is nothing to merge', 'name the files that `mlsec collect --plan` wrote');
  const id = plan?.id ?? first.part.id;
  const foreign = parts.find(({ part }) => part.id !== id);
  if (foreign !== undefined) {
    throw usageError(
      `${foreign.name} is of another plan (${foreign.part.id.slice(0, 12)}) than ${plan === undefined ? first.name : 'the one given'} (${id.slice(0, 12)})`,
      'leave it out, or read its part of this plan',
    );
  }
  const holders = new Map<string, string>();
  for (const { name, part } of parts) {
    for (const unit of part.units) {
      const other = holders.get(unit);
      if (other !== undefined) throw usageError(`${other} and ${name} both hold ${unit}`, 'give each part once');
      holders.set(unit, name);
    }
  }
  const whole = plan?.units.map(unitName);
  const missing = whole?.filter((unit) => !holders.has(unit));
  const count = missing?.length ?? first.part.of - holders.size;
  if (count === 0) return;
  const names = missing === undefined ? '' : `: ${missing.slice(0, shown).join(', ')}${missing.length > shown ? ', …' : ''}`;
  throw usageError(
    `${count} of the ${first.part.of} units of the plan ${count === 1 ? 'is' : 'are'} missing${names}`,
    plan === undefined ? 'read them, too; with --plan they are named' : 'read them, too: mlsec collect --plan … --unit ACCOUNT/REGION',
  );
}

function notPlanned(name: string): never {
  throw usageError(`${name} is no part of a plan`, 'a part is what `mlsec collect --plan` or `mlsec audit --plan -f json` writes');
}
