/**
 * Does a pattern of IAM match a text? `*` stands for any characters, none included, and `?` for one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 *
 * Walks both once and goes back to the last asterisk only, for patterns are written by whoever wrote the policy: no pattern takes for ever.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const wild = firstWildcard(pattern);
  if (wild === -1) return pattern === text;
  if (!text.startsWith(pattern.slice(0, wild))) return false;
  if (wild === pattern.length - 1 && pattern[wild] === '*') return true;
  let [at, from, star, mark] = [wild, wild, -1, 0];
  while (from < text.length) {
    if (pattern[at] === '*') [star, mark, at] = [at, from, at + 1];
    else if (pattern[at] === '?' || pattern[at] === text[from]) [at, from] = [at + 1, from + 1];
    else if (star === -1) return false;
    else [at, mark, from] = [star + 1, mark + 1, mark + 1];
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Where the first wildcard stands: most patterns are a name, or its beginning, and told apart by that. -1 where there is none. */
export function firstWildcard(pattern: string): number {
  const [star, mark] = [pattern.indexOf('*'), pattern.indexOf('?')];
  return star === -1 || mark === -1 ? Math.max(star, mark) : Math.min(star, mark);
}
