import type { Flow, Piece } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import type { Router, Walk } from '../walk.ts';
import { acrossBorder } from './border.ts';

/** An egress-only internet gateway: IPv6, outwards, stateful. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export function egressOnlyHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const where = { network: walk.network, from: router.place, owner: router.owner };
  const { value, doubt } = find(where, 'egressOnlyInternetGateways', idOf.egressOnlyInternetGateways, id);
  const attachment = (value?.Attachments ?? []).find(({ VpcId }) => VpcId === router.vpcId);
  const state = doubt ?? (attachment === undefined ? undefined : (attachment.State ?? 'attached'));
  return acrossBorder(walk, router, flow, {
    id,
    kind: 'egress-only-internet-gateway',
    state,
    access: 'egress-only',
    sender: 'public',
    families: [6],
  });
}
