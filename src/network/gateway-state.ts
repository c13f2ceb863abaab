import type { Doubt } from './doubt.ts';

/** In these a gateway, attachment, peering or endpoint is of use. EC2 writes some of them in lower case where its model does not. */
const open = new Set(['available', 'attached', 'active']);

/** In these it certainly is not. */
const shut = new Set([
  'deleted',
  'failed',
  'failing',
  'rejected',
  'rejecting',
  'expired',
  'detached',
  'pendingacceptance',
  'initiatingrequest',
]);

/**
 * Does something in this state pass traffic? A doubt while it changes, and for a state that this version does not know: that settles nothing.
 *
 * @param state undefined where AWS gives none, as it does for things that have only one
 */
export function passesInState(id: string, state: string | undefined): boolean | Doubt {
  const word = (state ?? 'available').toLowerCase().replaceAll('-', '');
  if (open.has(word)) return true;
  if (shut.has(word)) return false;
  return { code: 'STATE_CHANGING', object: id, settledBy: `the state of ${id} once it has settled (it is ${state ?? ''})`, gap: undefined };
}
