import { resolve } from 'node:path';
import type { Report } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';
import type { Status } from '../core/status.ts';
import type { Format } from '../reporters/index.ts';
import type { Context } from './context.ts';
import { narrowed } from './narrow.ts';
import type { OutputTarget } from './outputs.ts';
import { stoppable } from './signals.ts';
import { drawingFor, fileDrawing } from './terminal.ts';
import { writeStream } from './write-stream.ts';

/** What of a report is shown. Never what is judged by. */
export interface Shown {
  readonly severities: ReadonlySet<Severity> | undefined;
  readonly statuses: ReadonlySet<Status> | undefined;
}

/** The files that will be written, as absolute paths. */
export function filesOf(targets: readonly OutputTarget<Format>[], cwd: string): readonly string[] {
  return targets.flatMap(({ path }) => (path === null ? [] : [resolve(cwd, path)]));
}

/** @throws MlsecError usage, for the first file that cannot be written */
export async function assertAllWritable(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const { assertWritable } = await import('./output-file.ts');
  for (const file of files) await assertWritable(file);
}

/** Draws a report in every format that was asked for: files first, each whole or not at all, then stdout. */
export async function writeReports(
  report: Report,
  targets: readonly OutputTarget<Format>[],
  shown: Shown,
  color: boolean | undefined,
  { io, parts }: Context,
): Promise<void> {
  const { loadReporter } = await parts.reporters();
  const view = narrowed(report, shown.severities);
  const statuses = shown.statuses === undefined ? {} : { statuses: shown.statuses };
  const loaded = await Promise.all(targets.map(async ({ format, path }) => ({ path, reporter: await loadReporter(format) })));

  for (const { path, reporter } of loaded) {
    if (path === null) continue;
    const text = reporter(view, { ...fileDrawing, ...statuses });
    const { writeFileWhole } = await import('./output-file.ts');
    await stoppable(io, (signal) => writeFileWhole(resolve(io.cwd(), path), text, signal));
  }
  for (const { path, reporter } of loaded) {
    if (path === null) await writeStream(io.stdout, reporter(view, { ...drawingFor(io, color), ...statuses }));
  }
}
