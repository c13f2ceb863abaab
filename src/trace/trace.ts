import { gapKey } from '../core/gap.ts';
import type { TraceOrigin, TraceReport } from '../core/trace-report.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { cidrsOf } from '../network/address-text.ts';
import type { Bystander } from '../network/changes/smallest-change.ts';
import { classKey } from '../network/class-reach.ts';
import type { Network } from '../network/network.ts';
import type { Origin } from '../network/origin.ts';
import type { Answered } from './answered.ts';
import { serviceOfHost } from '../network/endpoints/aws-service.ts';
import { dnsAnswer } from './dns-answer.ts';
import { egressAnswer } from './egress-answer.ts';
import { endpointAnswer, servicesFor } from './endpoint-answer.ts';
import { ingressAnswer } from './ingress-answer.ts';
import { everyWorkload, workloadSubject, type Subject } from './subject.ts';
import type { Target } from './target.ts';
import { toAnswer } from './to-answer.ts';

/**
 * Everything that can be said of where a subject's packets get to, and who gets to it; or the one answer to `--to`.
 *
 * @param version the version of mlsec that signs the report
 */
export function trace(subject: Subject, inventory: Inventory, network: Network, version: string, target?: Target): TraceReport {
  const answered = target === undefined ? allAnswers(subject, inventory, network) : [oneAnswer(subject, network, target)];
  const gaps = answered.flatMap(({ doubts }) => doubts.flatMap(({ gap }) => gap ?? []));
  return {
    schemaVersion: 1,
    tool: { name: 'mlsec', version },
    readAt: inventory.header.completedAt,
    subject: subject.resource,
    origins: subject.origins.map(traceOrigin),
    answers: answered.map(({ answer }) => answer),
    gaps: [...new Map(gaps.map((gap) => [gapKey(gap), gap])).values()],
  };
}

function allAnswers(subject: Subject, inventory: Inventory, network: Network): readonly Answered[] {
  const bystanders = bystandersOf(subject, inventory, network);
  const families = [4, 6] as const;
  return [
    ...families.map((family) => egressAnswer(subject, network, family, bystanders)),
    ...families.map((family) => ingressAnswer(subject, network, family)),
    dnsAnswer(subject, network),
    ...(subject.origins.length === 0 ? [] : servicesFor(subject, network).map((service) => endpointAnswer(subject, network, service))),
  ];
}

/** A name of AWS's own is asked about as its clients would: it may lead to an endpoint. */
function oneAnswer(subject: Subject, network: Network, target: Target): Answered {
  const service = target.kind === 'host' && subject.origins.length > 0 ? serviceOfHost(target.host) : undefined;
  if (service === undefined) return toAnswer(subject, network, target);
  return endpointAnswer(subject, network, service.service, service.region, target.text);
}

function traceOrigin({ id, subnetId, vpcId, groupIds, addresses, place }: Origin): TraceOrigin {
  return {
    id,
    subnetId,
    vpcId,
    securityGroupIds: groupIds,
    addresses: [...cidrsOf(addresses[4], 4), ...cidrsOf(addresses[6], 6)],
    account: place.account,
    region: place.region,
  };
}

/** Other workloads, by class: what a change does to one of a class, it does to all of them. */
function bystandersOf(subject: Subject, inventory: Inventory, network: Network): readonly Bystander[] {
  const classes = new Map<string, { names: string[]; origin: Origin }>();
  for (const workload of everyWorkload(inventory)) {
    if (workload.lifecycle === 'finished' || workload.resource.arn === subject.resource.arn) continue;
    for (const origin of workloadSubject(workload, network).origins) {
      const known = classes.get(keyOf(origin));
      if (known === undefined) classes.set(keyOf(origin), { names: [workload.resource.name], origin });
      else if (!known.names.includes(workload.resource.name)) known.names.push(workload.resource.name);
    }
  }
  return [...classes.values()];
}

function keyOf({ place, subnetId, groupIds, addresses }: Origin): string {
  return classKey(place, { subnetId, groupIds, dualStack: addresses[6].length > 0 });
}
