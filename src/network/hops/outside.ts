import { leaveSubnet } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { past, undecided, type Flow, type Piece } from '../flow.ts';
import type { Route } from '../route-pieces.ts';
import type { Router, Walk } from '../walk.ts';

/**
 * Targets behind which AWS's configuration ends, or which are not followed: what lies there decides. Only what the subnet's own ACL keeps is
 * blocked for certain.
 */
export function outsideHop(walk: Walk, router: Router, flow: Flow, route: Route, target: string): readonly Piece[] {
  const { passed, stopped } = leaveSubnet(walk, router, flow);
  const { kind, doubt } = beyond(route, target);
  return [
    ...stopped,
    ...passed.map((each) =>
      undecided(past(each, { kind, id: target, detail: doubt.settledBy }), doubt, { kind: 'on-premises', id: target }),
    ),
  ];
}

function beyond(route: Route, id: string): { readonly kind: string; readonly doubt: Doubt } {
  const say = (kind: string, code: Doubt['code'], settledBy: string) => ({ kind, doubt: { code, object: id, settledBy, gap: undefined } });
  if (id.startsWith('vgw-')) return say('virtual-private-gateway', 'ON_PREM', `what the network behind ${id} forwards`);
  if (route.LocalGatewayId === id) return say('local-gateway', 'ON_PREM', `what the network behind ${id} forwards`);
  if (route.CoreNetworkArn === id) return say('core-network', 'CORE_NETWORK', `the routes of core network ${id}`);
  if (route.OdbNetworkArn === id) return say('odb-network', 'ON_PREM', `what the network behind ${id} forwards`);
  return say('unknown-target', 'UNKNOWN_TARGET', `what a route to ${id} leads to`);
}
