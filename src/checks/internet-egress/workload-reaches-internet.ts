import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';
import { MissingFact } from '../../inventory/fact.ts';
import { networkSections } from '../../network/network-sections.ts';
import { trafficText } from '../../network/traffic-text.ts';
import { uniteAll } from '../../network/traffic.ts';
import type { ConnectionGround } from '../../workloads/connection.ts';
import type { Workload } from '../../workloads/workload.ts';
import { workloadFacts, workloadSections, everyWorkloadOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { networkAt } from '../subjects/network-at.ts';
import { pathEvidence } from '../subjects/path-evidence.ts';
import { sayReply } from '../subjects/say-reply.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { undecidedSteps } from '../subjects/undecided-steps.ts';
import { workloadEgress, type WorkloadEgress } from '../subjects/workload-egress.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

export default defineCheck({
  id: 'workload-reaches-internet',
  title: 'Code in the workload can send data to the internet',
  severity: 'high',
  family: 'internet-egress',
  requirements: ['EGR-2'],
  controls: [],
  description:
    'Follows what code in the workload can send, by IPv4 and IPv6, hop by hop: security groups, network ACLs, the route table that the subnet really uses, ' +
    'NAT, internet, egress-only and carrier gateways, transit gateways and peerings with their own tables, firewalls, VPC Block Public Access. The code is ' +
    'taken for an adversary that chooses its source port and needs no answer to send data by UDP or ICMP. A network of SageMaker’s own counts as well: direct ' +
    'internet access, PublicInternetOnly, no VpcConfig. A pass is a proof: everything that was consulted was read completely, and nothing gets out. ' +
    'What can leave by DNS is another question, and so is what AWS services with a VPC endpoint can be told to store elsewhere.',
  remediation:
    'Cut the path that the finding shows. `mlsec trace` names the smallest change, what else it affects, and the AWS CLI command. In a VPC: give the ' +
    'workload security groups that allow 443 to its VPC endpoints and the S3 prefix list only (`aws ec2 revoke-security-group-egress`), or remove the route to ' +
    'the gateway after the endpoints exist (`aws ec2 delete-route`); both act at once and in place. Without a VPC, or with a network of SageMaker’s own: jobs ' +
    'and models must be made anew with a VpcConfig or network isolation, notebook instances with direct internet access disabled; a domain is changed by ' +
    '`aws sagemaker update-domain --app-network-access-type VpcOnly` after its apps are deleted.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-security.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
  ],
  needs: workloadSections,
  consults: workloadFacts,
  across: networkSections,
  *resources(facts) {
    for (const workload of everyWorkloadOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const { network, place } = networkAt(facts);
    const egress = workloadEgress(workload, network, place);
    return open(workload, egress) ?? undecided(workload, egress) ?? proven(workload, egress);
  },
});

/** The best way out first: one that ordinary clients can use. */
function open(workload: Workload, egress: WorkloadEgress): Verdict | undefined {
  const [direct] = egress.direct;
  if (direct !== undefined) {
    const what = `${sayWorkload(workload)} has an interface in a network of SageMaker’s own that leads to the internet${through(workload, direct)}`;
    return fail(
      `${what}${finishedSuffix(workload)}`,
      [groundEvidence(direct)],
      [
        {
          kind: 'service-network',
          id: 'sagemaker',
          detail: `${direct.path}: ${typeof direct.value === 'string' ? direct.value : 'absent'}`,
        },
        { kind: 'internet', id: 'internet', detail: 'reached past every VPC, route, group and ACL of yours' },
      ],
    );
  }
  const [first] = [...egress.reachable].sort((a, b) => qualities.indexOf(a.piece.reply) - qualities.indexOf(b.piece.reply));
  if (first === undefined) return undefined;
  const alike = egress.reachable.filter(({ piece, subnetId }) => piece.family === first.piece.family && subnetId === first.subnetId);
  const what = trafficText(uniteAll(alike.map(({ piece }) => piece.traffic)));
  const path = [...first.piece.path(), { kind: 'internet', id: 'internet', detail: `IPv${first.piece.family} ${what}` }];
  const both = new Set(egress.reachable.map(({ piece }) => piece.family)).size > 1 ? ' and IPv6' : '';
  const family = both === '' ? `IPv${first.piece.family}` : 'IPv4';
  const said = `${sayWorkload(workload)} can send ${what} to the internet by ${family}${both}, from ${first.subnetId} ${byWay(path)}${sayReply(first.piece.reply)}`;
  return fail(
    `${said}${through(workload, first.ground)}${finishedSuffix(workload)}`,
    [groundEvidence(first.ground), ...pathEvidence(path)],
    path,
  );
}

const qualities = ['full', 'intermittent', 'odd-ports', 'one-way'];

function undecided(workload: Workload, egress: WorkloadEgress): Verdict | undefined {
  const [unknownConnection] = egress.unknown;
  if (unknownConnection !== undefined) {
    const { ground, reason } = unknownConnection;
    if (workload.lifecycle === 'finished') return notApplicable(`job is finished, and ${reason}: there is nothing left to judge`);
    return unknown(`cannot tell to which networks the ${sayWorkload(workload)} is connected: ${reason}`, [groundEvidence(ground)]);
  }
  const [unplaced] = egress.unplaced;
  if (unplaced !== undefined) {
    const { ground, subnetId, doubt } = unplaced;
    if (workload.lifecycle === 'finished' && doubt.code === 'DANGLING') {
      return notApplicable(`job is finished, and ${subnetId} does not exist any more: there is nothing left to judge`);
    }
    const gaps = doubt.gap === undefined ? [] : [doubt.gap];
    return unknown(
      `cannot follow what the ${sayWorkload(workload)} sends from ${subnetId}: needs ${doubt.settledBy}`,
      [groundEvidence(ground)],
      [],
      gaps,
    );
  }
  const [first] = egress.undecided;
  if (first === undefined) {
    if (egress.gap !== undefined) throw MissingFact.of(egress.gap);
    return undefined;
  }
  const doubts = egress.undecided.flatMap(({ piece }) => piece.doubts);
  const reasons = [...new Set(doubts.map(({ settledBy }) => settledBy))];
  const gaps = doubts.flatMap(({ gap }) => gap ?? []);
  const path = undecidedSteps(first.piece);
  const message = `cannot prove that the ${sayWorkload(workload)} is kept from the internet, from ${first.subnetId} ${byWay(path)}: needs ${reasons.slice(0, 3).join('; ')}`;
  return unknown(`${message}${finishedSuffix(workload)}`, [groundEvidence(first.ground), ...pathEvidence(first.piece.path())], path, [
    ...new Set(gaps),
  ]);
}

/** Nothing gets out: shown by the traffic that got furthest, and by what stopped it. */
function proven(workload: Workload, egress: WorkloadEgress): Verdict {
  const isolation = egress.isolated.map(groundEvidence);
  if (egress.blocked.length === 0) {
    const [ground] = isolation;
    if (ground !== undefined) return pass(`network isolation keeps the ${sayWorkload(workload)} from every network`, isolation);
    const reason = workload.limits?.known === true ? workload.limits.value?.vpc : undefined;
    return notApplicable(reason ?? `nothing says where the ${sayWorkload(workload)} would send from`);
  }
  const paths = egress.blocked.map((sent) => ({ sent, path: sent.piece.path() }));
  const furthest = paths.reduce((best, next) => (next.path.length > best.path.length ? next : best));
  const { blocker } = furthest.sent.piece;
  const path = [...furthest.path, { ...blocker.step, kind: `blocked-by-${blocker.step.kind}` }];
  const registries = egress.registries.length > 0 ? '; Docker images leave to registries of trusted accounts' : '';
  const message = `nothing that the ${sayWorkload(workload)} sends by IP reaches the internet: ${blocker.step.id} ${blocker.step.detail}${registries}`;
  const evidence = [groundEvidence(furthest.sent.ground), ...isolation, ...pathEvidence([...furthest.path, blocker.step])];
  return pass(`${message} (DNS is judged apart)${finishedSuffix(workload)}`, evidence, path);
}

function groundEvidence({ source, path, value, of }: ConnectionGround): Evidence {
  return { source, path: `${of}: ${path}`, value };
}

function through(workload: Workload, { of }: ConnectionGround): string {
  return of === workload.resource.name ? '' : ` (through ${of})`;
}

/** The gateways on the way, as the end of a sentence. */
function byWay(path: readonly PathStep[]): string {
  const gateways = path
    .filter(({ kind }) => /gateway$|^vpc-peering|^vpc-endpoint|^network-interface|^network-firewall|^core-network/.test(kind))
    .map(({ id }) => id);
  return gateways.length === 0 ? 'by no gateway' : `by ${[...new Set(gateways)].join(', ')}`;
}
