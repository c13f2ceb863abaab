import { Chalk } from 'chalk';
import type { Severity } from '../core/severity.ts';

/** The few colours of the CLI's own texts. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity) => string;
}

/** Chalk's own guess knows nothing of NO_COLOR: it is told. */
export function paintFor(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const bySeverity: { readonly [K in Severity]: (text: string) => string } = {
    critical: chalk.bold.red,
    high: chalk.red,
    medium: chalk.yellow,
    low: chalk.cyan,
    info: chalk.dim,
  };
  return { strong: chalk.bold, faint: chalk.dim, severity: (severity) => bySeverity[severity](severity) };
}
