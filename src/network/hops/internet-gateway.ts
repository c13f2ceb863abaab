import type { Flow, Piece } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import type { Router, Walk } from '../walk.ts';
import { acrossBorder } from './border.ts';

/**
 * An internet gateway: of IPv4 it carries only senders that a public address is paired with.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function internetGatewayHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const { value, doubt } = find(
    { network: walk.network, from: router.place, owner: router.owner },
    'internetGateways',
    idOf.internetGateways,
    id,
  );
  const attachment = (value?.Attachments ?? []).find(({ VpcId }) => VpcId === router.vpcId);
  const state = doubt ?? (attachment === undefined ? undefined : (attachment.State ?? 'attached'));
  return acrossBorder(walk, router, flow, { id, kind: 'internet-gateway', state, access: 'direct', sender: 'public', families: [4, 6] });
}
