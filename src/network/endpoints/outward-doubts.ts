import { union } from '../address-set.ts';
import type { Piece } from '../flow.ts';
import { withDoubts, type Doubt } from '../doubt.ts';
import type { Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { privateBeyond } from '../private-beyond.ts';
import { reach, type ReachOptions } from '../reach.ts';
import { servesForm, type ServiceForm } from './aws-service.ts';
import { endpointDestinations } from './endpoint-destinations.ts';
import { https } from './https.ts';
import { httpsReach } from './https-reach.ts';
import { allVpcEndpoints } from './vpc-endpoints-of.ts';

/**
 * Why an endpoint for a service may stand somewhere outside the origin's VPC, where its calls get to by private addresses: the way leads to what
 * was not read, or to such an endpoint itself. Empty where it leads nowhere, or only to what was read and holds none.
 */
export function outwardDoubts(
  network: Network,
  origin: Origin,
  form: ServiceForm,
  options: Pick<ReachOptions, 'ignore'> = {},
): readonly Doubt[] {
  const lost = httpsReach(network, origin, 4, privateBeyond(network, origin.place, origin.vpcId), options).flatMap(doubtsOf);
  const endpoints = allVpcEndpoints(network).filter(
    ({ row }) => row.VpcId !== origin.vpcId && row.VpcEndpointType === 'Interface' && servesForm(row, form),
  );
  const seen = endpoints.flatMap((part): readonly Doubt[] => {
    const { destinations, doubts } = endpointDestinations(network, part, 4);
    if (destinations.length === 0) return doubts;
    const addresses = union(destinations.flatMap((each) => each.addresses));
    const { pieces } = reach(network, origin, 4, https(addresses), { ...options, destinations });
    if (!pieces.some(({ verdict }) => verdict === 'reachable')) return pieces.flatMap(doubtsOf);
    const { VpcEndpointId: id = '', VpcId } = part.row;
    const settledBy = `whether a Route 53 Profile gives the name to ${id} of ${VpcId}, which can be reached`;
    return [{ code: 'NAME_NOT_RESOLVED', object: id, settledBy, gap: undefined }];
  });
  return withDoubts([], [...seen, ...lost]);
}

/** Which address of its subnet the sender has makes no other network of it. */
function doubtsOf(piece: Piece): readonly Doubt[] {
  return piece.verdict === 'undecided' ? piece.doubts.filter(({ code }) => code !== 'ADDRESS_UNKNOWN') : [];
}
