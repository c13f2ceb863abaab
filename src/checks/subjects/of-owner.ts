import type { Estate, EstatePlace } from '../../inventory/estate.ts';
import { globalRegion } from '../../inventory/sections.ts';
import type { Scope } from '../check.ts';

/**
 * Where the owner of a VPC was read, or should have been: it alone sees the endpoints, flow logs and attributes of what it shares with others.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html
 *
 * @returns undefined for an account that nobody asked for
 */
export function placeOfOwner(
  owner: string,
  { estate, scope }: { readonly estate: Pick<Estate, 'places'>; readonly scope: Scope },
): EstatePlace | undefined {
  const own = estate.places.filter(({ account }) => account === owner);
  // One that could not be entered has its Regions unknown, and says so of each.
  return own.find(({ region }) => region === scope.region) ?? own.find(({ region }) => region === globalRegion);
}
