import type { PolicyDocument } from './policy-document.ts';
import { policiesOf } from './policies-of.ts';
import type { PolicySet } from './policy-set.ts';

/** Keys that ask for a tag of the resource; the part behind the slash is the tag's. */
export const resourceTagKey = /^((aws|sagemaker|iam):resourcetag|s3:existingobjecttag)\//;

/** What policies ask of the tags of resources: the values they compare with, by condition key. */
export function resourceTagConditions(policies: PolicySet): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const document of new Set(policiesOf(policies).map((policy) => policy.document))) {
    for (const [key, values] of conditionsIn(document)) found.set(key, [...(found.get(key) ?? []), ...values]);
  }
  return found;
}

const remembered = new WeakMap<PolicyDocument, readonly (readonly [string, readonly string[]])[]>();

function conditionsIn(document: PolicyDocument): readonly (readonly [string, readonly string[]])[] {
  if (document.kind === 'unreadable') return [];
  let found = remembered.get(document);
  if (found === undefined) {
    found = document.statements.flatMap(({ conditions }) =>
      conditions.flatMap(({ key, values }) => (resourceTagKey.test(key) ? [[key, values] as const] : [])),
    );
    remembered.set(document, found);
  }
  return found;
}
