import type { NetworkInterface } from '../../inventory/sections/network-interfaces.ts';
import type { Doubt } from '../doubt.ts';
import { listed, type Network } from '../network.ts';

/** An instance is reached at its primary interface, and which one that is is not read. */
export function primaryDoubt(network: Network, { Attachment, NetworkInterfaceId = '' }: NetworkInterface): Doubt | undefined {
  const instance = Attachment?.InstanceId;
  const others = network.places
    .flatMap((place) => listed(place, 'networkInterfaces'))
    .filter((each) => each.Attachment?.InstanceId === instance);
  if (others.length <= 1) return undefined;
  return {
    code: 'ADDRESS_UNKNOWN',
    object: NetworkInterfaceId,
    settledBy: `which interface of ${instance ?? ''} is its primary one`,
    gap: undefined,
  };
}
