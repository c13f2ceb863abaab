import type { NetworkAcl } from '../inventory/sections/network-acls.ts';
import { parseCidr, type AddressSet, type IpFamily } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { ruleValues } from './rule-values.ts';
import { allTraffic, common, isEmpty, noTraffic, trafficOf, unite, without, type Traffic } from './traffic.ts';

type Entry = NonNullable<NetworkAcl['Entries']>[number];

/** What one entry decides: the part of the traffic that no earlier entry has matched. */
export interface AclPiece {
  readonly aclId: string;
  /** 32767 is the last one of every ACL, which denies. */
  readonly ruleNumber: number;
  readonly action: 'allow' | 'deny';
  readonly traffic: Traffic;
}

/** What an ACL lets pass in one direction and family: at least `must`, at most `may`. */
export interface AclTraffic {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly pieces: readonly AclPiece[];
  readonly doubts: readonly Doubt[];
}

/** The number of the entry that AWS shows as `*`. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html */
const lastRule = 32_767;

/**
 * What a network ACL lets pass: entries by ascending number, whatever their order in the answer; the first that matches decides; what none
 * matches is denied. The remote end of an entry is its block, and its ports are the packet's destination ports, in both directions.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 *
 * @throws TooComplex
 */
export function networkAclTraffic(acl: NetworkAcl, egress: boolean, family: IpFamily): AclTraffic {
  const aclId = acl.NetworkAclId ?? '';
  const everything = allTraffic(everyAddress[family], family);
  if (acl.Entries === undefined) {
    const doubt: Doubt = { code: 'UNREADABLE', object: aclId, settledBy: `the entries of ${aclId}`, gap: undefined };
    return { must: noTraffic, may: everything, pieces: [], doubts: [doubt] };
  }
  const entries = acl.Entries.filter((entry) => entry.Egress === egress && ofFamily(entry, family)).sort(
    (a, b) => (a.RuleNumber ?? lastRule) - (b.RuleNumber ?? lastRule),
  );
  const doubts: Doubt[] = [];
  const pieces: AclPiece[] = [];
  let [must, may, rest] = [noTraffic, noTraffic, everything];
  for (const [at, entry] of entries.entries()) {
    const ruleNumber = entry.RuleNumber ?? lastRule;
    const matched = matchOf(entry, family);
    const twins = entries.some((other, index) => index !== at && other.RuleNumber === entry.RuleNumber);
    const allows = entry.RuleAction === 'allow';
    const sure = matched !== undefined && (allows || entry.RuleAction === 'deny') && !twins;
    const piece = common(rest, matched ?? everything);
    if (sure) {
      if (!isEmpty(piece)) pieces.push({ aclId, ruleNumber, action: allows ? 'allow' : 'deny', traffic: piece });
      if (allows) [must, may] = [unite(must, piece), unite(may, piece)];
      rest = without(rest, piece);
    } else {
      // It may allow the piece, deny it, or leave it to the entries after it: the piece stays open for `may` and is lost for `must`.
      doubts.push({
        code: 'UNREADABLE',
        object: `${aclId}#${ruleNumber}`,
        settledBy: `what entry ${ruleNumber} of ${aclId} matches`,
        gap: undefined,
      });
      may = unite(may, piece);
      rest = without(rest, piece);
    }
  }
  if (!isEmpty(rest)) pieces.push({ aclId, ruleNumber: lastRule, action: 'deny', traffic: rest });
  return { must, may, pieces, doubts };
}

/** An entry has a block of one family; one without any is nobody's, and is read as unclear in both. */
function ofFamily(entry: Entry, family: IpFamily): boolean {
  if (family === 4) return entry.CidrBlock !== undefined || entry.Ipv6CidrBlock === undefined;
  return entry.Ipv6CidrBlock !== undefined || entry.CidrBlock === undefined;
}

/** The traffic that an entry matches; undefined where that cannot be read. */
function matchOf(entry: Entry, family: IpFamily): Traffic | undefined {
  const cidr = parseCidr((family === 4 ? entry.CidrBlock : entry.Ipv6CidrBlock) ?? '');
  const isIcmp = entry.Protocol === '1' || entry.Protocol === '58' || entry.Protocol === 'icmp' || entry.Protocol === 'icmpv6';
  const ports = isIcmp
    ? { from: entry.IcmpTypeCode?.Type, to: entry.IcmpTypeCode?.Code }
    : { from: entry.PortRange?.From, to: entry.PortRange?.To };
  // A range that came without its ends is no range over everything.
  const stated = isIcmp ? entry.IcmpTypeCode : entry.PortRange;
  if (stated !== undefined && (ports.from === undefined || ports.to === undefined)) return undefined;
  const values = ruleValues(entry.Protocol, ports, family);
  if (cidr?.family !== family || values === undefined) return undefined;
  const addresses: AddressSet = [{ first: cidr.first, last: cidr.last }];
  return trafficOf(addresses, values);
}
