import { matchesGlob } from './glob.ts';
import type { ContextValue } from './request.ts';

/** Stand for an asterisk and a question mark that mean themselves: no name in AWS holds characters of the private use area. */
const [literalStar, literalMark] = ['\uE02A', '\uE03F'];

/**
 * A pattern whose variables have been put in: wildcards are `*` and `?`, and what stands for itself is hidden from them. `absent`: a variable
 * has no value in this request, and so the pattern matches nothing. `unknown`: its value is not known.
 */
export type Pattern = { readonly kind: 'pattern'; readonly text: string } | { readonly kind: 'absent' } | { readonly kind: 'unknown' };

const variable = /\$\{([^}]*)\}/g;

/** Does the text name variables? */
export function hasVariables(text: string): boolean {
  return text.includes('${');
}

function keyOf(inner: string): string {
  return (inner.split(',')[0] ?? '').trim().toLowerCase();
}

/**
 * Puts the request's values for a policy's variables. Wildcards inside such a value are no wildcards.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expand(text: string, lookUp: (key: string) => ContextValue): Pattern {
  if (!hasVariables(text)) return { kind: 'pattern', text };
  let missing = false;
  let unsure = false;
  const expanded = text.replaceAll(variable, (_whole, inner: string) => {
    if (inner === '*' || inner === '?' || inner === '$') return literal(inner);
    const fallback = /,\s*'(.*)'\s*$/s.exec(inner)?.[1];
    const value = lookUp(keyOf(inner));
    if (value.kind === 'one') return literal(value.value);
    if (value.kind === 'absent') {
      if (fallback !== undefined) return literal(fallback);
      missing = true;
    } else unsure = true;
    return '';
  });
  if (missing) return { kind: 'absent' };
  return unsure ? { kind: 'unknown' } : { kind: 'pattern', text: expanded };
}

/** The text with its asterisks and question marks hidden, so that it can be compared with a pattern, or be part of one. */
export function literal(text: string): string {
  return /[*?]/.test(text) ? text.replaceAll('*', literalStar).replaceAll('?', literalMark) : text;
}

/** What {@link literal} has hidden, shown again. */
export function shown(text: string): string {
  return text.replaceAll(literalStar, '*').replaceAll(literalMark, '?');
}

/** Does a pattern match a text of a request? */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchesGlob(pattern, literal(text));
}
