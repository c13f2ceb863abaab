import { estateOf } from '../inventory/estate.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Resource } from '../core/resource.ts';
import type { Network, Place } from '../network/network.ts';
import { listed } from '../network/network.ts';
import { interfaceOrigin, placedOrigin, type Origin } from '../network/origin.ts';
import type { Doubt } from '../network/doubt.ts';
import type { ConnectionGround } from '../workloads/connection.ts';
import type { Workload } from '../workloads/workload.ts';
import { workloadFacts, everyWorkloadOf, type WorkloadFacts } from '../workloads/workloads.ts';

/** What is traced: a workload, with everything that its code is connected to, or an interface of EC2. */
export interface Subject {
  readonly resource: Resource;
  readonly origins: readonly Origin[];
  /** Networks of SageMaker's own that lead to the internet. */
  readonly direct: readonly ConnectionGround[];
  readonly isolated: readonly ConnectionGround[];
  /** What leaves open where it is connected. */
  readonly doubts: readonly Doubt[];
}

/** All workloads of an inventory, in every account and Region. */
export function* everyWorkload(inventory: Inventory): Generator<Workload, void> {
  const estate = estateOf(inventory);
  for (const place of estate.places) {
    const facts = Object.fromEntries(workloadFacts.map((section) => [section, estate.fact(place, section)])) as unknown as WorkloadFacts;
    yield* everyWorkloadOf(facts, { partition: inventory.header.partition, ...place });
  }
}

/** Whatever bears this name: a workload by its name or ARN, an interface by `eni-`, the interfaces of an instance by `i-`. */
export function subjectsNamed(inventory: Inventory, network: Network, name: string): readonly Subject[] {
  if (name.startsWith('eni-'))
    return interfaces(inventory, network, (each) => each.NetworkInterfaceId === name, name, 'AWS::EC2::NetworkInterface');
  if (name.startsWith('i-'))
    return interfaces(inventory, network, (each) => each.Attachment?.InstanceId === name, name, 'AWS::EC2::Instance');
  const found: Subject[] = [];
  for (const workload of everyWorkload(inventory)) {
    const { resource } = workload;
    if (resource.name === name || resource.arn === name) found.push(workloadSubject(workload, network));
  }
  return found;
}

type Interface = Parameters<typeof interfaceOrigin>[2];

function interfaces(
  inventory: Inventory,
  network: Network,
  wanted: (each: Interface) => boolean,
  name: string,
  type: string,
): readonly Subject[] {
  const origins = network.places.flatMap((place) =>
    listed(place, 'networkInterfaces')
      .filter(wanted)
      .map((each) => interfaceOrigin(network, place, each)),
  );
  const [first] = origins;
  if (first === undefined) return [];
  const { account, region } = first.place;
  const kind = type === 'AWS::EC2::Instance' ? 'instance' : 'network-interface';
  const arn = `arn:${inventory.header.partition}:ec2:${region}:${account}:${kind}/${name}`;
  return [{ resource: { type, name, arn, account, region }, origins, direct: [], isolated: [], doubts: [] }];
}

/** A workload with its origins: one for each subnet in which it may be. */
export function workloadSubject(workload: Workload, network: Network): Subject {
  const { account, region } = workload.resource;
  const place = network.places.find((each) => each.account === account && each.region === region);
  const subject = {
    resource: workload.resource,
    origins: [] as Origin[],
    direct: [] as ConnectionGround[],
    isolated: [] as ConnectionGround[],
    doubts: [] as Doubt[],
  };
  if (place === undefined) return subject;
  for (const connection of workload.connections) {
    if (!connection.known) {
      const { gap } = connection;
      subject.doubts.push({ code: 'NO_PERMISSION', object: workload.resource.name, settledBy: `its settings (${gap.permission})`, gap });
    } else if (connection.value.kind === 'vpc') addOrigins(subject, network, place, connection.value);
    else if (connection.value.kind === 'service-network') subject.direct.push(connection.value.ground);
    else if (connection.value.kind === 'isolated') subject.isolated.push(connection.value.ground);
    else if (connection.value.kind === 'unknown') {
      subject.doubts.push({ code: 'UNREADABLE', object: workload.resource.name, settledBy: connection.value.reason, gap: undefined });
    }
  }
  return subject;
}

type VpcConnection = Extract<Extract<Workload['connections'][number], { known: true }>['value'], { kind: 'vpc' }>;

function addOrigins(
  subject: { origins: Origin[]; doubts: Doubt[] },
  network: Network,
  place: Place,
  { placement, dualStack }: VpcConnection,
): void {
  for (const subnetId of placement.subnetIds) {
    const origin = placedOrigin(network, place, subnetId, placement.securityGroupIds, dualStack);
    if (origin.value === undefined) subject.doubts.push(origin.doubt);
    else if (!subject.origins.some((each) => sameClass(each, origin.value))) subject.origins.push(origin.value);
  }
}

function sameClass(a: Origin, b: Origin): boolean {
  return a.subnetId === b.subnetId && [...a.groupIds].sort().join() === [...b.groupIds].sort().join();
}
