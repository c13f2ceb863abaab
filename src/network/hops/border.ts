import type { Doubt } from '../doubt.ts';
import { publicAccess, type AccessAsked } from '../block-public-access.ts';
import { leaveSubnet } from '../cross-subnet.ts';
import { firewallOf } from '../firewall/firewall-of.ts';
import { arrived, narrowed, past, type Flow, type Piece } from '../flow.ts';
import { passesInState } from '../gateway-state.ts';
import { publicAddresses } from '../internet.ts';
import { settleReplies } from '../replies.ts';
import { isEmpty, noTraffic, onlyAddresses, without } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';

/** A gateway between a VPC and the internet. */
export interface Border {
  readonly id: string;
  /** As a step of a path names it: `internet-gateway`. */
  readonly kind: string;
  /** Of its attachment to the router's VPC; undefined where there is none, a doubt where it was not read. */
  readonly state: string | undefined | Doubt;
  readonly access: AccessAsked['kind'];
  /** What the sender must have to be let through. */
  readonly sender: 'public' | 'carrier';
  readonly families: readonly (4 | 6)[];
}

/**
 * Over the border of a VPC: the gateway must be attached to this very VPC, the destination public, the sender one that the internet can answer,
 * and Block Public Access must not forbid it.
 */
export function acrossBorder(walk: Walk, router: Router, flow: Flow, border: Border): readonly Piece[] {
  const { passed, stopped } = leaveSubnet(walk, router, flow);
  return [...stopped, ...passed.flatMap((each) => toGateway(walk, router, each, border))];
}

function toGateway(walk: Walk, router: Router, flow: Flow, border: Border): readonly Piece[] {
  const { id, kind, state } = border;
  const step = { kind, id, detail: `attached to ${router.vpcId}` };
  const attached = (): readonly Piece[] => toPublic(walk, router, past(flow, step), border);
  const passes = typeof state === 'object' ? state : state !== undefined && passesInState(id, state);
  // Whatever becomes of the gateway, it carries no more than it would if it were there.
  if (typeof passes === 'object') return toPublic(walk, router, narrowed(flow, flow.traffic, [passes]), border);
  return passes ? attached() : stop(walk, flow, 'NOT_ATTACHED', { ...step, detail: `is not attached to ${router.vpcId}` }, attached);
}

function toPublic(walk: Walk, router: Router, flow: Flow, border: Border): readonly Piece[] {
  const { id, kind, families } = border;
  const outside = families.includes(flow.family) ? onlyAddresses(flow.traffic, publicAddresses[flow.family]) : noTraffic;
  const rest = without(flow.traffic, outside);
  const refused = isEmpty(rest)
    ? []
    : stop(walk, narrowed(flow, rest), 'NOT_INTERNET', { kind, id, detail: 'carries public destinations only' });
  return isEmpty(outside) ? refused : [...refused, ...fromSender(walk, router, narrowed(flow, outside), border)];
}

function fromSender(walk: Walk, router: Router, flow: Flow, border: Border): readonly Piece[] {
  const paired = (): readonly Piece[] => pastBlockPublicAccess(walk, router, flow, border);
  const { id, kind } = border;
  // A gateway pairs addresses of its own VPC only; a sender behind a transit gateway is none of them.
  if (flow.source.vpcId === router.vpcId && flow.source.publicAddress === border.sender) return paired();
  return stop(walk, flow, 'NO_PUBLIC_ADDRESS', { kind, id, detail: missingAddress(flow, router, border) }, paired);
}

function missingAddress({ family, source }: Flow, { vpcId }: Router, { sender }: Border): string {
  if (source.vpcId !== vpcId) return `the sender is in ${source.vpcId}, and the gateway answers for addresses of ${vpcId} only`;
  if (sender === 'carrier') return 'no carrier address is paired with the sender';
  return family === 4 ? 'no public IPv4 address is paired with the sender' : 'the sender has no global IPv6 address';
}

function pastBlockPublicAccess(walk: Walk, router: Router, flow: Flow, { id, access: kind }: Border): readonly Piece[] {
  // An exclusion holds for an appliance behind a load balancer as for any sender, but not for AWS Network Firewall.
  const inspected = flow.inspectedBy.some((endpoint) => firewallOf(walk.network, router.place, endpoint)?.value !== undefined);
  const asked: AccessAsked = { direction: 'out', kind: flow.source.isNat ? 'nat' : kind, inspected };
  const access = publicAccess(walk.network, router, asked);
  const out = (open: Flow): readonly Piece[] => {
    const settled = settleReplies(open, open.source.isNat ? 'gateway' : 'workload');
    return [...settled.stopped, ...settled.passed.map((each) => arrived(each, { kind: 'internet', id }))];
  };
  if (access.doubt !== undefined) return out(narrowed(flow, flow.traffic, [access.doubt]));
  if (access.open) return out(flow);
  return stop(walk, flow, 'BLOCK_PUBLIC_ACCESS', access.step, () => out(flow));
}
