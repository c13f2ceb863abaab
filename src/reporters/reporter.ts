import type { Report } from '../core/report.ts';
import type { Status } from '../core/status.ts';

export interface RenderOptions {
  /** ANSI colours allowed? Decided by the CLI from NO_COLOR, FORCE_COLOR and the terminal. */
  readonly color: boolean;
  /** Columns of the terminal; a sensible width where there is none. */
  readonly width: number;
  /** May the output hold characters beyond ASCII? */
  readonly unicode: boolean;
  /** The statuses that the user asked for; undefined for the format's own choice. */
  readonly statuses?: ReadonlySet<Status>;
}

/** A report in, text out, piece by piece. No printing, no clock, no exit code. */
export type Reporter = (report: Report, options: RenderOptions) => Iterable<string>;
