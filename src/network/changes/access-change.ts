import type { Network, Place } from '../network.ts';
import { awsCommand, patched, type Change } from './change.ts';

/**
 * Block Public Access for the whole account and Region: the last resort, which nothing with an internet gateway escapes.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
export function accessChanges(places: readonly Place[]): readonly Change[] {
  return places.map((place) => ({
    kind: 'block-public-access',
    object: `${place.account} ${place.region}`,
    summary: `block public access of all VPCs of ${place.account} in ${place.region}, in both directions`,
    commands: [
      awsCommand(place.region, 'ec2', 'modify-vpc-block-public-access-options', '--internet-gateway-block-mode', 'block-bidirectional'),
    ],
    apply: (network) => blocked(network, place),
  }));
}

function blocked(network: Network, place: Place): Network {
  const mode = 'block-bidirectional' as const;
  const options = patched(network, place, 'blockPublicAccessOptions', () => [
    { InternetGatewayBlockMode: mode, State: 'update-complete' as const },
  ]);
  const states = { InternetGatewayBlockMode: mode };
  const subnets = patched(options, place, 'subnets', (rows) => rows.map((row) => ({ ...row, BlockPublicAccessStates: states })));
  return patched(subnets, place, 'vpcs', (rows) => rows.map((row) => ({ ...row, BlockPublicAccessStates: states })));
}
