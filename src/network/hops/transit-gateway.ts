import { leaveSubnet, enterSubnet, type Crossed } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { passesInState } from '../gateway-state.ts';
import { listed } from '../network.ts';
import { routerOf, zoneOf } from '../router.ts';
import { unread } from '../doubt.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import type { TransitGatewayVpcAttachment } from '../../inventory/sections/transit-gateway-vpc-attachments.ts';
import { withinTransitGateway } from './transit-gateway-table.ts';
import { agreed } from './transit-gateway-vpc.ts';

/**
 * A transit gateway: over the attachment that the VPC has in the sender's zone, by the route table that is associated with the attachment.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function transitGatewayHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const { passed, stopped } = leaveSubnet(walk, router, flow);
  return [...stopped, ...passed.flatMap((each) => toAttachment(walk, router, { ...each, replies: each.replies }, flow, id))];
}

function toAttachment(walk: Walk, router: Router, flow: Flow, before: Flow, id: string): readonly Piece[] {
  const attachment = attachmentOf(router, id);
  if ('doubt' in attachment) return [undecided(flow, attachment.doubt)];
  const step = { kind: 'transit-gateway', id, detail: `by ${attachment.value?.TransitGatewayAttachmentId ?? 'no attachment'}` };
  if (attachment.value === undefined) return stop(walk, flow, 'NOT_ATTACHED', { ...step, detail: `${router.vpcId} is not attached to it` });
  const { State, Options } = attachment.value;
  const passes = passesInState(attachment.value.TransitGatewayAttachmentId ?? id, State);
  if (typeof passes === 'object') return [undecided(flow, passes)];
  if (!passes) return stop(walk, flow, 'NOT_ATTACHED', { ...step, detail: `its attachment is ${State ?? ''}` });
  if (flow.family === 6 && Options?.Ipv6Support !== 'enable') {
    return stop(walk, flow, 'FAMILY', { ...step, detail: 'its attachment does not carry IPv6' });
  }
  return inZone(walk, router, flow, before, attachment.value, id);
}

/** The VPC's own attachment to the gateway. */
function attachmentOf(
  { place, vpcId, owner }: Router,
  id: string,
): { readonly value: TransitGatewayVpcAttachment | undefined } | { readonly doubt: Doubt } {
  const own = listed(place, 'transitGatewayVpcAttachments').filter(
    ({ TransitGatewayId, VpcId }) => TransitGatewayId === id && VpcId === vpcId,
  );
  const value = own.find(({ State }) => State === undefined || State === 'available') ?? own[0];
  if (value !== undefined) return { value };
  const fact = place.facts.transitGatewayVpcAttachments;
  if (!fact.known) return { doubt: unread(`the attachment of ${vpcId} to ${id}`, fact.gap) };
  if (owner === undefined || owner === place.account) return { value: undefined };
  return {
    doubt: {
      code: 'CROSS_ACCOUNT',
      object: id,
      settledBy: `the attachment of ${vpcId} to ${id}, read in account ${owner}`,
      gap: undefined,
    },
  };
}

/**
 * Traffic gets to the gateway only from zones in which the attachment has a subnet, and crosses that subnet's ACL: inbound on its way there.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
function inZone(
  walk: Walk,
  router: Router,
  flow: Flow,
  before: Flow,
  attachment: TransitGatewayVpcAttachment,
  id: string,
): readonly Piece[] {
  if (router.subnet === undefined) return fromAnyZone(walk, router, flow, attachment, id);
  const attachmentId = attachment.TransitGatewayAttachmentId ?? '';
  const step = { kind: 'transit-gateway', id, detail: `by ${attachmentId}` };
  const routers = (attachment.SubnetIds ?? []).map((subnetId) => routerOf(walk.network, router.place, subnetId));
  const zone = zoneOf(router.subnet);
  const near = routers.find((found) => found.value?.subnet !== undefined && zoneOf(found.value.subnet) === zone)?.value;
  const onward = (crossed: Crossed): readonly Piece[] => [
    ...crossed.stopped,
    ...crossed.passed.flatMap((each) =>
      withinTransitGateway(walk, { place: router.place, gateway: id, attachment: attachmentId, zone }, past(each, step)),
    ),
  ];
  if (near !== undefined) {
    const entered = enterSubnet(walk, near, flow);
    if (near.subnet?.SubnetId !== router.subnet?.SubnetId) return onward(entered);
    // Sender and attachment in one subnet: what comes from the gateway is not matched against the ACL, and so no reply is.
    return onward({ ...entered, passed: entered.passed.map((each) => ({ ...each, replies: before.replies })) });
  }
  const hidden = routers.find(({ doubt }) => doubt !== undefined)?.doubt;
  if (hidden !== undefined) return [undecided(narrowed(flow, flow.traffic), hidden)];
  const go = (): readonly Piece[] => onward({ passed: [flow], stopped: [] });
  return stop(walk, flow, 'NO_ZONE', { ...step, detail: `${attachmentId} has no subnet in ${zone ?? 'its zone'}` }, go);
}

/** A regional NAT gateway is in no zone: it may hand traffic over in any zone in which the attachment has a subnet. */
function fromAnyZone(
  walk: Walk,
  router: Router,
  flow: Flow,
  { TransitGatewayAttachmentId: attachment = '', SubnetIds = [] }: TransitGatewayVpcAttachment,
  id: string,
): readonly Piece[] {
  const step = { kind: 'transit-gateway', id, detail: `by ${attachment}` };
  const answers = SubnetIds.map((subnetId): readonly Piece[] => {
    const found = routerOf(walk.network, router.place, subnetId);
    if (found.value === undefined) return [undecided(flow, found.doubt)];
    const { passed, stopped } = enterSubnet(walk, found.value, flow);
    const entry = { place: router.place, gateway: id, attachment, zone: undefined };
    return [...stopped, ...passed.flatMap((each) => withinTransitGateway(walk, entry, past(each, step)))];
  });
  return answers.length === 0 ? stop(walk, flow, 'NO_ZONE', { ...step, detail: `${attachment} has no subnet` }) : agreed(answers);
}
