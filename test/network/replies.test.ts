import { describe, expect, it } from 'vitest';
import { toAnywhere } from '../../src/network/reach.ts';
import { networkInterface, originIn } from '../support/network.ts';
import { elastic, of } from '../support/one-packet.ts';
import { networkAcl } from '../support/rows-network.ts';
import { igwRoute, mainTable } from '../support/rows.ts';
import { pieceOf } from '../support/sets-of.ts';

/** How well replies of the internet get back to an interface whose ACL lets in what goes to these ports. */
function replyTo(protocol: 6 | 17, ...ranges: readonly (readonly [number, number])[]): string {
  const inbound = ranges.map(([From, To], at) => ({
    Egress: false,
    RuleNumber: 10 + at,
    Protocol: String(protocol),
    RuleAction: 'allow' as const,
    CidrBlock: '0.0.0.0/0',
    PortRange: { From, To },
  }));
  const outbound = { Egress: true, RuleNumber: 1, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' };
  const network = of({
    routeTables: [mainTable([igwRoute()])],
    networkAcls: [networkAcl(['subnet-1'], { Entries: [...inbound, outbound] })],
    networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
  });
  const { pieces } = toAnywhere(network, originIn(network, 'eni-1'), 4);
  const piece = pieceOf(pieces, { remote: '8.8.8.8', protocol, port: 443, type: 0, code: 0 }, 4);
  return piece?.verdict === 'reachable' ? piece.reply : (piece?.verdict ?? 'nothing');
}

describe('replies to a workload', () => {
  it.each([
    ['full', [[1, 65_535]]],
    ['full', [[32_768, 60_999]]],
    [
      'full',
      [
        [32_000, 50_000],
        [50_001, 61_000],
      ],
    ],
    ['intermittent', [[32_768, 60_998]]],
    ['intermittent', [[32_769, 65_535]]],
    ['intermittent', [[60_999, 60_999]]],
    ['odd-ports', [[1, 32_767]]],
    ['odd-ports', [[61_000, 65_535]]],
    // Whoever is root takes any port.
    ['odd-ports', [[1, 1]]],
    ['odd-ports', [[1023, 1023]]],
    ['blocked', [[0, 0]]],
    ['blocked', []],
  ] as const)('of TCP get back %s where the ACL lets in %j', (expected, ranges) => {
    expect(replyTo(6, ...ranges)).toBe(expected);
  });

  it('of UDP need not get back', () => {
    expect(replyTo(17, [1, 65_535])).toBe('full');
    expect(replyTo(17)).toBe('one-way');
  });
});
