import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/network/flow.ts';
import { pivotsOf } from '../../../src/network/pivots.ts';
import { internetVerdict, toInternet } from '../../../src/network/reach.ts';
import { trafficText } from '../../../src/network/traffic-text.ts';
import { uniteAll } from '../../../src/network/traffic.ts';
import { inventory } from '../../support/inventory.ts';
import { networkFrom, originIn } from '../../support/network.ts';
import { egressCases } from './egress.ts';
import { endpointCases } from './endpoint-cases.ts';

const labelled = JSON.parse(readFileSync(new URL('../../../fixtures/network/cases.json', import.meta.url), 'utf8')) as readonly {
  readonly id: string;
  readonly question: string;
  readonly facts: string;
  readonly want: string;
}[];

/** What a case names as deciding, in the same words. */
function reasonsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.verdict === 'blocked') return [`${piece.blocker.code} ${piece.blocker.step.id}`];
    if (piece.verdict === 'undecided')
      return piece.doubts.map(({ code, object, gap }) => [code, object, gap?.operation].filter((word) => word !== undefined).join(' '));
    return [];
  });
}

describe('the labelled cases of egress', () => {
  it.each(Object.entries(egressCases))(
    '%s',
    (_id, { given, at = 'subnet-1', family = 4, dualStack = false, want, by, only, replies, pivots }) => {
      const network = networkFrom(inventory(given));
      const origin = originIn(network, at, ['sg-1'], { dualStack });
      const pieces = toInternet(network, origin, family);
      expect(internetVerdict(pieces)).toBe(want);
      if (by !== undefined) {
        const deciding = pieces.filter(({ verdict }) => verdict === want);
        for (const word of by.split(' ')) expect(reasonsOf(deciding).join('\n')).toContain(word);
      }
      const out = pieces.filter((piece) => piece.verdict === 'reachable');
      if (only !== undefined) expect(trafficText(uniteAll(out.map(({ traffic }) => traffic)))).toBe(only);
      for (const [kind, quality] of Object.entries(replies ?? {})) {
        const own = out.filter(({ traffic }) => traffic[kind as 'tcp'].length > 0);
        expect(own.map(({ reply }) => reply)).toEqual([quality]);
      }
      if (pivots !== undefined) expect(pivotsOf(network, origin, family).map(({ id }) => id)).toEqual(pivots);
    },
  );
});

/** Cases that need a world of their own: tests in other files bear their ids. */
const elsewhere = [
  '../ingress.test.ts',
  '../load-balancer-ingress.test.ts',
  '../dns-channel.test.ts',
  '../../checks/internet-egress/workload-reaches-internet.test.ts',
]
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

describe('the table of labelled cases', () => {
  it('is tried whole', () => {
    const here = Object.keys({ ...egressCases, ...endpointCases }).map((id) => id.split(' ')[0]);
    const tried = new Set([...here, ...[...elsewhere.matchAll(/\b[EID][0-9]{2}\b/g)].map(([id]) => id)]);
    expect(labelled).toHaveLength(52);
    expect(labelled.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
