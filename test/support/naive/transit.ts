import { allOf, anyOf, best, eitherOf, ifSo, open, stopped, type Answer, type Fate } from './fate.ts';
import { spotIn } from './appliances.ts';
import { leave } from './borders.ts';
import { zoneOf } from './internet-borders.ts';
import { at, familyOf, withReplies, type Parcel } from './parcel.ts';
import { choices, type Way } from './routes.ts';
import { aclIn, aclReplyOut } from './rules.ts';
import type { Simulator, Spot } from './simulator.ts';
import type { World } from './world.ts';

type Attachment = World['transitGatewayVpcAttachments'][number];
type TableDetail = Extract<World['transitGatewayRouteTables'][number]['detail'], { readonly known: true }>['value'];
type TransitRoute = NonNullable<TableDetail['Routes']>[number];

/** Into a transit gateway. https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
export function transitGateway(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  return leave(sim, spot, parcel, (out) => toAttachment(sim, spot, { parcel, out }, id));
}

/** The packet before and after it has left its subnet. */
interface Leaving {
  readonly parcel: Parcel;
  readonly out: Parcel;
}

function toAttachment(sim: Simulator, spot: Spot, { parcel, out }: Leaving, id: string): Fate {
  const { world } = sim;
  const attachment = world.transitGatewayVpcAttachments.find(
    ({ TransitGatewayId, VpcId }) => TransitGatewayId === id && VpcId === spot.vpcId,
  );
  if (attachment === undefined) return stopped(`${spot.vpcId} is not attached to ${id}`);
  if (isChanging(attachment.State)) return open(`${id} is changing`);
  if ((attachment.State ?? 'available') !== 'available') return stopped('the attachment is not available');
  if (familyOf(parcel) === 6 && attachment.Options?.Ipv6Support !== 'enable') return stopped('the attachment carries no IPv6');
  const zone = zoneOf(sim, spot.subnetId);
  const subnets = attachment.SubnetIds ?? [];
  // A gateway that is in no zone may hand it over in any.
  const near = spot.subnetId === undefined ? subnets : subnets.filter((each) => zoneOf(sim, each) === zone);
  if (near.length === 0) return stopped(`${id} is not in ${zone ?? ''}`);
  return anyOf(
    near.map((subnetId) =>
      handOver(sim, spot.subnetId === subnetId, subnetId, { parcel, out }, (inside) =>
        within(sim, inside, id, attachment, spot.subnetId === undefined ? undefined : zone),
      ),
    ),
    'by which zone',
  );
}

/** Over the ACLs of the sender's subnet and of the attachment's, which may be the same. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html */
function handOver({ world }: Simulator, same: boolean, subnetId: string, { parcel, out }: Leaving, then: (inside: Parcel) => Fate): Fate {
  return ifSo(aclIn(world, subnetId, out), `the ACL of ${subnetId} lets it to the gateway`, () =>
    // What comes back out of the gateway into the very subnet that it is in is not asked for.
    then(same ? { ...out, ports: parcel.ports } : withReplies(out, (port) => aclReplyOut(world, subnetId, out, port))),
  );
}

/** By the table of the attachment by which it has come. */
function within(sim: Simulator, parcel: Parcel, gateway: string, from: Attachment, zone: string | undefined): Fate {
  const { world } = sim;
  const here = at(parcel, `${gateway} by ${from.TransitGatewayAttachmentId ?? ''}`);
  if (here === undefined) return stopped(`${gateway} again`);
  const table = tableFor(sim, gateway, from.TransitGatewayAttachmentId ?? '');
  if (table === 'none') return stopped('no table is associated with the attachment');
  if (table === 'unknown') return open('the table of the attachment');
  const passed: Parcel = { ...here, cameBy: [...here.cameBy, gateway] };
  return eitherOf(
    choices(world, table, parcel.remote).map((route) => {
      const targets = route?.TransitGatewayAttachments ?? [];
      if (route === undefined || route.State === 'blackhole' || targets.length === 0) return stopped('the gateway has no route');
      return best(
        targets.map(({ TransitGatewayAttachmentId = '', ResourceType }) => {
          if (ResourceType !== 'vpc') return open(`what is behind ${TransitGatewayAttachmentId}`, 'on-premises');
          const to = world.transitGatewayVpcAttachments.find((each) => each.TransitGatewayAttachmentId === TransitGatewayAttachmentId);
          return to === undefined ? open(`${TransitGatewayAttachmentId} is not there`) : outOf(sim, passed, gateway, { from, to, zone });
        }),
        'no target',
      );
    }),
    'which route',
  );
}

