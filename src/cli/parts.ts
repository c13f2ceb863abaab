import type { AnyCheck } from '../checks/check.ts';
import type { collectInventory } from '../collectors/collect.ts';
import type { formats, loadReporter } from '../reporters/index.ts';

/** What the commands are made of, loaded when a command asks and not before: the AWS SDK alone takes longer than `--help` may. */
export interface Parts {
  readonly checks: () => Promise<readonly AnyCheck[]>;
  readonly collector: () => Promise<typeof collectInventory>;
  readonly reporters: () => Promise<{ readonly formats: typeof formats; readonly loadReporter: typeof loadReporter }>;
}

/** The parts of the product itself. */
export const productParts: Parts = {
  checks: async () => (await import('../checks/index.ts')).checks,
  collector: async () => (await import('../collectors/collect.ts')).collectInventory,
  reporters: () => import('../reporters/index.ts'),
};
