import { unread, type Doubt } from '../doubt.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import type { Network, Place } from '../network.ts';
import { hiddenOf, type HomeOfVpc } from './home-of-vpc.ts';

/** Who answers the names that clients in a VPC ask for. */
export type VpcResolver =
  /** Amazon's; with private names, which zones and endpoints give to a VPC, or without. */
  | { readonly kind: 'amazon'; readonly privateNames: boolean; readonly why: string }
  /** Nobody: no name is resolved. */
  | { readonly kind: 'nobody'; readonly why: string }
  | { readonly kind: 'unknown'; readonly doubt: Doubt };

/** Amazon's resolver by its name in DHCP options, and by the addresses that it has in every VPC. */
const amazonServers = new Set(['amazonprovideddns', '169.254.169.253', 'fd00:ec2::253']);

/**
 * Amazon's resolver answers where the VPC's DHCP options name it and DNS support is on; private names need DNS host names as well.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function resolverOf(network: Network, from: Place, home: HomeOfVpc): VpcResolver {
  const { vpcId } = home;
  const other = otherServers(network, from, home);
  if (other !== undefined) return { kind: 'unknown', doubt: other };
  const place = home.place ?? from;
  const row = find({ network, from: place, owner: home.owner }, 'vpcDnsAttributes', idOf.vpcDnsAttributes, vpcId);
  if (row.value === undefined)
    return { kind: 'unknown', doubt: hiddenOf(home, 'vpcDnsAttributes', 'whether names are resolved') ?? row.doubt };
  const { detail } = row.value;
  if (!detail.known) return { kind: 'unknown', doubt: unread(`whether ${vpcId} resolves names`, detail.gap) };
  const { EnableDnsSupport: support, EnableDnsHostnames: hostnames } = detail.value;
  if (support?.Value === undefined || hostnames?.Value === undefined) {
    return { kind: 'unknown', doubt: nameDoubt(vpcId, `whether ${vpcId} resolves names`) };
  }
  if (!support.Value) return { kind: 'nobody', why: `${vpcId} has EnableDnsSupport off: no name is resolved` };
  if (!hostnames.Value)
    return { kind: 'amazon', privateNames: false, why: `${vpcId} has EnableDnsHostnames off: it knows no private names` };
  return { kind: 'amazon', privateNames: true, why: `${vpcId} asks Amazon's resolver` };
}

/** Why others may answer: what the DHCP options tell clients. https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html */
function otherServers(network: Network, from: Place, { vpcId, owner, place }: HomeOfVpc): Doubt | undefined {
  const vpc = find({ network, from: place ?? from, owner }, 'vpcs', idOf.vpcs, vpcId);
  if (vpc.value === undefined) return vpc.doubt;
  const { DhcpOptionsId: id } = vpc.value;
  if (id === undefined) return undefined;
  if (id === 'default') return nameDoubt(vpcId, `which servers answer in ${vpcId}, which has no DHCP options`);
  const options = find({ network, from: vpc.place, owner }, 'dhcpOptions', idOf.dhcpOptions, id);
  if (options.value === undefined) return options.doubt;
  const servers = (options.value.DhcpConfigurations ?? [])
    .filter(({ Key }) => Key === 'domain-name-servers')
    .flatMap(({ Values }) => Values ?? [])
    .flatMap(({ Value }) => Value ?? []);
  const strangers = servers.filter((server) => !amazonServers.has(server.toLowerCase()) && !isPlusTwo(server, vpc.value.CidrBlock));
  if (servers.length > 0 && strangers.length === 0) return undefined;
  if (servers.length === 0) return nameDoubt(id, `which servers answer in ${vpcId}: ${id} names none`);
  return nameDoubt(id, `what ${strangers.join(', ')} answer${strangers.length === 1 ? 's' : ''}, which ${id} names`);
}

/** Amazon's resolver also has the third address of the VPC's first block. */
function isPlusTwo(server: string, block: string | undefined): boolean {
  return block !== undefined && server === block.replace(/\.\d+\/\d+$/, '.2');
}

/** Nobody can say what a name leads to, although every read succeeded. */
export function nameDoubt(object: string, settledBy: string): Doubt {
  return { code: 'NAME_NOT_RESOLVED', object, settledBy, gap: undefined };
}
