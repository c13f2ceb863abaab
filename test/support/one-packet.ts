import type { Piece } from '../../src/network/flow.ts';
import type { Network } from '../../src/network/network.ts';
import { toAnywhere } from '../../src/network/reach.ts';
import { inventory, type Given } from './inventory.ts';
import { networkFrom, originIn } from './network.ts';
import { securityGroup } from './rows.ts';
import { pieceOf } from './sets-of.ts';

const openRule = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
/** A group that lets everything pass. */
export const openGroup = (GroupId = 'sg-1', VpcId = 'vpc-1') =>
  securityGroup({ GroupId, VpcId, IpPermissions: [openRule], IpPermissionsEgress: [openRule] });
/** A block of IPv6 addresses of a VPC or subnet. */
export const v6 = (Ipv6CidrBlock: string) => ({
  Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock, Ipv6CidrBlockState: { State: 'associated' as const } }],
});
/** A private address that a public one is paired with. */
export const elastic = (PrivateIpAddress: string) => ({
  PrivateIpAddresses: [{ PrivateIpAddress, Association: { PublicIp: '198.51.100.7' } }],
});

interface Asked {
  readonly protocol?: number;
  readonly port?: number;
  readonly type?: number;
}

/** What becomes of one packet: what blocks it, what it hangs on, or where it ends. */
export function fate(
  network: Network,
  sender: string,
  remote: string,
  { protocol = 6, port = 443, type = 0 }: Asked = {},
): string | undefined {
  const family = remote.includes(':') ? 6 : 4;
  const { pieces } = toAnywhere(network, originIn(network, sender, ['sg-1'], { dualStack: true }), family);
  return said(pieceOf(pieces, { remote, protocol, port, type, code: 0 }, family));
}

function said(piece: Piece | undefined): string | undefined {
  if (piece?.verdict === 'blocked') return piece.blocker.code;
  return piece?.verdict === 'undecided' ? `? ${piece.doubts.map(({ code }) => code).join(' ')}` : piece?.sink.kind;
}

/** A network around an open sg-1. */
export const of = (given: Given): Network => networkFrom(inventory({ securityGroups: [openGroup()], ...given }));
