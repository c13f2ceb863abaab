import type { PathStep } from '../core/path-step.ts';
import { intersect, subtract, type AddressSet } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import type { Flow } from './flow.ts';
import { takenFromZone } from './gateway-zone.ts';
import { internet } from './internet.ts';
import { partitionOf } from './partition-of.ts';
import { noReplies } from './replies.ts';
import { targetOf, type Route } from './route-pieces.ts';
import { subnetAddresses } from './router.ts';
import { isIgnored, type Router, type Walk } from './walk.ts';

/**
 * The flow with the replies that find their way back from a router: locally where the sender is in the same VPC, otherwise by a gateway that
 * the flow has come through.
 */
export function withReturnRoute(walk: Walk, router: Router, flow: Flow): Flow {
  const sender = subtract(flow.source.addresses, router.subnet === undefined ? [] : subnetAddresses(router.subnet, flow.family));
  if (sender.length === 0) return flow;
  const table = router.table.value;
  const id = table?.RouteTableId ?? router.subnet?.SubnetId ?? '';
  if (table === undefined) return { ...flow, replies: noReplies(flow.replies, lostStep(id), router.table.doubt) };
  const { claims, taken, doubt } = partitionOf(router.table.place ?? router.place, table, flow.family);
  let replies = flow.replies;
  for (const { route, addresses, doubt: unsure } of claims) {
    const asked = intersect(addresses, sender);
    if (asked.length === 0) continue;
    const loss = lossBy(walk, router, flow, route, asked);
    if (loss === undefined && unsure === undefined) continue;
    const step = { kind: 'route', id, detail: `replies go to ${targetOf(route) ?? 'an unknown target'}${loss?.why ?? ''}` };
    if (!isIgnored(walk, 'NO_RETURN_ROUTE', step)) replies = noReplies(replies, step, unsure ?? loss?.doubt);
  }
  if (subtract(sender, taken).length > 0 && !isIgnored(walk, 'NO_RETURN_ROUTE', lostStep(id)))
    replies = noReplies(replies, lostStep(id), doubt);
  return { ...flow, replies };
}

function lostStep(id: string): PathStep {
  return { kind: 'route-table', id, detail: 'no route back to the sender' };
}

interface Loss {
  /** Said of the target. */
  readonly why: string;
  /** Why they may come back all the same. */
  readonly doubt: Doubt | undefined;
}

/** What keeps replies by this route from the sender; undefined where they go back as the flow has come. */
function lossBy(walk: Walk, router: Router, flow: Flow, route: Route, sender: AddressSet): Loss | undefined {
  const target = targetOf(route);
  if (route.State !== undefined && route.State !== 'active') return { why: `, which is a ${route.State}`, doubt: undefined };
  if (target === 'local') return flow.source.vpcId === router.vpcId ? undefined : { why: ', where the sender is not', doubt: undefined };
  if (target === undefined || !flow.visited.includes(target)) return byAnotherWay(target, flow, sender);
  const taken = takenFromZone(walk.network, router, target);
  if (taken === true) return undefined;
  return taken === false ? { why: ', which takes nothing from this zone', doubt: undefined } : { why: '', doubt: taken };
}

/**
 * Replies that take another way than the flow may still arrive: whoever stands there decides. A gateway to the internet carries nothing to a
 * private address, and a NAT gateway makes a reply one of its own.
 */
function byAnotherWay(target: string | undefined, { family }: Flow, sender: AddressSet): Loss {
  const kind = target?.split('-')[0] ?? '';
  const isPrivate = intersect(sender, internet[family]).length === 0;
  if (['igw', 'eigw', 'cagw'].includes(kind) && isPrivate) return { why: ', which carries public destinations only', doubt: undefined };
  if (kind === 'nat') return { why: ', which gives them another sender', doubt: undefined };
  const object = target ?? 'an unknown target';
  return { why: '', doubt: { code: 'APPLIANCE', object, settledBy: `whether ${object} sends replies back`, gap: undefined } };
}
