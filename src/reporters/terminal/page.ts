import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../core/severity.ts';
import type { Status } from '../../core/status.ts';
import { safeText } from '../escape.ts';
import type { RenderOptions } from '../reporter.ts';

/** What every part of the terminal report needs to know about the place it is written on. */
export interface Page {
  /** Columns that a line may fill. */
  readonly width: number;
  /** Columns for prose: longer lines are hard to read. */
  readonly prose: number;
  readonly paint: ChalkInstance;
  readonly glyphs: Glyphs;
  /** Text from AWS, made safe for this place. */
  readonly safe: (text: string, limit?: number) => string;
}

interface Glyphs {
  readonly good: string;
  readonly bad: string;
  readonly unsure: string;
  readonly aside: string;
  readonly arrow: string;
  readonly dot: string;
  readonly rule: string;
  readonly ellipsis: string;
}

const unicodeGlyphs: Glyphs = { good: '✓', bad: '✗', unsure: '?', aside: 'i', arrow: '→', dot: '·', rule: '─', ellipsis: '…' };
const asciiGlyphs: Glyphs = { good: '+', bad: 'x', unsure: '?', aside: 'i', arrow: '->', dot: '-', rule: '-', ellipsis: '...' };

const narrowest = 60;
const longestProse = 110;

export function pageFor({ color, width, unicode }: RenderOptions): Page {
  // One column stays free: for terminals that wrap on the last one, and for the backslash that may disarm a line.
  const columns = Math.max(narrowest, Math.floor(width)) - 1;
  return {
    width: columns,
    prose: Math.min(columns, longestProse),
    // Chalk looks at the process by itself when it is not told a level; the CLI has already decided. 1: the 16 colours of the user's theme.
    paint: new Chalk({ level: color ? 1 : 0 }),
    glyphs: unicode ? unicodeGlyphs : asciiGlyphs,
    safe: (text, limit) => safeText(text, { ascii: !unicode, ...(limit === undefined ? {} : { limit }) }),
  };
}

/** The words that a group is headed with, as loud as what they say. */
export function badge(page: Page, status: Status, severity: Severity): string {
  const { paint } = page;
  if (status !== 'fail') return statusColor(page, status).bold(statusWords[status]);
  const colors = {
    critical: paint.bold.white.bgRed,
    high: paint.bold.red,
    medium: paint.bold.yellow,
    low: paint.bold.blue,
    info: paint.bold,
  } as const satisfies Record<Severity, ChalkInstance>;
  return colors[severity](severity.toUpperCase());
}

const statusWords = {
  fail: 'FAIL',
  unknown: 'UNKNOWN',
  pass: 'PASS',
  'not-applicable': 'N/A',
} as const satisfies Record<Status, string>;

export function statusColor({ paint }: Page, status: Status): ChalkInstance {
  const colors = {
    fail: paint.red,
    unknown: paint.magenta,
    pass: paint.green,
    'not-applicable': paint.dim,
  } as const satisfies Record<Status, ChalkInstance>;
  return colors[status];
}
