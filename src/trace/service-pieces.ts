import type { JsonValue } from '../core/json-value.ts';
import type { PathStep } from '../core/path-step.ts';
import type { TracePiece } from '../core/trace-report.ts';
import type { Doubt } from '../network/doubt.ts';
import type { Subject } from './subject.ts';

/** AWS says that its own networks reach the internet, and not whether they do so by IPv6: that is left open. */
export function withoutService(subject: Subject): Subject {
  const doubts = subject.direct.map(({ of }): Doubt => ({
    code: 'UNREADABLE',
    object: of,
    settledBy: 'whether SageMaker’s own network carries IPv6, which AWS does not tell',
    gap: undefined,
  }));
  return { ...subject, direct: [], doubts: [...subject.doubts, ...doubts] };
}

/** Networks of SageMaker's own, which no answer of EC2 knows. */
export function servicePieces(subject: Subject): readonly TracePiece[] {
  const piece = (verdict: TracePiece['verdict'], path: readonly PathStep[], blockedBy: TracePiece['blockedBy']): TracePiece => ({
    verdict,
    origin: 'sagemaker',
    traffic: [],
    shareOfInternet: verdict === 'reachable' ? 1 : 0,
    reply: verdict === 'reachable' ? 'full' : null,
    path,
    blockedBy,
    undecidedBy: [],
  });
  const said = (value: JsonValue): string => (value === null ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value));
  return [
    ...subject.direct.map(({ of, path, value }) =>
      piece(
        'reachable',
        [
          { kind: 'service-network', id: 'sagemaker', detail: `${of}: ${path} ${said(value)}` },
          { kind: 'internet', id: 'internet', detail: 'past every VPC, route, group and ACL of yours' },
        ],
        null,
      ),
    ),
    ...subject.isolated.map(({ of, path, value }) => {
      const detail = `${path} ${said(value)}`;
      return piece('blocked', [{ kind: 'blocked-by-network-isolation', id: of, detail }], {
        code: 'NETWORK_ISOLATION',
        object: of,
        detail,
      });
    }),
  ];
}

/** What leaves open where the subject is connected at all. */
export function doubtPieces({ doubts }: Subject): readonly TracePiece[] {
  return doubts.map(({ code, object, settledBy, gap }: Doubt) => ({
    verdict: 'undecided',
    origin: 'sagemaker',
    traffic: [],
    shareOfInternet: 0,
    reply: null,
    path: [{ kind: 'undecided', id: object, detail: `${code}: needs ${settledBy}` }],
    blockedBy: null,
    undecidedBy: [{ code, object, needs: settledBy, operation: gap?.operation ?? null }],
  }));
}
