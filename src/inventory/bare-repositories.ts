import { bareUrl } from './bare-url.ts';

/** Settings of Studio hold lists of repositories a few levels down; nothing lies deeper than this. */
const deepest = 8;

/**
 * An answer of Studio with what may be secret taken off the URL of every repository that it names, wherever in it; a URL that cannot be read is
 * left out. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CodeRepository.html
 */
export function bareRepositories<T>(answer: T): T {
  // Every member but the URLs is handed on as it is, so that the type stays.
  return bare(answer, deepest) as T;
}

function bare(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((each) => bare(each, depth));
  if (typeof value !== 'object' || value === null || value instanceof Date || depth === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'RepositoryUrl' && typeof member === 'string' ? bareUrl(member) : bare(member, depth - 1),
    ]),
  );
}
