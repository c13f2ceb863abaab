import type { Caller } from './key-domain.ts';
import { expand, hasVariables, matchesPattern, shown } from './pattern.ts';
import type { PolicySet } from './policy-set.ts';
import type { KeyDomain } from './question.ts';
import { absent, one, unknownValue, type ContextValue } from './request.ts';
import { resourceTagConditions } from './resource-tag-conditions.ts';

/** Is a tag with this value on no other user or role? The tag's key is in lower case. */
export type Personal = (tag: string, value: string) => boolean;

/** Tags that one caller alone has. */
export function personalTags(callers: Iterable<Pick<Caller, 'tags'>>): Personal {
  const counts = new Map<string, number>();
  for (const { tags } of callers) {
    for (const [tag, value] of tags ?? []) {
      const key = `${tag.toLowerCase()}\n${value}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (tag, value) => counts.get(`${tag}\n${value}`) === 1;
}

/**
 * The tags that somebody else's resource may have: any but those by which policies tie a resource to the caller alone, such as
 * `aws:ResourceTag/owner` = `${aws:username}`. Nobody has read them, so what hangs on them is in doubt.
 *
 * A tag that others bear as well ties to nobody alone, and so does a value that a policy writes out.
 *
 * @param demands of the question, for variables
 * @param doubt why their values are not known
 */
export function foreignTags(
  policies: PolicySet,
  caller: Caller,
  personal: Personal,
  demands: { readonly [key: string]: KeyDomain },
  doubt: string,
): { readonly [key: string]: KeyDomain } {
  const lookUp = (key: string): ContextValue => ownValue(key, caller, personal, demands);
  return Object.fromEntries(
    [...resourceTagConditions(policies)].map(([key, values]): [string, KeyDomain] => {
      const literals = values.filter((value) => !hasVariables(value));
      const own = values.flatMap((value) => {
        const pattern = hasVariables(value) ? expand(value, lookUp) : ({ kind: 'absent' } as const);
        return pattern.kind === 'pattern' ? [pattern.text] : [];
      });
      const except = own.filter((text) => !literals.some((literal) => matchesPattern(literal, shown(text))));
      return [key, { kind: 'free', type: 'text', optional: true, except, doubt }];
    }),
  );
}

/** What names the caller and nobody else. */
export function ownValue(
  key: string,
  { principal, tags, sessionTags }: Caller,
  personal: Personal,
  demands: { readonly [key: string]: KeyDomain },
): ContextValue {
  if (key === 'aws:username') return principal.type === 'user' ? one(principal.arn.split('/').at(-1) ?? '') : absent;
  if (key.startsWith('aws:principaltag/')) {
    if (tags === undefined || sessionTags) return unknownValue;
    const name = key.slice('aws:principaltag/'.length);
    const value = [...tags].find(([tag]) => tag.toLowerCase() === name)?.[1];
    return value !== undefined && personal(name, value) ? one(value) : unknownValue;
  }
  const domain = demands[key];
  const candidate = domain?.kind === 'listed' && domain.candidates.length === 1 ? domain.candidates[0] : undefined;
  return candidate?.value ?? unknownValue;
}
