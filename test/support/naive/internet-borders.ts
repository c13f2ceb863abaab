import { doubtful, reached, stopped, type Fate } from './fate.ts';
import { isPublic } from './addresses.ts';
import { leave, settle } from './borders.ts';
import { familyOf, type Parcel } from './parcel.ts';
import type { Simulator, Spot } from './simulator.ts';
import { subnetById } from './world.ts';

interface Gateway {
  readonly id: string;
  readonly kind: 'internet' | 'egress-only' | 'carrier';
  /** Of its attachment to this VPC; undefined for none. */
  readonly state: string | undefined;
}

/** Out of the VPC by an internet gateway. */
export function internetGateway(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  const row = sim.world.internetGateways.find(({ InternetGatewayId }) => InternetGatewayId === id);
  if (row === undefined) return unseen(sim, spot, parcel, { id, kind: 'internet' });
  const attachment = (row.Attachments ?? []).find(({ VpcId }) => VpcId === spot.vpcId);
  return out(sim, spot, parcel, { id, kind: 'internet', state: attachment === undefined ? undefined : (attachment.State ?? 'available') });
}

export function egressOnlyGateway(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  const row = sim.world.egressOnlyInternetGateways.find(({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId === id);
  if (row === undefined) return unseen(sim, spot, parcel, { id, kind: 'egress-only' });
  const attachment = (row.Attachments ?? []).find(({ VpcId }) => VpcId === spot.vpcId);
  return out(sim, spot, parcel, {
    id,
    kind: 'egress-only',
    state: attachment === undefined ? undefined : (attachment.State ?? 'available'),
  });
}

export function carrierGateway(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  const row = sim.world.carrierGateways.find(({ CarrierGatewayId }) => CarrierGatewayId === id);
  if (row === undefined) return unseen(sim, spot, parcel, { id, kind: 'carrier' });
  return out(sim, spot, parcel, { id, kind: 'carrier', state: row.VpcId === spot.vpcId ? (row.State ?? 'available') : undefined });
}

function unseen(sim: Simulator, spot: Spot, parcel: Parcel, gateway: Omit<Gateway, 'state'>): Fate {
  return doubtful(out(sim, spot, parcel, { ...gateway, state: 'available' }), `${gateway.id} is not there`);
}

function out(sim: Simulator, spot: Spot, parcel: Parcel, { id, kind, state }: Gateway): Fate {
  return leave(sim, spot, parcel, (gone) => {
    const families = kind === 'internet' ? [4, 6] : kind === 'carrier' ? [4] : [6];
    if (state === undefined) return stopped(`${id} is not attached to ${spot.vpcId}`);
    const changing = /^(attaching|detaching|pending|deleting)$/.test(state);
    if (!changing && state !== 'available' && state !== 'attached') return stopped(`${id} is ${state}`);
    if (!families.includes(familyOf(gone)) || !isPublic(gone.remote)) return stopped(`${id} does not carry ${gone.remote}`);
    // A gateway knows the public addresses of its own VPC only.
    if (gone.vpcId !== spot.vpcId) return stopped(`${id} does not know ${gone.source}`);
    if (gone.paired !== (kind === 'carrier' ? 'carrier' : 'public')) return stopped(`${gone.source} is paired with nothing`);
    if (!publicAccess(sim, spot, gone, kind)) return stopped('Block Public Access');
    const fate = settle(gone, () => reached('internet', id));
    return changing ? doubtful(fate, `${id} is ${state}`) : fate;
  });
}

/** Block Public Access. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
function publicAccess({ world }: Simulator, { vpcId, subnetId }: Spot, parcel: Parcel, kind: Gateway['kind']): boolean {
  const mode: string = world.blockPublicAccessOptions[0]?.InternetGatewayBlockMode ?? 'off';
  if (mode === 'off') return true;
  const exclusions = world.blockPublicAccessExclusions.filter(
    ({ ResourceArn, State }) =>
      ['create-complete', 'update-complete'].includes(State ?? 'create-complete') &&
      (ResourceArn?.endsWith(`/${vpcId}`) === true || (subnetId !== undefined && ResourceArn?.endsWith(`/${subnetId}`) === true)),
  );
  const allows = (what: string): boolean => exclusions.some(({ InternetGatewayExclusionMode }) => InternetGatewayExclusionMode === what);
  if (mode === 'block-bidirectional') {
    // AWS Network Firewall is blocked though its subnet be excluded.
    if (parcel.inspectedBy.includes('firewall')) return false;
    return allows('allow-bidirectional') || allows('allow-egress');
  }
  return allows('allow-bidirectional') || parcel.isNat || kind === 'egress-only';
}

/** The zone of a subnet, as an id where AWS gives one. */
export function zoneOf({ world }: Simulator, subnetId: string | undefined): string | undefined {
  const subnet = subnetById(world, subnetId);
  return subnet?.AvailabilityZoneId ?? subnet?.AvailabilityZone;
}
