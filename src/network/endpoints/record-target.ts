import { intersect, parseAddress, union, type AddressSet } from '../address-set.ts';
import { unread, type Doubt } from '../doubt.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { addressesOfInterface } from '../members.ts';
import type { Network } from '../network.ts';
import { plainName } from './domain-name.ts';
import { allVpcEndpoints, type FoundEndpoint } from './vpc-endpoints-of.ts';

/** The part of an endpoint that a name leads to. */
export interface EndpointPart extends FoundEndpoint {
  /** The name of the one zone whose interface is meant; undefined for all of them. */
  readonly zoneName?: string | undefined;
  /** The addresses that are meant; undefined for all of its own. */
  readonly only?: AddressSet | undefined;
}

/** `vpce-0abc-1234.api.sagemaker.R.vpce.amazonaws.com`, also with a zone behind the first label, or with a wildcard before it. */
const endpointName = /^(?:\*\.|[^.]+\.)?(vpce-[0-9a-z-]+?)(?:-([a-z]{2,}(?:-[a-z]+)+-\d[a-z]))?\.(.+)$/;

/** Is this a name that AWS gives to the interface endpoints of anybody? https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#interface-endpoint-dns-hostnames */
export function isEndpointName(target: string): boolean {
  return endpointName.test(target) && /\.vpce\./.test(target);
}

/** The endpoint that has this name, in whatever account it was read; or why nobody knows. */
export function endpointNamed(network: Network, target: string): EndpointPart | Doubt {
  const [, label = '', zoneName] = endpointName.exec(target) ?? [];
  const wanted = unwild(target);
  for (const found of allVpcEndpoints(network)) {
    const names = (found.row.DnsEntries ?? []).map(({ DnsName }) => unwild(plainName(DnsName ?? '')));
    const id = found.row.VpcEndpointId ?? '';
    if (names.includes(wanted) || label === id || label.startsWith(`${id}-`)) return { ...found, zoneName };
  }
  for (const { facts } of network.places) if (!facts.vpcEndpoints.known) return unread(`endpoint ${label}`, facts.vpcEndpoints.gap);
  return { code: 'CROSS_ACCOUNT', object: label, settledBy: `${label}, read in the account that owns it`, gap: undefined };
}

function unwild(name: string): string {
  return name.replace(/^\*\./, '');
}

/** The endpoints whose interfaces hold these addresses, and the addresses that none of them holds. */
export function endpointsHolding(
  network: Network,
  addresses: AddressSet,
): { readonly parts: readonly EndpointPart[]; readonly rest: boolean } {
  const parts = allVpcEndpoints(network).flatMap((found): readonly EndpointPart[] => {
    const own = (found.row.NetworkInterfaceIds ?? []).flatMap((id) => {
      const each = find({ network, from: found.place }, 'networkInterfaces', idOf.networkInterfaces, id).value;
      return each === undefined ? [] : [...addressesOfInterface(each, 4), ...addressesOfInterface(each, 6)];
    });
    const only = intersect(union(own), addresses);
    return only.length === 0 ? [] : [{ ...found, only }];
  });
  const held = union(parts.flatMap(({ only }) => only ?? []));
  return { parts, rest: addresses.some(({ first, last }) => intersect([{ first, last }], held).length === 0) };
}

/** The addresses that records give; undefined where one of them is none. */
export function addressesIn(values: readonly string[]): AddressSet | undefined {
  const parsed = values.map((value) => parseAddress(value));
  return parsed.includes(undefined) ? undefined : union(parsed.flatMap((cidr) => cidr ?? []));
}
