import type { Flow, Piece } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import type { Router, Walk } from '../walk.ts';
import { acrossBorder } from './border.ts';

/**
 * A carrier gateway: from a Wavelength Zone into the carrier's network, and outwards to the internet, for senders with a carrier address.
 * https://docs.aws.amazon.com/wavelength/latest/developerguide/carrier-gateways.html
 */
export function carrierGatewayHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const { value, doubt } = find(
    { network: walk.network, from: router.place, owner: router.owner },
    'carrierGateways',
    idOf.carrierGateways,
    id,
  );
  const state = doubt ?? (value.VpcId === router.vpcId ? (value.State ?? 'available') : undefined);
  return acrossBorder(walk, router, flow, { id, kind: 'carrier-gateway', state, access: 'carrier', sender: 'carrier', families: [4] });
}
