import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';
import { union, type IpFamily } from './address-set.ts';
import { areaOf } from './area.ts';
import type { Doubt } from './doubt.ts';
import { endpointDestinations } from './endpoint-destinations.ts';
import type { Piece } from './flow.ts';
import { internet } from './internet.ts';
import { listed, type Network, type Place } from './network.ts';
import type { Origin } from './origin.ts';
import { everyValue, noTraffic, type Traffic } from './traffic.ts';

/** An endpoint behind which a proxy of AWS Network Firewall takes connections, and leaves by the NAT gateway it is attached to. */
interface ProxyEndpoint {
  readonly natId: string;
  readonly endpoint: VpcEndpoint;
  readonly place: Place;
}

/**
 * The ways out by an explicit proxy. No route leads to it: whoever connects to its endpoint gets out as far as its rules let.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-firewall-proxy.html
 *
 * @param ask where TCP traffic from the origin to some destinations gets to
 */
export function proxyExits(
  network: Network,
  origin: Origin,
  family: IpFamily,
  ask: (traffic: Traffic, destinations: ReturnType<typeof endpointDestinations>) => readonly Piece[],
): readonly Piece[] {
  const hidden = hiddenProxies(network, origin);
  const unseen = hidden === undefined ? [] : [mayLeave(family, hidden, [])];
  const seen = proxyEndpoints(network, origin.vpcId).flatMap(({ natId, endpoint, place }) => {
    const id = endpoint.VpcEndpointId ?? '';
    const destinations = endpointDestinations(network, place, endpoint, family);
    const tcp = areaOf(union(destinations.flatMap(({ addresses }) => addresses)), everyValue);
    const pieces = ask({ ...noTraffic, tcp }, destinations);
    const way = pieces.find(({ verdict }) => verdict !== 'blocked');
    if (way === undefined) return [];
    const doubt: Doubt = { code: 'FIREWALL_RULES', object: id, settledBy: `what the proxy behind ${id} lets pass`, gap: undefined };
    // A proxy speaks HTTP and TLS for its clients: TCP to any public address is what may come of it.
    const traffic: Traffic = { ...noTraffic, tcp: areaOf(internet[family], everyValue) };
    const path = () => [...way.path(), { kind: 'vpc-endpoint', id, detail: `proxy of Network Firewall at ${natId}` }];
    return [
      {
        verdict: 'undecided',
        family,
        traffic,
        translated: false,
        path,
        doubts: [doubt],
        sink: { kind: 'internet', id },
        inspectedBy: [id],
      },
    ];
  });
}

function proxyEndpoints(network: Network, vpcId: string): readonly ProxyEndpoint[] {
  const attached = network.places.flatMap((place) =>
    listed(place, 'natGateways').flatMap((nat) =>
      (nat.AttachedAppliances ?? [])
        .filter(({ Type }) => Type === undefined || Type === 'network-firewall-proxy')
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
