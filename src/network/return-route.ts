import type { PathStep } from '../core/path-step.ts';
import { intersect, subtract } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import type { Flow } from './flow.ts';
import { partitionOf } from './partition-of.ts';
import { noReplies } from './replies.ts';
import { targetOf } from './route-pieces.ts';
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
    if (intersect(addresses, sender).length === 0) continue;
    const target = targetOf(route);
    const active = route.State === undefined || route.State === 'active';
    const back = (target === 'local' && flow.source.vpcId === router.vpcId) || (target !== undefined && flow.visited.includes(target));
    if (active && back && unsure === undefined) continue;
    const step = {
      kind: 'route',
      id,
      detail: `replies go to ${target ?? 'an unknown target'}${active ? '' : `, which is a ${route.State}`}`,
    };
    const why = unsure ?? (active && !back ? detour(target ?? id) : undefined);
    if (!isIgnored(walk, 'NO_RETURN_ROUTE', step)) replies = noReplies(replies, step, why);
  }
  if (subtract(sender, taken).length > 0 && !isIgnored(walk, 'NO_RETURN_ROUTE', lostStep(id)))
    replies = noReplies(replies, lostStep(id), doubt);
  return { ...flow, replies };
}

function lostStep(id: string): PathStep {
  return { kind: 'route-table', id, detail: 'no route back to the sender' };
}

/** Replies that take another way than the flow may still arrive: whoever stands there decides. */
function detour(target: string): Doubt {
  return { code: 'APPLIANCE', object: target, settledBy: `whether ${target} sends replies back`, gap: undefined };
}
