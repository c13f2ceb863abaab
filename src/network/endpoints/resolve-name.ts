import { Remembered } from '../../inventory/remembered.ts';
import type { PrivateHostedZone } from '../../inventory/sections/private-hosted-zones.ts';
import { union, type AddressSet } from '../address-set.ts';
import { unread, type Doubt } from '../doubt.ts';
import { listed, type Network, type Place } from '../network.ts';
import { servesForm, type ServiceForm } from './aws-service.ts';
import { depthOf, isWithin, plainName } from './domain-name.ts';
import { forwardedName } from './forwarding-rule.ts';
import { hiddenOf, homeOfVpc, type HomeOfVpc } from './home-of-vpc.ts';
import { addressesIn, endpointNamed, endpointsHolding, isEndpointName, type EndpointPart } from './record-target.ts';
import { nameDoubt, resolverOf } from './vpc-resolver.ts';
import { vpcEndpointsOf } from './vpc-endpoints-of.ts';
import { lookUp } from './zone-lookup.ts';

/** What the name of a service leads to, for every client of a VPC. */
export type NameAnswer =
  | {
      readonly kind: 'endpoint';
      readonly by: 'private-dns' | 'private-zone';
      readonly parts: readonly EndpointPart[];
      readonly why: string;
    }
  /** Addresses that belong to no endpoint that was read. */
  | { readonly kind: 'addresses'; readonly addresses: AddressSet; readonly why: string }
  | { readonly kind: 'public'; readonly why: string }
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'unknown'; readonly doubts: readonly [Doubt, ...Doubt[]]; readonly why: string };

/**
 * What a name of a service resolves to in a VPC: an endpoint of the VPC with private DNS, what a private hosted zone says, or public addresses.
 * An endpoint with private DNS answers every client of the VPC, whether its security group lets them in or not.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
 */
export function resolveName(network: Network, from: Place, vpcId: string, form: ServiceForm, host: string): NameAnswer {
  const answers = known.of([network, from], () => new Map());
  const key = `${vpcId} ${form.ending} ${host}`;
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = resolved(network, from, vpcId, form, host)));
  return answer;
}

/** Every workload of a VPC gets the same answer. */
const known = new Remembered<Map<string, NameAnswer>>();

function resolved(network: Network, from: Place, vpcId: string, form: ServiceForm, host: string): NameAnswer {
  const home = homeOfVpc(network, from, vpcId);
  const resolver = resolverOf(network, from, home);
  if (resolver.kind === 'unknown') return unknownName(resolver.doubt);
  if (resolver.kind === 'nobody') return { kind: 'nothing', why: resolver.why };
  if (!resolver.privateNames) return publicName(network, home, host, resolver.why);
  return (
    byEndpoint(network, home, form, host) ??
    byZone({ network, home, form }, host) ??
    publicName(network, home, host, whyPublic(network, home, form))
  );
}

function unknownName(...doubts: readonly [Doubt, ...Doubt[]]): NameAnswer {
  return { kind: 'unknown', doubts, why: doubts[0].settledBy };
}

/** States in which an endpoint gives no names; every other than these and `available` is on its way into one or the other. */
const idle = new Set(['pendingacceptance', 'deleted', 'rejected', 'failed', 'expired', 'partial']);

function byEndpoint(network: Network, home: HomeOfVpc, form: ServiceForm, host: string): NameAnswer | undefined {
  const parts: EndpointPart[] = [];
  for (const found of vpcEndpointsOf(network, home.vpcId)) {
    const { row } = found;
    const [id, state] = [row.VpcEndpointId ?? '', (row.State ?? '').toLowerCase()];
    if (row.VpcEndpointType !== 'Interface' || !servesForm(row, form) || idle.has(state) || row.PrivateDnsEnabled === false) continue;
    // Private DNS of S3 can be for clients outside the VPC alone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns-s3
    if (row.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint === true) continue;
    if (row.PrivateDnsEnabled === undefined) return unknownName(nameDoubt(id, `whether private DNS of ${id} is on`));
    if (state !== 'available') {
      return unknownName({ code: 'STATE_CHANGING', object: id, settledBy: `the state of ${id} once it has settled`, gap: undefined });
    }
    parts.push(found);
  }
  const [first] = parts;
  if (first === undefined) {
    const hidden = hiddenOf(home, 'vpcEndpoints', 'the endpoints');
    return hidden === undefined ? undefined : unknownName(hidden);
  }
  const forwarded = forwardedName(network, home, host, host);
  if (forwarded !== undefined) return unknownName(forwarded);
  return { kind: 'endpoint', by: 'private-dns', parts, why: `private DNS of ${first.row.VpcEndpointId} gives it to all of ${home.vpcId}` };
}

interface Asked {
  readonly network: Network;
  readonly home: HomeOfVpc;
  readonly form: ServiceForm;
}

