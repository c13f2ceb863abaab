import { covers } from '../naive-network.ts';
import { isPublic } from './addresses.ts';
import { allOf, doubtful, ifSo, stopped, type Answer, type Fate } from './fate.ts';
import { answered, withReplies, type Parcel } from './parcel.ts';
import { choices, targetOf, waysOf } from './routes.ts';
import { aclIn, aclOut, aclReplyIn, aclReplyOut } from './rules.ts';
import type { Simulator, Spot } from './simulator.ts';
import { blocksOfSubnet, subnetById } from './world.ts';

type Then = (parcel: Parcel) => Fate;

/** Out of a subnet, as every packet that does not stay in it. */
export function leave({ world }: Simulator, { subnetId }: Spot, parcel: Parcel, then: Then): Fate {
  if (subnetId === undefined) return then(parcel);
  return ifSo(aclOut(world, subnetId, parcel), `the ACL of ${subnetId} lets it out`, () =>
    then(withReplies(parcel, (port) => aclReplyIn(world, subnetId, parcel, port))),
  );
}

/** Into a subnet. */
export function enter({ world }: Simulator, subnetId: string, parcel: Parcel, then: Then): Fate {
  return ifSo(aclIn(world, subnetId, parcel), `the ACL of ${subnetId} lets it in`, () =>
    then(withReplies(parcel, (port) => aclReplyOut(world, subnetId, parcel, port))),
  );
}

/**
 * From where it is into a subnet, which may be the same: then no ACL is asked. Only where a transit gateway has put it down in that subnet is
 * the reply, on its way to the gateway, asked for by both directions. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function into(sim: Simulator, spot: Spot, subnetId: string, parcel: Parcel, then: Then): Fate {
  if (spot.subnetId !== subnetId) return leave(sim, spot, parcel, (out) => enter(sim, subnetId, out, then));
  if (!spot.fromTransitGateway) return then(parcel);
  const { world } = sim;
  return then(
    withReplies(parcel, (port) => {
      const both = [aclReplyOut(world, subnetId, parcel, port), aclReplyIn(world, subnetId, parcel, port)];
      return both.includes('no') ? 'no' : allOf(both);
    }),
  );
}

/** Does a reply find the way back to the sender from here? Within a subnet no route is asked. */
export function wayBack(sim: Simulator, spot: Spot, parcel: Parcel): Answer {
  const { world } = sim;
  if (blocksOfSubnet(subnetById(world, spot.subnetId)).some((block) => covers(block, parcel.source))) return 'yes';
  const { table } = spot;
  if (table === undefined) return 'maybe';
  return allOf(
    choices(world, waysOf(table), parcel.source).map((route): Answer => {
      if (route === undefined || (route.State ?? 'active') !== 'active') return 'no';
      const target = targetOf(route) ?? '';
      if (target === 'local') return spot.vpcId === parcel.vpcId ? 'yes' : 'no';
      if (parcel.cameBy.includes(target)) {
        if (!takesFrom(sim, spot, target)) return 'no';
        const { tablesBack } = parcel;
        if (!target.startsWith('tgw-') || tablesBack.length === 0) return 'yes';
        return tablesBack.includes('no') ? 'no' : allOf(tablesBack);
      }
      // A private sender is no destination for gateways to the internet, and a NAT gateway would answer in its own name.
      const outwards = ['igw-', 'eigw-', 'cagw-'].some((kind) => target.startsWith(kind)) && !isPublic(parcel.source);
      return outwards || target.startsWith('nat-') ? 'no' : 'maybe';
    }),
  );
}

/** Is an attachment of the VPC to a transit gateway in the zone of this subnet? Other gateways are in every zone. */
function takesFrom({ world }: Simulator, { subnetId, vpcId }: Spot, gateway: string): boolean {
  const attached = world.transitGatewayVpcAttachments.filter((row) => row.TransitGatewayId === gateway && row.VpcId === vpcId);
  const zoneIn = (id: string | undefined): string | undefined => {
    const subnet = subnetById(world, id);
    return subnet?.AvailabilityZoneId ?? subnet?.AvailabilityZone;
  };
  const subnets = attached.flatMap(({ SubnetIds }) => SubnetIds ?? []);
  const zone = zoneIn(subnetId);
  return zone === undefined || subnets.length === 0 || subnets.some((id) => zoneIn(id) === zone);
}

/** The packet is where it is to go, or at a gateway that keeps state: the replies of this stretch are settled. */
export function settle(parcel: Parcel, then: () => Fate): Fate {
  const answer = answered(parcel);
  if (answer === 'no') return stopped('no reply gets back');
  return answer === 'yes' ? then() : doubtful(then(), 'a reply may get back');
}
