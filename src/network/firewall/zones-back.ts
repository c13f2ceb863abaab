import { intersect, type IpFamily } from '../address-set.ts';
import type { Doubt } from '../doubt.ts';
import type { Flow, TableBack } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { listed, type Network, type Place } from '../network.ts';
import { partitionOf } from '../partition-of.ts';
import { targetOf } from '../route-pieces.ts';
import { routerOf, zoneOf } from '../router.ts';
import type { Router } from '../walk.ts';
import { firewallOf } from './firewall-of.ts';
import { policyOf } from './policy-rows.ts';

/**
 * Whether replies meet the firewalls again that the flow has met behind a transit gateway: each endpoint keeps state for itself. Without appliance
 * mode a gateway hands replies over in the zone in which they come to it, whichever zone the flow has gone by.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html
 * https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
 *
 * @param router where the replies start from
 */
export function zonesBack(network: Network, router: Router, flow: Flow): readonly TableBack[] {
  return flow.inspectedBy.flatMap((id): readonly TableBack[] => {
    const endpoint = find({ network, from: router.place }, 'vpcEndpoints', idOf.vpcEndpoints, id).value;
    const vpcId = endpoint?.VpcId;
    if (vpcId === undefined || vpcId === router.vpcId || vpcId === flow.source.vpcId) return [];
    const attachment = attachmentOf(network, vpcId, flow);
    if (attachment === undefined || attachment.row.Options?.ApplianceModeSupport === 'enable') return [];
    const others = otherTargets(network, attachment.place, attachment.row.SubnetIds ?? [], router, flow, id);
    const [other] = others;
    if (other === undefined) return [];
    const name = attachment.row.TransitGatewayAttachmentId ?? '';
    const detail = `without appliance mode replies enter ${vpcId} by ${other}, and not by ${id}`;
    const sure = others.length === 1 && isStateful(network, router.place, id) && isStateful(network, router.place, other);
    const doubt: Doubt = { code: 'APPLIANCE', object: name, settledBy: `by which zone replies enter ${vpcId}`, gap: undefined };
    const step = { kind: 'transit-gateway-attachment', id: name, detail };
    return [{ answer: sure ? 'no' : 'maybe', step, doubt: sure ? undefined : doubt }];
  });
}

function attachmentOf(network: Network, vpcId: string, { visited }: Flow) {
  for (const place of network.places) {
    const row = listed(place, 'transitGatewayVpcAttachments').find(
      (each) => each.VpcId === vpcId && visited.includes(each.TransitGatewayId ?? ''),
    );
    if (row !== undefined) return { row, place };
  }
  return undefined;
}

/** Where replies can go first in the VPC that the attachment leads to, if not to the endpoint. */
function otherTargets(
  network: Network,
  place: Place,
  subnetIds: readonly string[],
  { subnet }: Router,
  { family, source }: Flow,
  endpointId: string,
): readonly string[] {
  const routers = subnetIds.flatMap((id) => routerOf(network, place, id).value ?? []);
  const near = routers.filter((each) => subnet !== undefined && each.subnet !== undefined && zoneOf(each.subnet) === zoneOf(subnet));
  const entered = near.length > 0 ? near.slice(0, 1) : routers;
  const targets = entered.flatMap((each) => targetsTo(each, source.addresses, family));
  return [...new Set(targets)].filter((target) => target !== endpointId);
}

function targetsTo({ table }: Router, addresses: Flow['source']['addresses'], family: IpFamily): readonly string[] {
  if (table.value === undefined) return [];
  const { claims } = partitionOf(table.place, table.value, family);
  return claims.flatMap((claim) => (intersect(claim.addresses, addresses).length > 0 ? (targetOf(claim.route) ?? []) : []));
}

/**
 * Does a firewall with this endpoint drop answers to what it has not seen? Stateless rules would let them pass, and so may its policy for
 * exceptions. https://docs.aws.amazon.com/network-firewall/latest/developerguide/stream-exception-policy.html
 */
function isStateful(network: Network, from: Place, endpointId: string): boolean {
  const firewall = firewallOf(network, from, endpointId);
  if (firewall?.value === undefined) return false;
  const policy = policyOf(network, firewall.place, firewall.value.policy).value;
  if (policy === undefined) return false;
  const { StatelessDefaultActions = [], StatelessRuleGroupReferences = [], StatefulEngineOptions } = policy;
  const drops = ['DROP', 'REJECT'].includes(StatefulEngineOptions?.StreamExceptionPolicy ?? 'DROP');
  return drops && StatelessRuleGroupReferences.length === 0 && StatelessDefaultActions.includes('aws:forward_to_sfe');
}
