import type { Reporter } from './reporter.ts';

/** Each format is loaded only when it is asked for: the CLI starts without them. */
const loaders = {
  terminal: () => import('./terminal.ts'),
  json: () => import('./json.ts'),
  sarif: () => import('./sarif.ts'),
} satisfies { readonly [format: string]: () => Promise<{ readonly default: Reporter }> };

export type Format = keyof typeof loaders;

export const formats = Object.keys(loaders) as readonly Format[];

export async function loadReporter(format: Format): Promise<Reporter> {
  return (await loaders[format]()).default;
}
