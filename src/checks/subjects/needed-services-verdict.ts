import type { Evidence } from '../../core/evidence.ts';
import type { Estate } from '../../inventory/estate.ts';
import { classReach, type ClassReach } from '../../network/class-reach.ts';
import { withDoubts, type Doubt } from '../../network/doubt.ts';
import type { AwsService } from '../../network/endpoints/aws-service.ts';
import { endpointReach, type EndpointReach } from '../../network/endpoints/endpoint-reach.ts';
import type { Network } from '../../network/network.ts';
import type { NetworkSection } from '../../network/network-sections.ts';
import type { Origin } from '../../network/origin.ts';
import { internetVerdict, maybeInternet, type Verdict as InternetVerdict } from '../../network/reach.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Scope } from '../check.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';
import { gapsOf, sayDoubts } from './gaps-of.ts';
import { networkAt } from './network-at.ts';
import { unresolvedVerdict } from './posture-doubt.ts';
import { blockerEvidence, sayBlocker } from './say-blocker.ts';
import { finishedSuffix, sayWorkload } from './say-workload.ts';
import { workloadPlaces, type WorkloadPlace } from './workload-places.ts';

/**
 * Does a workload without internet reach all services that it needs?
 *
 * A place with a way to the internet is not judged: what has no endpoint is reached that way, which other checks tell of.
 */
export function neededServicesVerdict(
  workload: Workload,
  services: readonly AwsService[],
  facts: { readonly estate: Estate<NetworkSection>; readonly scope: Scope },
): Verdict {
  const past = workload.connections.find((each) => each.known && each.value.kind === 'service-network');
  if (past?.known === true && workload.kind === 'notebook') {
    const { source, path, value } = past.value.ground;
    return notApplicable('notebook reaches what it needs over a network of SageMaker', [{ source, path, value }]);
  }
  const at = networkAt(facts);
  const { places, gaps, doubts: lost } = workloadPlaces(at, workload, 'transfers');
  let doubts: readonly Doubt[] = lost;
  const reached: { readonly service: AwsService; readonly answer: EndpointReach }[] = [];
  for (const place of places) {
    const open = internetOf(at.network, place.origin);
    if (open.verdict === 'undecided') doubts = withDoubts(doubts, open.doubts);
    if (open.verdict !== 'blocked') continue;
    for (const service of services) {
      const answer = endpointReach(at.network, place.origin, service);
      if (answer.verdict === 'private') reached.push({ service, answer });
      else if (answer.verdict === 'undecided') doubts = withDoubts(doubts, answer.doubts);
      else if (answer.verdict === 'nowhere') return stopped(workload, service, place, answer);
    }
  }
  if (doubts.length + gaps.length > 0) {
    const [gap] = gaps;
    const why = gap === undefined ? sayDoubts(doubts) : `${gap.operation} (${gap.code})`;
    return unknown(
      `cannot tell whether ${sayWorkload(workload)} reaches ${services.join(', ')}: ${why}`,
      [],
      [],
      [...gaps, ...gapsOf(doubts)],
    );
  }
  const lostWhere = unresolvedVerdict(workload, `whether ${sayWorkload(workload)} reaches ${services.join(', ')}`);
  if (lostWhere !== undefined) return lostWhere;
  const [first] = reached;
  if (first === undefined) {
    if (places.length === 0) return notApplicable(`${sayWorkload(workload)} is in no VPC of yours`);
    return notApplicable('it has a way to the internet, and so depends on no endpoint');
  }
  const names = new Map(reached.map(({ service, answer }) => [service, answer]));
  const evidence = [...names].map(([service, { endpoint, name }]): Evidence => ({
    source: 'ec2:DescribeVpcEndpoints',
    path: `${service} → ${endpoint ?? ''}`,
    value: name.why,
  }));
  return pass(`reaches ${services.join(', ')} without the internet`, evidence, first.answer.path);
}

function stopped(workload: Workload, service: AwsService, { placement, subnetId }: WorkloadPlace, answer: EndpointReach): Verdict {
  const message = `has no way to the internet, and none to ${service}: ${sayBlocker(answer)}${finishedSuffix(workload)}`;
  const evidence: [Evidence, ...Evidence[]] = [
    { source: placement.source, path: placement.subnetsPath, value: subnetId },
    { source: 'ec2:DescribeVpcEndpoints', path: answer.name.host, value: answer.name.why },
    blockerEvidence(answer),
  ];
  return fail(message, evidence, answer.path);
}

interface Internet {
  readonly verdict: InternetVerdict;
  readonly doubts: readonly Doubt[];
}

const known = new WeakMap<ClassReach, Internet>();

/** What was found for all workloads that are alike to the network. */
function internetOf(network: Network, { place, subnetId, groupIds, addresses }: Origin): Internet {
  const reach = classReach(network, place, { subnetId, groupIds, dualStack: addresses[6].length > 0 });
  let answer = known.get(reach);
  if (answer === undefined) known.set(reach, (answer = told(reach)));
  return answer;
}

function told(reach: ClassReach): Internet {
  if (reach.doubt !== undefined) return { verdict: 'undecided', doubts: [reach.doubt] };
  const pieces = [...reach.pieces[4], ...reach.pieces[6]];
  const doubts = pieces.flatMap((piece) => (piece.verdict === 'undecided' && maybeInternet(piece) ? piece.doubts : []));
  return { verdict: internetVerdict(pieces), doubts: withDoubts([], doubts) };
}
