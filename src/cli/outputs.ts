import { suggestion } from './suggest.ts';
import { usageError } from './usage-error.ts';

/** One report to write: a format, and the file for it; null is stdout. */
export interface OutputTarget<F extends string> {
  readonly format: F;
  readonly path: string | null;
}

const stdoutName = '-';

/**
 * Which reports go where.
 *
 * `-f X` is for stdout, unless an `-o PATH` without a format takes it; `-o FORMAT=PATH` adds a report. Where only `-o` is given, stdout stays
 * empty. An `-o PATH` without any format goes by the file's extension.
 *
 * @throws MlsecError usage, for unknown formats, two reports for stdout, or one file twice
 */
export function planOutputs<F extends string>(
  format: string | undefined,
  outputs: readonly string[],
  formats: readonly F[],
  fallback: F,
): readonly OutputTarget<F>[] {
  const chosen = format === undefined ? undefined : knownFormat(format, formats);
  const targets = outputs.map((output) => {
    const [named, path] = splitOutput(output, formats);
    return { named, path: path === stdoutName ? null : path };
  });
  const bare = targets.filter(({ named }) => named === undefined);
  if (bare.length > 1)
    throw usageError('two outputs without a format', 'write -o FORMAT=PATH, such as -o json=out.json -o sarif=out.sarif');

  const plan = targets.map(({ named, path }) => ({ format: named ?? chosen ?? byExtension(path, formats) ?? fallback, path }));
  const forStdout = chosen !== undefined && bare.length === 0 ? [{ format: chosen, path: null }] : [];
  const all = plan.length === 0 && chosen === undefined ? [{ format: fallback, path: null }] : [...forStdout, ...plan];
  refuseTwice(all);
  return all;
}

function splitOutput<F extends string>(output: string, formats: readonly F[]): [F | undefined, string] {
  const [, name, path] = /^([a-z0-9-]+)=(.*)$/is.exec(output) ?? [];
  if (name !== undefined && path !== undefined) {
    if (path === '') throw usageError(`-o ${output} names no file`, 'write -o FORMAT=PATH, or -o FORMAT=- for stdout');
    return [knownFormat(name, formats), path];
  }
  if (output === '') throw usageError('-o names no file', 'write -o PATH or -o FORMAT=PATH');
  const meant = formats.find((format) => format === output);
  if (meant !== undefined) {
    throw usageError(
      `-o ${output} names a format, but no file`,
      `write -f ${meant}, or -o ${meant}=PATH (-o ./${meant} for a file of that name)`,
    );
  }
  return [undefined, output];
}

/** @throws MlsecError usage, with the nearest format there is */
export function knownFormat<F extends string>(name: string, formats: readonly F[]): F {
  const found = formats.find((format) => format === name.toLowerCase());
  if (found === undefined) throw usageError(`unknown format: ${name}`, suggestion(name, formats));
  return found;
}

function byExtension<F extends string>(path: string | null, formats: readonly F[]): F | undefined {
  const extensions = path?.toLowerCase().split('.').slice(1) ?? [];
  return formats.find((format) => extensions.includes(format));
}

function refuseTwice(targets: readonly OutputTarget<string>[]): void {
  const seen = new Set<string | null>();
  for (const { path } of targets) {
    if (seen.has(path)) {
      if (path === null) throw usageError('two reports for stdout', 'give all but one a file: -o FORMAT=PATH');
      throw usageError(`two reports for one file: ${path}`, 'give each its own');
    }
    seen.add(path);
  }
}