function isChanging(state: string | undefined): boolean {
  return ['pending', 'initiating', 'modifying', 'deleting', 'rollingBack'].includes(state ?? '');
}

interface Between {
  readonly from: Attachment;
  readonly to: Attachment;
  readonly zone: string | undefined;
}

/** Out of the gateway into a VPC: in the sender's zone where it can be, otherwise in any. */
function outOf(sim: Simulator, parcel: Parcel, gateway: string, { from, to, zone }: Between): Fate {
  if (isChanging(to.State)) return open('the far attachment is changing');
  if ((to.State ?? 'available') !== 'available') return stopped('the far attachment is not available');
  if (familyOf(parcel) === 6 && to.Options?.Ipv6Support !== 'enable') return stopped('the far attachment carries no IPv6');
  const back = backThrough(sim, parcel, gateway, from, to);
  const row = sim.world.transitGateways.find(({ TransitGatewayId }) => TransitGatewayId === gateway);
  const known = [row?.Options, from.Options, to.Options].every((options) => options?.SecurityGroupReferencingSupport === 'enable');
  const arrived: Parcel = { ...parcel, groups: known ? parcel.groups : undefined, tablesBack: [...parcel.tablesBack, back] };
  const subnets = to.SubnetIds ?? [];
  const near = subnets.filter((each) => zone !== undefined && zoneOf(sim, each) === zone);
  const possible = near.length > 0 && to.Options?.ApplianceModeSupport !== 'enable' ? near : subnets;
  return anyOf(
    possible.map((subnetId) => sim.forward(spotIn(sim, subnetId, true), arrived)),
    'by which zone it leaves the gateway',
  );
}

/** Replies come in by the far attachment, and its table must lead them to the near one. */
function backThrough(sim: Simulator, parcel: Parcel, gateway: string, from: Attachment, to: Attachment): Answer {
  const table = tableFor(sim, gateway, to.TransitGatewayAttachmentId ?? '');
  if (table === 'none') return 'no';
  if (table === 'unknown') return 'maybe';
  return allOf(
    choices(sim.world, table, parcel.source).map((route) =>
      route?.State !== 'blackhole' &&
      (route?.TransitGatewayAttachments ?? []).some((each) => each.TransitGatewayAttachmentId === from.TransitGatewayAttachmentId)
        ? 'yes'
        : 'no',
    ),
  );
}

function tableFor({ world }: Simulator, gateway: string, attachmentId: string): readonly Way<TransitRoute>[] | 'none' | 'unknown' {
  const row = world.transitGatewayAttachments.find(
    ({ TransitGatewayId, TransitGatewayAttachmentId }) => TransitGatewayId === gateway && TransitGatewayAttachmentId === attachmentId,
  );
  if (row === undefined) return 'unknown';
  const id = row.Association?.TransitGatewayRouteTableId;
  if (id === undefined) return 'none';
  if (row.Association?.State === 'associating' || row.Association?.State === 'disassociating') return 'unknown';
  const table = world.transitGatewayRouteTables.find(({ summary }) => summary.TransitGatewayRouteTableId === id);
  if (table === undefined || !table.detail.known || table.detail.value.AdditionalRoutesAvailable === true) return 'unknown';
  return (table.detail.value.Routes ?? []).map((route) => ({
    route,
    target: (route.TransitGatewayAttachments ?? []).map((each) => each.TransitGatewayAttachmentId).join(' '),
    block: route.DestinationCidrBlock,
    list: route.PrefixListId,
    propagated: route.Type === 'propagated',
    fromVpn: false,
  }));
}
