import type { PathStep } from '../core/path-step.ts';
import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';
import { union, type IpFamily } from './address-set.ts';
import { areaOf } from './area.ts';
import { unread, type Doubt } from './doubt.ts';
import { endpointDestinations } from './endpoints/endpoint-destinations.ts';
import type { Piece } from './flow.ts';
import { internet } from './internet.ts';
import { listed, type Network, type Place } from './network.ts';
import type { Origin } from './origin.ts';
import type { Destination } from './walk.ts';
import { everyValue, noTraffic, type Traffic } from './traffic.ts';

/** An endpoint behind which a proxy of AWS Network Firewall takes connections, and leaves by the NAT gateway it is attached to. */
interface ProxyEndpoint {
  readonly natId: string;
  readonly endpoint: VpcEndpoint;
  readonly place: Place;
}

/**
 * The ways out by an explicit proxy. No route leads to it: whoever connects to its endpoint gets out as far as its rules let.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/nfw-proxy-how-it-works.html
 *
 * @param ask where TCP traffic from the origin to some destinations gets to
 */
export function proxyExits(
  network: Network,
  origin: Origin,
  family: IpFamily,
  ask: (traffic: Traffic, destinations: readonly Destination[]) => readonly Piece[],
): readonly Piece[] {
  if (origin.addresses[family].length === 0) return [];
  const hidden = hiddenProxies(network, origin);
  const unseen = hidden === undefined ? [] : [mayLeave(family, hidden, [])];
  const seen = proxyEndpoints(network, origin.vpcId).flatMap(({ natId, endpoint, place }) => {
    const id = endpoint.VpcEndpointId ?? '';
    const { destinations } = endpointDestinations(network, { row: endpoint, place }, family);
    const tcp = areaOf(union(destinations.flatMap(({ addresses }) => addresses)), everyValue);
    const pieces = ask({ ...noTraffic, tcp }, destinations);
    const way = pieces.find(({ verdict }) => verdict !== 'blocked');
    if (way === undefined) return [];
    const doubt: Doubt = { code: 'FIREWALL_RULES', object: id, settledBy: `what the proxy behind ${id} lets pass`, gap: undefined };
    return [mayLeave(family, doubt, [...way.path(), { kind: 'vpc-endpoint', id, detail: `proxy of Network Firewall at ${natId}` }])];
  });
  return [...seen, ...unseen];
}

/** A proxy speaks HTTP and TLS for its clients: TCP to any public address is what may come of it. */
function mayLeave(family: IpFamily, doubt: Doubt, path: readonly PathStep[]): Piece {
  const traffic: Traffic = { ...noTraffic, tcp: areaOf(internet[family], everyValue) };
  const sink = { kind: 'internet' as const, id: doubt.object };
  return { verdict: 'undecided', family, traffic, translated: false, path: () => path, doubts: [doubt], sink, inspectedBy: [doubt.object] };
}

/**
 * Why there may be a proxy that is not seen: what tells of proxies was not read, while there are endpoints that could lead to one. Endpoints of
 * AWS's own services cannot.
 */
function hiddenProxies({ places }: Network, { place, vpcId, subnetId }: Origin): Doubt | undefined {
  const { natGateways, vpcEndpoints } = place.facts;
  if (!vpcEndpoints.known && hasNoEndpoint(place, vpcId, subnetId)) return undefined;
  const unreadNats = places.map(({ facts }) => facts.natGateways).find((fact) => !fact.known);
  const attached = places.some((each) =>
    listed(each, 'natGateways').some(({ AttachedAppliances }) => (AttachedAppliances ?? []).length > 0),
  );
  if (!vpcEndpoints.known) return attached || !natGateways.known ? unread(`the endpoints of ${vpcId}`, vpcEndpoints.gap) : undefined;
  if (unreadNats === undefined || unreadNats.known) return undefined;
  const candidate = vpcEndpoints.value.some(
    ({ VpcId, VpcEndpointType, ServiceName }) =>
      VpcId === vpcId && VpcEndpointType === 'Interface' && ServiceName?.includes('.vpce-svc-') === true,
  );
  return candidate ? unread(`the proxies behind the endpoints of ${vpcId}`, unreadNats.gap) : undefined;
}

const gone = new Set<string | undefined>(['detached', 'attach-failed']);

/** An endpoint that takes connections has network interfaces in its VPC, whose owner sees them all. */
function hasNoEndpoint(place: Place, vpcId: string, subnetId: string): boolean {
  const owner = listed(place, 'subnets').find((subnet) => subnet.SubnetId === subnetId)?.OwnerId;
  if (!place.facts.networkInterfaces.known || (owner !== undefined && owner !== place.account)) return false;
  return !place.facts.networkInterfaces.value.some(
    ({ VpcId, InterfaceType, Description }) =>
      VpcId === vpcId && (InterfaceType === 'vpc_endpoint' || Description?.startsWith('VPC Endpoint') === true),
  );
}

function proxyEndpoints(network: Network, vpcId: string): readonly ProxyEndpoint[] {
  const attached = network.places.flatMap((place) =>
    listed(place, 'natGateways').flatMap((nat) =>
      (nat.AttachedAppliances ?? [])
        .filter(({ Type, AttachmentState }) => (Type === undefined || Type === 'network-firewall-proxy') && !gone.has(AttachmentState))
        .map(({ VpcEndpointId }) => ({ natId: nat.NatGatewayId ?? '', endpointId: VpcEndpointId ?? '' })),
    ),
  );
  if (attached.length === 0) return [];
  const endpoints = network.places.flatMap((place) => listed(place, 'vpcEndpoints').map((endpoint) => ({ place, endpoint })));
  return attached.flatMap(({ natId, endpointId }) => {
    const service = endpoints.find(({ endpoint }) => endpoint.VpcEndpointId === endpointId)?.endpoint.ServiceName;
    // The proxy's own endpoint, or another one in this VPC to the same service.
    return endpoints
      .filter(
        ({ endpoint: { VpcEndpointId, ServiceName, VpcId } }) =>
          VpcEndpointId === endpointId || (service !== undefined && ServiceName === service && VpcId === vpcId),
      )
      .map((each) => ({ natId, ...each }));
  });
}
