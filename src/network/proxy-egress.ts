import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';
import { intersect, union, type AddressSet, type IpFamily } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import { undecided, type Piece } from './flow.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { inboundFlow } from './ingress/inbound.ts';
import { internet } from './internet.ts';
import { addressesOfInterface } from './members.ts';
import { listed, type Network } from './network.ts';
import type { Origin } from './origin.ts';
import { reach } from './reach.ts';
import { routerOf, subnetAddresses } from './router.ts';
import { allTraffic, noTraffic } from './traffic.ts';
import type { Destination } from './walk.ts';

/** A proxy of Network Firewall that a NAT gateway of some VPC sends on for. */
interface Proxy {
  readonly natGatewayId: string;
  readonly endpointId: string;
}

/**
 * Ways to the internet by an explicit proxy: who can open TCP to its endpoint asks it for a connection, and needs no route of his own. What the
 * proxy's rules let pass is not read, so that these ways stay undecided.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/nfw-proxy-how-it-works.html
 *
 * @returns one undecided piece for each endpoint of a proxy that the origin may reach
 */
export function proxyEgress(network: Network, origin: Origin, family: IpFamily): readonly Piece[] {
  const proxies = proxiesIn(network);
  if (proxies.length === 0) return [];
  return network.places
    .flatMap((place) => listed(place, 'vpcEndpoints'))
    .flatMap((endpoint): readonly Piece[] => {
      const proxy = proxies.find((each) => serves(network, origin, each, endpoint));
      return proxy === undefined || !mayReach(network, origin, family, endpoint) ? [] : [through(endpoint, proxy, family)];
    });
}

function proxiesIn(network: Network): readonly Proxy[] {
  const gone = new Set<string | undefined>(['detached', 'attach-failed']);
  return network.places
    .flatMap((place) => listed(place, 'natGateways'))
    .flatMap(({ NatGatewayId = '', AttachedAppliances = [] }) =>
      AttachedAppliances.filter(({ AttachmentState }) => !gone.has(AttachmentState)).map(({ VpcEndpointId = '' }) => ({
        natGatewayId: NatGatewayId,
        endpointId: VpcEndpointId,
      })),
    );
}

/** Is it the proxy's own endpoint, or another one of the same service? */
function serves(network: Network, origin: Origin, { endpointId }: Proxy, endpoint: VpcEndpoint): boolean {
  if (endpointId === '') return false;
  if (endpoint.VpcEndpointId === endpointId) return true;
  const own = find({ network, from: origin.place }, 'vpcEndpoints', idOf.vpcEndpoints, endpointId).value?.ServiceName;
  return own !== undefined && own === endpoint.ServiceName;
}

function mayReach(network: Network, origin: Origin, family: IpFamily, endpoint: VpcEndpoint): boolean {
  const destinations = (endpoint.SubnetIds ?? []).flatMap((subnetId) => destinationIn(network, origin, family, endpoint, subnetId));
  const addresses = union(destinations.flatMap((each) => each.addresses));
  if (addresses.length === 0) return false;
  const { pieces } = reach(network, origin, family, allTraffic(addresses, family), { destinations });
  return pieces.some(({ verdict, traffic }) => verdict !== 'blocked' && traffic.tcp.length > 0);
}

/** An endpoint in one of its subnets; at any address of it where its interface is not seen. */
function destinationIn(
  network: Network,
  origin: Origin,
  family: IpFamily,
  endpoint: VpcEndpoint,
  subnetId: string,
): readonly Destination[] {
  const router = routerOf(network, origin.place, subnetId).value;
  if (router?.subnet === undefined) return [];
  const all: AddressSet = subnetAddresses(router.subnet, family);
  const rows = network.places.flatMap((place) => listed(place, 'networkInterfaces'));
  const own = rows.filter(({ NetworkInterfaceId = '' }) => endpoint.NetworkInterfaceIds?.includes(NetworkInterfaceId));
  const held = intersect(union(own.flatMap((row) => addressesOfInterface(row, family))), all);
  const groupIds = (endpoint.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  return [{ id: endpoint.VpcEndpointId ?? '', addresses: held.length > 0 ? held : all, subnetId, groupIds }];
}

function through({ VpcEndpointId = '' }: VpcEndpoint, { natGatewayId }: Proxy, family: IpFamily): Piece {
  const traffic = { ...noTraffic, tcp: allTraffic(internet[family], family).tcp };
  const doubt: Doubt = {
    code: 'FIREWALL_RULES',
    object: VpcEndpointId,
    settledBy: `what the proxy behind ${VpcEndpointId} lets pass`,
    gap: undefined,
  };
  const steps = [
    { kind: 'vpc-endpoint', id: VpcEndpointId, detail: 'of a Network Firewall proxy' },
    { kind: 'nat-gateway', id: natGatewayId, detail: 'sends on for the proxy' },
  ];
  const flow = { ...inboundFlow(family, traffic), trail: [() => steps] };
  return undecided(flow, doubt, { kind: 'internet', id: natGatewayId });
}
