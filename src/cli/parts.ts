import type { AnyCheck } from '../checks/check.ts';
import type { collectInventory } from '../collectors/collect.ts';
import type { auditPolicy } from '../collectors/audit-policy.ts';
import type { declaredActions } from '../collectors/declared-actions.ts';
import type { planUnits } from '../collectors/plan-units.ts';
import type { targetsOfUnits } from '../collectors/targets.ts';
import type { triedActions } from '../collectors/tried-actions.ts';
import type { formats, loadReporter } from '../reporters/index.ts';

/** What the commands are made of, loaded when a command asks and not before: the AWS SDK alone takes longer than `--help` may. */
export interface Parts {
  readonly checks: () => Promise<readonly AnyCheck[]>;
  readonly collector: () => Promise<typeof collectInventory>;
  readonly planner: () => Promise<{ readonly planUnits: typeof planUnits; readonly targetsOfUnits: typeof targetsOfUnits }>;
  readonly permissions: () => Promise<{
    readonly auditPolicy: typeof auditPolicy;
    readonly declaredActions: typeof declaredActions;
    readonly triedActions: typeof triedActions;
  }>;
  readonly reporters: () => Promise<{ readonly formats: typeof formats; readonly loadReporter: typeof loadReporter }>;
}

/** The parts of the product itself. */
export const productParts: Parts = {
  checks: async () => (await import('../checks/index.ts')).checks,
  collector: async () => (await import('../collectors/collect.ts')).collectInventory,
  planner: async () => ({ ...(await import('../collectors/plan-units.ts')), ...(await import('../collectors/targets.ts')) }),
  permissions: async () => ({
    ...(await import('../collectors/audit-policy.ts')),
    ...(await import('../collectors/declared-actions.ts')),
    ...(await import('../collectors/tried-actions.ts')),
  }),
  reporters: () => import('../reporters/index.ts'),
};
