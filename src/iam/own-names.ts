import { ownValue, type Personal } from './foreign-tags.ts';
import type { Caller } from './key-domain.ts';
import { expand, hasVariables } from './pattern.ts';
import type { NamedPolicy } from './policy-set.ts';

/**
 * Names of resources of a kind that policies give to the caller alone: those that they write out, and those that a variable makes of its own name.
 *
 * @param kind how the last part of the ARN begins, such as `notebook-instance/`
 * @returns globs, in which `literal` hides what is no wildcard
 */
export function ownNames(policies: readonly NamedPolicy[], kind: string, caller: Caller, personal: Personal): readonly string[] {
  const written = policies.flatMap(({ document }) =>
    document.kind === 'unreadable'
      ? []
      : document.statements.flatMap(({ effect, resources }) => (effect === 'Allow' && !resources.not ? resources.patterns : [])),
  );
  return [...new Set(written)].flatMap((pattern) => {
    const at = pattern.indexOf(`:${kind}`);
    if (at === -1) return [];
    const name = pattern.slice(at + 1 + kind.length);
    if (!hasVariables(name)) return /[*?]/.test(name) ? [] : [name];
    const own = expand(name, (key) => ownValue(key, caller, personal, {}));
    return own.kind === 'pattern' ? [own.text] : [];
  });
}
