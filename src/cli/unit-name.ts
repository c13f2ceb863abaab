import type { PlannedUnit } from '../collectors/targets.ts';

/** `ACCOUNT/REGION`, as a unit is written everywhere. */
export function unitName({ account, region }: PlannedUnit): string {
  return `${account}/${region}`;
}
