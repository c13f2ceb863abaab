import { union } from '../address-set.ts';
import { areaOf } from '../area.ts';
import { endpointDestinations } from '../endpoints/endpoint-destinations.ts';
import { listed, type Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { reach, toInternet } from '../reach.ts';
import { noTraffic } from '../traffic.ts';

/** The endpoints of AWS services in its VPC that an origin reaches by TCP 443: interface endpoints, and gateway endpoints by its routes. */
export function endpointsReached(network: Network, origin: Origin): readonly string[] {
  const gateways = toInternet(network, origin, 4).flatMap((piece) =>
    piece.verdict === 'reachable' && piece.sink.kind === 'aws-service' ? [piece.sink.id] : [],
  );
  const interfaces = network.places.flatMap((place) =>
    listed(place, 'vpcEndpoints')
      .filter(({ VpcId, VpcEndpointType }) => VpcId === origin.vpcId && VpcEndpointType === 'Interface')
      .filter((endpoint) => {
        const { destinations } = endpointDestinations(network, { row: endpoint, place }, 4);
        if (destinations.length === 0) return false;
        const tcp = areaOf(union(destinations.flatMap(({ addresses }) => addresses)), [{ first: 443, last: 443 }]);
        return reach(network, origin, 4, { ...noTraffic, tcp }, { destinations }).pieces.some(({ verdict }) => verdict === 'reachable');
      })
      .map(({ VpcEndpointId }) => VpcEndpointId ?? ''),
  );
  return [...new Set([...gateways, ...interfaces])].sort();
}
