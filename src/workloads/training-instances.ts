import { instancesAt } from './container-part.ts';
import type { InstanceShare } from './instance-addresses.ts';
import type { Setting } from './workload.ts';

interface Instances {
  readonly InstanceCount?: number | undefined;
  readonly InstanceType?: string | undefined;
}

interface TrainingResources extends Instances {
  readonly InstanceGroups?: readonly Instances[] | undefined;
}

/** On how many instances a job trains. A heterogeneous cluster has groups of instances in place of one count. */
export function trainingInstances(resources: TrainingResources | undefined, source: string, at: string): Setting<number | undefined> {
  const groups = resources?.InstanceGroups ?? [];
  if (groups.length === 0) return instancesAt(resources?.InstanceCount, source, `${at}InstanceCount`);
  const counts = groups.map(({ InstanceCount }) => InstanceCount);
  const sum = counts.includes(undefined) ? undefined : counts.reduce((all: number, count) => all + (count ?? 0), 0);
  return instancesAt(sum, source, `${at}InstanceGroups[].InstanceCount`);
}

/** Which instances these are, by their types. */
export function trainingFleet(resources: TrainingResources | undefined): readonly InstanceShare[] {
  const groups = resources?.InstanceGroups ?? [];
  return (groups.length === 0 ? [resources ?? {}] : groups).map(({ InstanceType, InstanceCount }) => ({
    type: InstanceType,
    count: InstanceCount,
  }));
}