/** The nearest zone that holds the name decides alone. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html */
function byZone(asked: Asked, host: string, seen: readonly string[] = []): NameAnswer | undefined {
  const { network, home, form } = asked;
  const hidden = hiddenOf(home, 'privateHostedZones', 'the private hosted zones');
  const zone = nearestZone(network, home.vpcId, host);
  if (zone === undefined || hidden !== undefined) return hidden === undefined ? undefined : unknownName(hidden);
  const [id, name] = [zone.summary.HostedZoneId ?? '', plainName(zone.summary.Name ?? '')];
  const forwarded = forwardedName(network, home, host, name);
  if (forwarded !== undefined) return unknownName(forwarded);
  if (!zone.detail.known) return unknownName(unread(`the records of ${id} (${name})`, zone.detail.gap));
  const found = lookUp(zone.detail.value.ResourceRecordSets, host);
  const of = `zone ${id} (${name})`;
  if (found.kind === 'nothing') return { kind: 'nothing', why: `${of} holds ${host} and has no record for it` };
  if (found.kind === 'some-names') return unknownName(nameDoubt(id, `which name is asked for: ${of} has records for some of ${host}`));
  const targets = found.records.flatMap(({ AliasTarget, ResourceRecords, Type }) => {
    if (AliasTarget?.DNSName !== undefined) return [plainName(AliasTarget.DNSName).replace(/^dualstack\./, '')];
    return Type === 'CNAME' ? (ResourceRecords ?? []).flatMap(({ Value }) => (Value === undefined ? [] : plainName(Value))) : [];
  });
  const values = found.records.flatMap(({ ResourceRecords, Type }) =>
    Type === 'CNAME' ? [] : (ResourceRecords ?? []).flatMap(({ Value }) => Value ?? []),
  );
  const answers = [...new Set(targets)].map((target) => byTarget(asked, target, [...seen, host], of));
  if (values.length > 0) answers.push(byAddresses(network, form, values, id, of));
  return agreedName(answers, id, of);
}

function nearestZone(network: Network, vpcId: string, host: string): PrivateHostedZone | undefined {
  const zones = network.places
    .flatMap((place) => listed(place, 'privateHostedZones'))
    .filter(({ summary }) => summary.VpcId === vpcId && isWithin(host, plainName(summary.Name ?? '')));
  // The same zone, read by several accounts: its owner has the records.
  return [...zones].sort(
    (a, b) =>
      depthOf(plainName(b.summary.Name ?? '')) - depthOf(plainName(a.summary.Name ?? '')) ||
      Number(b.detail.known) - Number(a.detail.known),
  )[0];
}

function byTarget(asked: Asked, target: string, seen: readonly string[], of: string): NameAnswer {
  if (isEndpointName(target)) {
    const found = endpointNamed(asked.network, target);
    return 'code' in found ? unknownName(found) : toParts([found], asked.form, of);
  }
  const lost = unknownName(nameDoubt(target, `what ${target} leads to, which ${of} names`));
  return seen.includes(target) ? lost : (byZone(asked, target, seen) ?? lost);
}

function byAddresses(network: Network, form: ServiceForm, values: readonly string[], id: string, of: string): NameAnswer {
  const addresses = addressesIn(values);
  if (addresses === undefined) return unknownName(nameDoubt(id, `what a record of ${of} means`));
  const { parts, rest } = endpointsHolding(network, addresses);
  if (parts.length > 0 && !rest) return toParts(parts, form, of);
  return { kind: 'addresses', addresses, why: `${of} says ${values.join(', ')}` };
}

function toParts(parts: readonly EndpointPart[], form: ServiceForm, of: string): NameAnswer {
  const stranger = parts.find(({ row }) => !servesForm(row, form));
  if (stranger === undefined) {
    return { kind: 'endpoint', by: 'private-zone', parts, why: `${of} leads to ${parts.map(({ row }) => row.VpcEndpointId).join(', ')}` };
  }
  return { kind: 'nothing', why: `${of} leads to ${stranger.row.VpcEndpointId}, which serves ${stranger.row.ServiceName}` };
}

/** Several records of one name, as of weights: any of them may be the answer. */
function agreedName(answers: readonly NameAnswer[], id: string, of: string): NameAnswer {
  const [first, ...others] = answers;
  if (first === undefined) return unknownName(nameDoubt(id, `what a record of ${of} means`));
  if (others.length === 0) return first;
  const endpoints = answers.flatMap((answer) => (answer.kind === 'endpoint' ? [answer] : []));
  if (endpoints.length === answers.length) {
    return {
      kind: 'endpoint',
      by: 'private-zone',
      parts: endpoints.flatMap(({ parts }) => parts),
      why: endpoints.map(({ why }) => why).join('; '),
    };
  }
  const addresses = answers.flatMap((answer) => (answer.kind === 'addresses' ? [answer] : []));
  if (addresses.length === answers.length) {
    return {
      kind: 'addresses',
      addresses: union(addresses.flatMap((each) => each.addresses)),
      why: addresses.map(({ why }) => why).join('; '),
    };
  }
  return answers.find(({ kind }) => kind === 'unknown') ?? unknownName(nameDoubt(id, `which record of ${of} is answered`));
}

function publicName(network: Network, home: HomeOfVpc, host: string, why: string): NameAnswer {
  const forwarded = forwardedName(network, home, host, undefined);
  return forwarded === undefined ? { kind: 'public', why } : unknownName(forwarded);
}

/** Why nothing private answers: an endpoint that gives no names, or none. */
function whyPublic(network: Network, { vpcId }: HomeOfVpc, form: ServiceForm): string {
  const silent = vpcEndpointsOf(network, vpcId).find(({ row }) => row.VpcEndpointType === 'Interface' && servesForm(row, form));
  if (silent === undefined) return `${vpcId} has neither an endpoint with private DNS nor a private hosted zone for it`;
  const { VpcEndpointId: id, State, DnsOptions } = silent.row;
  if (State?.toLowerCase() !== 'available') return `${id} is ${State ?? 'in no known state'}`;
  if (DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint === true) return `private DNS of ${id} is for inbound Resolver endpoints only`;
  return `private DNS of ${id} is off, and no private hosted zone stands for it`;
}
