import type { PolicySet } from '../../iam/policy-set.ts';
import type { KeyDomain } from '../../iam/question.ts';
import { absent } from '../../iam/request.ts';
import { resourceTagConditions } from '../../iam/resource-tag-conditions.ts';

/** A resource that no policy singles out has no tags. */
export function strangerTags(policies: PolicySet): { readonly [key: string]: KeyDomain } {
  const untagged: KeyDomain = { kind: 'listed', candidates: [{ value: absent }] };
  return Object.fromEntries([...resourceTagConditions(policies).keys()].map((key) => [key, untagged]));
}
