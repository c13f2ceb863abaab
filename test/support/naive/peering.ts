import { covers } from '../naive-network.ts';
import { leave } from './borders.ts';
import { deliver } from './deliver.ts';
import { open, stopped, type Fate } from './fate.ts';
import type { Parcel } from './parcel.ts';
import type { Simulator, Spot } from './simulator.ts';

/** To the other VPC, and no further. https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
export function peering(sim: Simulator, spot: Spot, parcel: Parcel, id: string): Fate {
  return leave(sim, spot, parcel, (out) => {
    const row = sim.world.vpcPeeringConnections.find(({ VpcPeeringConnectionId }) => VpcPeeringConnectionId === id);
    if (row === undefined) return open(`${id} is not there`);
    const code: string = row.Status?.Code ?? 'active';
    if (code === 'provisioning') return open(`${id} is ${code}`);
    if (code !== 'active') return stopped(`${id} is ${code}`);
    const far = row.RequesterVpcInfo?.VpcId === spot.vpcId ? row.AccepterVpcInfo : row.RequesterVpcInfo;
    const blocks = [
      far?.CidrBlock,
      ...(far?.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock),
      ...(far?.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
    ];
    if (!blocks.some((block) => covers(block, out.remote))) return stopped(`${id} does not carry ${out.remote}`);
    const vpcId = far?.VpcId ?? '';
    if (!sim.world.vpcs.some(({ VpcId }) => VpcId === vpcId)) return open(`${vpcId} is not there`);
    const there: Spot = { vpcId, subnetId: undefined, table: undefined, fromTransitGateway: false };
    return deliver(sim, there, { ...out, cameBy: [...out.cameBy, id] });
  });
}
