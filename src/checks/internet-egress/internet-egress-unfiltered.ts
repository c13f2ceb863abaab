import type { Evidence } from '../../core/evidence.ts';
import { MissingFact } from '../../inventory/fact.ts';
import type { Doubt } from '../../network/doubt.ts';
import { firewallOf } from '../../network/firewall/firewall-of.ts';
import { firewallWidth, type FirewallWidth } from '../../network/firewall/firewall-width.ts';
import { networkSections } from '../../network/network-sections.ts';
import { workloadFacts, workloadSections, everyWorkloadOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { networkAt, type NetworkAt } from '../subjects/network-at.ts';
import { pathEvidence } from '../subjects/path-evidence.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { undecidedSteps } from '../subjects/undecided-steps.ts';
import { workloadEgress, type WorkloadEgress } from '../subjects/workload-egress.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'internet-egress-unfiltered',
  title: 'A way to the internet passes no strict firewall',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-9'],
  controls: [],
  description:
    'Where a workload must reach the internet, AWS asks for a firewall on the way that lets only chosen domains pass and drops all else. Looked at: every way ' +
    'from the workload to the internet. One that passes no AWS Network Firewall fails; of those that it passes the policy and rule groups are read: ' +
    'a default that lets everything pass, rules that pass any destination, domain lists as wide as `.amazonaws.com` or `.com`. A workload without a way to ' +
    'the internet has nothing to filter. What appliances of others let pass cannot be seen.',
  remediation:
    'Route the subnets to a firewall endpoint in place of the NAT gateway (`aws ec2 replace-route`), with a policy in strict order whose default is ' +
    '`aws:drop_strict` or `aws:drop_established`, and allow lists that name whole hosts (`aws network-firewall update-firewall-policy`, ' +
    '`update-rule-group`); all in place. A network of SageMaker’s own passes no firewall of yours: first move the workload into the VPC.',
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: workloadSections,
  consults: workloadFacts,
  across: networkSections,
  *resources(facts) {
    for (const workload of everyWorkloadOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const at = networkAt(facts);
    const egress = workloadEgress(workload, at.network, at.place);
    const noun = sayWorkload(workload);
    const suffix = finishedSuffix(workload);
    const [direct] = egress.direct;
    if (direct !== undefined) {
      const { source, path, value, of } = direct;
      return fail(`${noun} reaches the internet by a network of SageMaker’s own, past every firewall of yours${suffix}`, [
        { source, path: `${of}: ${path}`, value },
      ]);
    }
    const bare = egress.reachable.find(({ piece }) => piece.inspectedBy.length === 0);
    if (bare !== undefined) {
      const path = bare.piece.path();
      const { source, path: at_, value, of } = bare.ground;
      return fail(
        `${noun} reaches the internet from ${bare.subnetId} past no firewall${suffix}`,
        [{ source, path: `${of}: ${at_}`, value }, ...pathEvidence(path)],
        path,
      );
    }
    const { widths, doubts } = firewallsOn(at, egress);
    const [wide, ...others] = widths;
    if (wide !== undefined) {
      const evidence: readonly [Evidence, ...Evidence[]] = [wide.evidence, ...others.map((each) => each.evidence)];
      const inspected = [...egress.reachable, ...egress.undecided].find(({ piece }) => piece.inspectedBy.length > 0);
      return fail(`the firewall on the way of the ${noun} is too wide: it ${wide.what}${suffix}`, evidence, inspected?.piece.path() ?? []);
    }
    const open = egress.undecided.filter(({ piece }) => piece.inspectedBy.length === 0);
    const unsure: readonly Doubt[] = [
      ...doubts,
      ...open.flatMap(({ piece }) => piece.doubts),
      ...egress.unplaced.map(({ doubt }) => doubt),
      ...egress.unknown.map(({ ground, reason }): Doubt => ({ code: 'UNREADABLE', object: ground.of, settledBy: reason, gap: undefined })),
    ];
    if (unsure.length > 0) {
      const dangling = unsure.every(({ code }) => code === 'DANGLING');
      if (workload.lifecycle === 'finished' && dangling) return notApplicable('job is finished, and its subnet does not exist any more');
      const needs = [...new Set(unsure.map(({ settledBy }) => settledBy))].slice(0, 3).join('; ');
      const gaps = [...new Set(unsure.flatMap(({ gap }) => gap ?? []))];
      const [first] = open;
      return unknown(
        `cannot tell whether what the ${noun} sends to the internet is filtered: needs ${needs}`,
        [],
        first === undefined ? [] : undecidedSteps(first.piece),
        gaps,
      );
    }
    if (egress.gap !== undefined) throw MissingFact.of(egress.gap);
    const inspected = [...egress.reachable, ...egress.undecided];
    if (inspected.length === 0) return notApplicable(`the ${noun} has no way to the internet, so there is nothing to filter`);
    const path = inspected[0]?.piece.path() ?? [];
    return pass(`every way of the ${noun} to the internet passes a strict firewall`, pathEvidence(path), path);
  },
});

/** What is too wide in the firewalls that the workload's traffic passes, and which of them cannot be told. */
function firewallsOn(
  { network, place }: NetworkAt,
  egress: WorkloadEgress,
): { readonly widths: readonly FirewallWidth[]; readonly doubts: readonly Doubt[] } {
  const endpoints = new Set([...egress.reachable, ...egress.undecided].flatMap(({ piece }) => piece.inspectedBy));
  const widths: FirewallWidth[] = [];
  const doubts: Doubt[] = [];
  for (const id of endpoints) {
    const firewall = firewallOf(network, place, id);
    if (firewall === undefined)
      doubts.push({ code: 'APPLIANCE', object: id, settledBy: `what the appliance behind ${id} lets pass`, gap: undefined });
    else if (firewall.doubt !== undefined) doubts.push(firewall.doubt);
    else {
      const found = firewallWidth(network, firewall.place, firewall.value);
      widths.push(...(found?.widths ?? []));
      doubts.push(...(found?.doubts ?? []));
    }
  }
  return { widths, doubts };
}
