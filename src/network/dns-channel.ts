import type { PathStep } from '../core/path-step.ts';
import { parseAddress } from './address-set.ts';
import { dnsFirewall } from './dns-firewall.ts';
import { unread, withDoubts, type Doubt } from './doubt.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { nameForwarding } from './name-forwarding.ts';
import type { Network, Place } from './network.ts';
import type { Verdict } from './reach.ts';

/** Can code in a VPC send data out in the names that it asks for? */
export interface DnsChannel {
  readonly verdict: Verdict;
  readonly path: readonly PathStep[];
  /** Why it is undecided; of a decided channel, why `otherServers` may lack some. */
  readonly doubts: readonly Doubt[];
  /** In one sentence. */
  readonly summary: string;
  /** The names that get through where all others are blocked. */
  readonly allowed: readonly string[];
  /** Name servers other than Amazon's that DHCP hands out. Queries to them are ordinary traffic to port 53, by UDP and TCP. */
  readonly otherServers: readonly string[];
}

/** At most this many names are told in a sentence. */
const shown = 3;

/**
 * The way out by names: the Amazon resolver answers everybody in a VPC, whatever security groups, network ACLs and routes say, and asks the
 * name servers of whoever owns a name. Only DNS Firewall, a rule that forwards everything elsewhere, or enableDnsSupport can end it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 *
 * Rule groups and rules that a Route 53 Profile brings into the VPC are not looked at.
 *
 * @param from where the VPC was met
 */
export function dnsChannel(network: Network, from: Place, vpcId: string): DnsChannel {
  const vpc = find({ network, from }, 'vpcs', idOf.vpcs, vpcId);
  const owner = vpc.value?.OwnerId ?? from.account;
  const place = network.places.find(({ account, region }) => account === owner && region === from.region);
  const servers = otherServers(network, from, vpc.value?.DhcpOptionsId, vpc.doubt);
  const undecided = (doubt: Doubt): DnsChannel => ({
    verdict: 'undecided',
    path: [{ kind: 'vpc', id: vpcId, detail: 'whether its names are resolved is not known' }],
    doubts: withDoubts([doubt], []),
    summary: `whether the Amazon resolver answers in ${vpcId} is not known`,
    allowed: [],
    otherServers: servers.addresses,
  });
  // Only the owner of a shared VPC is shown what decides over its names.
  if (place === undefined) {
    const settledBy = `the name resolution of ${vpcId}, read in account ${owner}`;
    return undecided({ code: 'CROSS_ACCOUNT', object: vpcId, settledBy, gap: undefined });
  }
  const attributes = find({ network, from: place }, 'vpcDnsAttributes', idOf.vpcDnsAttributes, vpcId);
  if (attributes.value === undefined) return undecided(attributes.doubt);
  const { detail } = attributes.value;
  if (!detail.known) return undecided(unread(`enableDnsSupport of ${vpcId}`, detail.gap));
  const support = detail.value.EnableDnsSupport?.Value;
  if (support === undefined)
    return undecided({ code: 'UNREADABLE', object: vpcId, settledBy: `enableDnsSupport of ${vpcId}`, gap: undefined });
  return support ? throughResolver(place, network, vpcId, servers) : withoutResolver(vpcId, servers);
}

interface Servers {
  readonly addresses: readonly string[];
  readonly doubts: readonly Doubt[];
}

function withoutResolver(vpcId: string, { addresses, doubts }: Servers): DnsChannel {
  const others = addresses.length === 0 ? '' : `; DHCP names ${addresses.join(', ')}, and queries to these are ordinary traffic to port 53`;
  return {
    verdict: 'blocked',
    path: [{ kind: 'vpc', id: vpcId, detail: 'enableDnsSupport is off' }],
    doubts,
    summary: `the Amazon resolver does not answer in ${vpcId}${others}`,
    allowed: [],
    otherServers: addresses,
  };
}

