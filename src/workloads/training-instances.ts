import { instancesAt } from './container-part.ts';
import type { Setting } from './workload.ts';

interface TrainingResources {
  readonly InstanceCount?: number | undefined;
  readonly InstanceGroups?: readonly { readonly InstanceCount?: number | undefined }[] | undefined;
}

/** On how many instances a job trains. A heterogeneous cluster has groups of instances in place of one count. */
export function trainingInstances(resources: TrainingResources | undefined, source: string, at: string): Setting<number | undefined> {
  const groups = resources?.InstanceGroups ?? [];
  if (groups.length === 0) return instancesAt(resources?.InstanceCount, source, `${at}InstanceCount`);
  const counts = groups.map(({ InstanceCount }) => InstanceCount);
  const sum = counts.includes(undefined) ? undefined : counts.reduce((all: number, count) => all + (count ?? 0), 0);
  return instancesAt(sum, source, `${at}InstanceGroups[].InstanceCount`);
}
