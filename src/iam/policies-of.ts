import type { NamedPolicy, PolicySet } from './policy-set.ts';

/** All policies of a set, whatever they are for. */
export function policiesOf({ identity, boundary, session, scp, rcp, resource, endpoint }: PolicySet): readonly NamedPolicy[] {
  const single = [boundary, resource, endpoint].flatMap((policy) => policy ?? []);
  return [...identity, ...single, ...(session ?? []), ...(scp ?? []).flat(), ...(rcp ?? []).flat()];
}
