import type { PathStep } from '../core/path-step.ts';
import type { NetworkAcl } from '../inventory/sections/network-acls.ts';
import type { Flow } from './flow.ts';
import { aclTraffic } from './network-acl-of.ts';
import { portsText, protocolText } from './rule-text.ts';
import { areaOf, intersectAreas } from './area.ts';
import { common, isEmpty, trafficKinds, type Traffic } from './traffic.ts';

/** Enough to see which entries decide. */
const shown = 2;

/**
 * The entries of an ACL that allow (or deny) a piece of traffic, the first that match.
 *
 * @param egress outbound entries match the destination, which is the address in `traffic`; inbound ones the sender's
 */
export function aclSteps(
  acl: NetworkAcl,
  egress: boolean,
  { family, source }: Flow,
  traffic: Traffic,
  subnetId: string,
  action: 'allow' | 'deny' = 'allow',
): readonly PathStep[] {
  const { pieces } = aclTraffic(acl, egress, family);
  const touches = (piece: Traffic): boolean =>
    egress
      ? !isEmpty(common(piece, traffic))
      : trafficKinds.some(
          (kind) =>
            traffic[kind].length > 0 && intersectAreas(piece[kind], areaOf(source.addresses, [{ first: 0, last: 65_535 }])).length > 0,
        );
  const deciding = pieces.filter((piece) => piece.action === action && touches(piece.traffic)).slice(0, shown);
  return deciding.map(({ ruleNumber }) => ({
    kind: 'network-acl-entry',
    id: acl.NetworkAclId ?? '',
    detail: `${egress ? 'outbound' : 'inbound'} ${entryText(acl, egress, ruleNumber)} (${egress ? 'leaving' : 'entering'} ${subnetId})`,
  }));
}

/** An entry as people write it: `100 allow tcp 443 10.0.0.0/8`. */
export function entryText(acl: NetworkAcl, egress: boolean, number: number): string {
  if (number === 32_767) return '* deny all';
  const entry = (acl.Entries ?? []).find(({ Egress, RuleNumber }) => Egress === egress && RuleNumber === number);
  const ports = portsText(entry?.PortRange?.From, entry?.PortRange?.To);
  const block = entry?.CidrBlock ?? entry?.Ipv6CidrBlock ?? '';
  return [number, entry?.RuleAction ?? '', protocolText(entry?.Protocol), ports, block].filter((word) => word !== '').join(' ');
}
