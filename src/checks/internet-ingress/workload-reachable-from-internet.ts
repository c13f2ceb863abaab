import type { Evidence } from '../../core/evidence.ts';
import { fromInternet } from '../../network/ingress.ts';
import type { Piece } from '../../network/flow.ts';
import type { Network } from '../../network/network.ts';
import { networkSections } from '../../network/network-sections.ts';
import { trafficText } from '../../network/traffic-text.ts';
import { uniteAll } from '../../network/traffic.ts';
import { workloadFacts, workloadSections, everyWorkloadOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { networkAt } from '../subjects/network-at.ts';
import { pathEvidence } from '../subjects/path-evidence.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { sortedPieces } from '../subjects/sorted-pieces.ts';
import { undecidedSteps } from '../subjects/undecided-steps.ts';
import { workloadPlaces, type WorkloadPlace } from '../subjects/workload-places.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'workload-reachable-from-internet',
  title: 'Hosts on the internet can open connections to the workload',
  severity: 'critical',
  family: 'internet-ingress',
  requirements: ['ING-1'],
  controls: [],
  description:
    'Follows what a host on the internet can send to the workload, by IPv4 and IPv6: straight, by a public address, the internet gateway and its route ' +
    'table; and through internet-facing load balancers whose target groups hold the workload. Security groups and network ACLs are asked in both directions; ' +
    'the host is taken for an adversary that chooses its source port. VPC Block Public Access counts. Who may call SageMaker’s API, or open its ' +
    'URLs, is a matter of IAM and not asked here; whether a security group admits the internet, though nothing may lead there, is another check.',
  remediation:
    'Cut the path that the finding shows; all of it can be changed in place: take the rules that admit the internet out of the security groups (`aws ec2 ' +
    'revoke-security-group-ingress`), take the workload out of the target group (`aws elbv2 deregister-targets`), or move it to a subnet ' +
    'without a route to an internet gateway.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-security.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  ],
  needs: workloadSections,
  consults: workloadFacts,
  across: networkSections,
  *resources(facts) {
    for (const workload of everyWorkloadOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const at = networkAt(facts);
    const { places, gaps, doubts } = workloadPlaces(at, workload, 'code');
    const noun = sayWorkload(workload);
    const arriving = places.map((each) => ({ ...each, ...sortedPieces(arrivals(at.network, each)) }));
    const evidence = places.map(placeEvidence);
    const open = arriving.find(({ reachable }) => reachable.length > 0);
    if (open !== undefined) {
      const [first] = open.reachable;
      const path = first?.path() ?? [];
      const what = trafficText(uniteAll(open.reachable.map(({ traffic }) => traffic)));
      const message = `the internet can connect to ${what} of the ${noun} in ${open.subnetId}${finishedSuffix(workload)}`;
      return fail(message, [placeEvidence(open), ...pathEvidence(path)], path);
    }
    const undecided = arriving.flatMap((each) => each.undecided);
    const unsure = [...doubts, ...undecided.flatMap((piece) => piece.doubts)];
    if (unsure.length > 0 || gaps.length > 0) {
      const dangling = doubts.length > 0 && doubts.every(({ code }) => code === 'DANGLING') && undecided.length === 0 && gaps.length === 0;
      if (workload.lifecycle === 'finished' && dangling) {
        return notApplicable(
          `job is finished, and ${doubts[0]?.object ?? 'its subnet'} does not exist any more: there is nothing left to judge`,
        );
      }
      const needs = [...new Set([...gaps.map(({ permission }) => permission), ...unsure.map(({ settledBy }) => settledBy)])];
      const all = [...gaps, ...unsure.flatMap(({ gap }) => gap ?? [])];
      const [first] = undecided;
      const message = `cannot prove that the ${noun} is kept from the internet: needs ${needs.slice(0, 3).join('; ')}`;
      return unknown(message, evidence, first === undefined ? [] : undecidedSteps(first), [...new Set(all)]);
    }
    if (places.length > 0) {
      const blocked = arriving.flatMap((each) => each.blocked);
      const { blocker, path } = furthest(blocked);
      return pass(
        `no host on the internet can connect to the ${noun}${blocker === undefined ? '' : `: ${blocker.step.id} ${blocker.step.detail}`}`,
        evidence,
        path,
      );
    }
    const isolated = workload.connections.find((connection) => connection.known && connection.value.kind === 'isolated');
    if (isolated?.known === true) {
      const { source, path, value, of } = isolated.value.ground;
      return pass(`network isolation keeps every network from the ${noun}`, [{ source, path: `${of}: ${path}`, value }]);
    }
    return notApplicable(`the ${noun} has no interface in a VPC of yours`);
  },
});

const computed = new WeakMap<Network, Map<string, readonly Piece[]>>();

/** Asked once for all that are placed alike. */
function arrivals(network: Network, { origin }: WorkloadPlace): readonly Piece[] {
  let known = computed.get(network);
  if (known === undefined) computed.set(network, (known = new Map()));
  const { place, subnetId, groupIds, addresses } = origin;
  const key = [place.account, place.region, subnetId, addresses[6].length > 0, ...[...groupIds].sort()].join(' ');
  let pieces = known.get(key);
  if (pieces === undefined) known.set(key, (pieces = ([4, 6] as const).flatMap((family) => fromInternet(network, origin, family).pieces)));
  return pieces;
}

function placeEvidence({ placement: { source, subnetsPath, of }, subnetId }: WorkloadPlace): Evidence {
  return { source, path: `${of}: ${subnetsPath}`, value: subnetId };
}

type Blocked = ReturnType<typeof sortedPieces>['blocked'];

function furthest(blocked: Blocked) {
  const paths = blocked.map((piece) => ({ blocker: piece.blocker, path: piece.path() }));
  const best = paths.reduce<(typeof paths)[number] | undefined>(
    (far, next) => (far === undefined || next.path.length > far.path.length ? next : far),
    undefined,
  );
  if (best === undefined) return { blocker: undefined, path: [] };
  return { blocker: best.blocker, path: [...best.path, { ...best.blocker.step, kind: `blocked-by-${best.blocker.step.kind}` }] };
}