function throughResolver(place: Place, network: Network, vpcId: string, { addresses, doubts: ofServers }: Servers): DnsChannel {
  const firewall = dnsFirewall(network, place, vpcId);
  const forwarding = nameForwarding(place, vpcId);
  const resolver = [
    { kind: 'vpc', id: vpcId, detail: 'enableDnsSupport is on' },
    { kind: 'resolver', id: 'AmazonProvidedDNS', detail: 'answers whatever security groups, network ACLs and routes say' },
  ];
  const blocked = firewall.verdict === 'blocked';
  const doubts = blocked ? [] : withDoubts(firewall.doubts, forwarding.doubts);
  const verdict = blocked ? 'blocked' : doubts.length > 0 ? 'undecided' : 'reachable';
  const notes = [...firewall.notes, ...failOpen(place, vpcId), ...(blocked ? [] : forwarding.notes)];
  const others = addresses.length === 0 ? [] : [`DHCP names ${addresses.join(', ')} beside it`];
  return {
    verdict,
    path: [...resolver, ...firewall.steps, ...(blocked ? [] : forwarding.steps)],
    doubts: verdict === 'undecided' ? doubts : ofServers,
    summary: [sentence(verdict, vpcId, firewall.allowed, doubts), ...notes, ...others].join('; '),
    allowed: verdict === 'reachable' ? [] : firewall.allowed,
    otherServers: addresses,
  };
}

function sentence(verdict: Verdict, vpcId: string, allowed: readonly string[], doubts: readonly Doubt[]): string {
  if (verdict === 'reachable') return `the Amazon resolver of ${vpcId} answers, and asks any name server of the internet`;
  if (verdict === 'undecided')
    return `whether names of ${vpcId} get out hangs on ${doubts.map(({ settledBy }) => settledBy).join(' and ')}`;
  if (allowed.length === 0) return `DNS Firewall of ${vpcId} blocks every name`;
  const more = allowed.length > shown ? ` and ${allowed.length - shown} more` : '';
  return `DNS Firewall of ${vpcId} blocks every name but ${allowed.slice(0, shown).join(', ')}${more}`;
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html */
function failOpen({ facts }: Place, vpcId: string): readonly string[] {
  const { dnsFirewallAssociations: associations, dnsFirewallConfigs: configs } = facts;
  if (associations.known && !associations.value.some(({ VpcId }) => VpcId === vpcId)) return [];
  if (!configs.known) return [`whether names pass where DNS Firewall does not answer was not read (${configs.gap.permission})`];
  const state: string | undefined = configs.value.find(({ ResourceId }) => ResourceId === vpcId)?.FirewallFailOpen;
  if (state === 'ENABLED') return ['names pass where DNS Firewall does not answer (it fails open)'];
  return state === undefined || state === 'DISABLED' ? [] : [`what DNS Firewall does when it does not answer is set to ${state}`];
}

/** The servers that DHCP names beside Amazon's. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html */
function otherServers(network: Network, from: Place, optionsId: string | undefined, unknown: Doubt | undefined): Servers {
  if (unknown !== undefined) return { addresses: [], doubts: [unknown] };
  // A VPC without options of its own hands out nothing.
  if (optionsId === undefined || optionsId === 'default') return { addresses: [], doubts: [] };
  const options = find({ network, from }, 'dhcpOptions', idOf.dhcpOptions, optionsId);
  if (options.value === undefined) return { addresses: [], doubts: [options.doubt] };
  const configured = (options.value.DhcpConfigurations ?? []).filter(({ Key }) => Key === 'domain-name-servers');
  const values = configured.flatMap(({ Values = [] }) => Values.flatMap(({ Value }) => Value ?? []));
  const others = values.filter((value) => value !== 'AmazonProvidedDNS');
  const strange = others.filter((value) => parseAddress(value) === undefined);
  const doubt = (value: string): Doubt => ({
    code: 'UNREADABLE',
    object: optionsId,
    settledBy: `what the name server ${value} is`,
    gap: undefined,
  });
  return { addresses: others.filter((value) => !strange.includes(value)), doubts: strange.map(doubt) };
}
