import { bareUrl } from './bare-url.ts';

/** Settings of Studio hold lists of repositories a few levels down; nothing lies deeper than this. */
const deepest = 8;

/**
 * An answer with what may be secret taken off the URL of every repository that it names, wherever in it; a URL that cannot be read is left out.
 * Settings of Studio hold URLs, notebook instances URLs or names of code repositories.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CodeRepository.html
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html
 */
export function bareRepositories<T>(answer: T): T {
  // Every member but the URLs is handed on as it is, so that the type stays.
  return bare(answer, deepest) as T;
}

function bare(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((each) => bare(each, depth));
  if (typeof value !== 'object' || value === null || value instanceof Date || depth === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, named.has(name) ? bareNames(member) : bare(member, depth - 1)]),
  );
}

/** The members that name repositories. */
const named = new Set(['RepositoryUrl', 'DefaultCodeRepository', 'AdditionalCodeRepositories']);

/** A name is of letters, digits and hyphens, and everything else a URL. */
function bareNames(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(bareNames).filter((each) => each !== undefined);
  return typeof member !== 'string' || /^[A-Za-z0-9-]+$/.test(member) ? member : bareUrl(member);
}
