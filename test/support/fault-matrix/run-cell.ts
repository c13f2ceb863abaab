import { gate } from '../../../src/cli/gate.ts';
import type { AnyCheck } from '../../../src/checks/check.ts';
import type { ExitCode } from '../../../src/core/exit-code.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { Report } from '../../../src/core/report.ts';
import type { AnySectionRecord, Inventory } from '../../../src/inventory/inventory.ts';
import { sectionNames, type SectionName } from '../../../src/inventory/sections.ts';
import { startLoopback } from '../aws/loopback.ts';
import { faultOf, needed, ofTheSession, pageLimitOf, sectionsOn, type Cell } from './cells.ts';
import { allChecks, collectFrom, demo, demoRegions, judgeAll, withoutDescribed, type Undisturbed } from './undisturbed.ts';

/** An audit with a fault in it, over those checks that read what was collected anew. */
export interface Audited {
  readonly report: Report;
  readonly inventory: Inventory;
  readonly exit: ExitCode;
  /** What the same checks said where nothing went wrong. */
  readonly before: readonly Finding[];
  /** What they say where everything that is gone had never been there; undefined where nothing is gone. */
  readonly without: readonly Finding[] | undefined;
}

/** How a cell came out. */
export interface CellEnd {
  readonly cell: Cell;
  /** Was the operation called at all? */
  readonly struck: boolean;
  /** Undefined where there was no audit. */
  readonly audited: Audited | undefined;
  /** Why there was none: an error for people, or one that nobody foresaw. */
  readonly error: unknown;
}

/** Longer than any cell may take, by a clock on the wall: a scan that hangs never ends. */
const longest = 120_000;

/**
 * Collects from a loopback AWS on which one operation goes wrong, and judges.
 *
 * Only the sections that hang on the operation are collected (all, where the fault ends the session); the others are those of the undisturbed
 * account, as no call for them could have gone another way.
 *
 * @param readTimeoutMs for the cells in which AWS does not answer
 * @param everything collects all sections and runs all checks, to see that the fault stays where it is
 */
export async function runCell(
  cell: Cell,
  base: Undisturbed,
  { readTimeoutMs = 300, everything = false }: { readonly readTimeoutMs?: number; readonly everything?: boolean } = {},
): Promise<CellEnd> {
  const { operation, kind } = cell;
  const pageLimit = pageLimitOf(cell);
  const made = (pageLimit === 1 ? base.callsByRow : base.calls).filter((call) => `${call.service}:${call.operation}` === operation);
  const fault = faultOf(cell, needed.has(operation) ? 1 : made.length, made[0]?.region ?? '');
  const aws = await startLoopback(demo, { faults: [fault], pageLimit });
  const sections = everything || ofTheSession.has(kind) ? sectionNames : [...sectionsOn(operation)];
  const ends = (error: unknown, audited?: Audited): CellEnd => ({
    cell,
    struck: aws.calls.some((call) => `${call.service}:${call.operation}` === operation),
    audited,
    error,
  });
  try {
    const collected = await inTime(
      collectFrom(aws, {
        sections,
        ...(operation === 'ec2:DescribeRegions' ? { regions: ['all'], askIn: demoRegions[0] ?? '' } : {}),
        ...(kind === 'hang' || kind === 'hang once' ? { readTimeoutMs, maxAttempts: kind === 'hang' ? 2 : 5 } : {}),
      }),
    );
    const inventory = withSections(base.inventory, collected.sections);
    const checks = readingAny(new Set(sections));
    const report = judgeAll(inventory, checks);
    const ids = new Set(checks.map(({ id }) => id));
    const ofThese = (findings: Iterable<Finding>): readonly Finding[] => [...findings].filter(({ checkId }) => ids.has(checkId));
    const without = kind === 'gone between list and describe' ? await withoutDescribed(operation) : undefined;
    return ends(undefined, {
      report,
      inventory,
      exit: exitOf(report),
      before: ofThese(base.report.findings),
      without: without === undefined ? undefined : ofThese(without.findings),
    });
  } catch (error) {
    return ends(error);
  } finally {
    await aws.close();
  }
}

/** The exit code of an audit that nothing was said about on the command line. */
export function exitOf(report: Report): ExitCode {
  const options = { failOn: 'high', allowIncomplete: new Set<string>(), failOnUnknown: false } as const;
  return gate(report, options, { signal: null, interrupted: false }).code;
}

/** The checks that read one of these sections. */
export function readingAny(sections: ReadonlySet<SectionName>): readonly AnyCheck[] {
  return allChecks.filter(({ needs, consults, across }) => [...needs, ...consults, ...across].some((section) => sections.has(section)));
}

function withSections({ header, sections }: Inventory, anew: readonly AnySectionRecord[]): Inventory {
  const key = ({ account, region, section }: AnySectionRecord): string => `${account}/${region}/${section}`;
  const records = new Map(sections.map((record) => [key(record), record]));
  for (const record of anew) {
    if (!records.has(key(record))) throw new Error(`${key(record)} is none of the undisturbed account`);
    records.set(key(record), record);
  }
  return { header, sections: [...records.values()] };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the scan did not end within ${longest / 1000} s`)), longest);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
