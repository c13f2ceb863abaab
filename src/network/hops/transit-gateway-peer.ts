import { listed, type Network, type Place } from '../network.ts';

/** The other end of a peering between transit gateways, seen from one of them. */
export interface PeerGateway {
  readonly gateway: string;
  /** The attachment as the other gateway knows it. */
  readonly attachment: string;
  readonly state: string | undefined;
  /** Who and where to ask about it. */
  readonly home: string;
}

/**
 * The gateway behind a peering attachment: what describes the peering tells it, and otherwise each end's own row of its attachments, which
 * names the other gateway as its resource. Both ends may carry one attachment id.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
export function peerGateway(network: Network, from: Place, gateway: string, attachment: string): PeerGateway | undefined {
  return describedPeer(network, gateway, attachment) ?? attachedPeer(network, from, gateway, attachment);
}

function describedPeer(network: Network, gateway: string, id: string): PeerGateway | undefined {
  const peering = network.places
    .flatMap((place) => listed(place, 'transitGatewayPeeringAttachments'))
    .find((row) => row.TransitGatewayAttachmentId === id || row.AccepterTransitGatewayAttachmentId === id);
  if (peering === undefined) return undefined;
  const requested = peering.RequesterTgwInfo?.TransitGatewayId === gateway;
  const far = requested ? peering.AccepterTgwInfo : peering.RequesterTgwInfo;
  return {
    gateway: far?.TransitGatewayId ?? '',
    attachment: (requested ? peering.AccepterTransitGatewayAttachmentId : peering.TransitGatewayAttachmentId) ?? id,
    state: peering.State,
    home: `${far?.OwnerId ?? 'its account'} ${far?.Region ?? ''}`.trim(),
  };
}

function attachedPeer(network: Network, from: Place, gateway: string, id: string): PeerGateway | undefined {
  const places = [from, ...network.places.filter((place) => place !== from)];
  const rows = places
    .flatMap((place) => listed(place, 'transitGatewayAttachments'))
    .filter(({ ResourceType }) => ResourceType === 'peering');
  const own = rows.find((row) => row.TransitGatewayId === gateway && row.TransitGatewayAttachmentId === id);
  if (own?.ResourceId === undefined) return undefined;
  const far = rows.filter((row) => row.TransitGatewayId === own.ResourceId && row.ResourceId === gateway);
  // Between two gateways there may be several peerings: then only one id for both ends tells which belong together.
  const same = far.find((row) => row.TransitGatewayAttachmentId === id) ?? (far.length === 1 ? far[0] : undefined);
  return {
    gateway: own.ResourceId,
    attachment: same?.TransitGatewayAttachmentId ?? id,
    state: own.State,
    home: own.ResourceOwnerId ?? 'its account',
  };
}
