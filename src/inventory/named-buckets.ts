import type { Gap } from '../core/gap.ts';
import { known, missing, type Fact } from './fact.ts';
import { rowsToName } from './rows.ts';
import { s3LocationsIn } from './s3-location.ts';
import type { SectionName, Sections } from './sections.ts';

/** Sections whose rows name places in S3. */
export const bucketNamingSections = [
  'trainingJobs',
  'models',
  'endpointConfigs',
  'endpoints',
  'processingJobs',
  'transformJobs',
  'hyperParameterTuningJobs',
  'autoMLJobs',
  'dataQualityJobDefinitions',
  'modelBiasJobDefinitions',
  'modelExplainabilityJobDefinitions',
  'modelQualityJobDefinitions',
  'monitoringSchedules',
  'compilationJobs',
  'optimizationJobs',
  'aiBenchmarkJobs',
  'labelingJobs',
  'inferenceComponents',
  'domains',
  'userProfiles',
  'featureGroups',
  'inferenceExperiments',
  'clusters',
] as const satisfies readonly SectionName[];

/**
 * The buckets that these rows name, each once and sorted; what could not be read may name more.
 *
 * @param factOf the sections of one account and Region
 * @param more buckets that are of interest whether or not they are named
 */
export function namedBuckets(
  factOf: <K extends SectionName>(section: K) => Fact<Sections[K]>,
  more: readonly string[],
): Fact<readonly string[]> {
  const names = new Set(more);
  let gap: Gap | undefined;
  for (const section of bucketNamingSections) {
    const fact: Fact<Iterable<{ readonly detail: Fact<unknown> }>> = factOf(section);
    if (!fact.known) gap ??= fact.gap;
    for (const { detail } of rowsToName(fact)) {
      if (!detail.known) gap ??= detail.gap;
      else for (const { bucket } of s3LocationsIn(detail.value)) names.add(bucket);
    }
  }
  const sorted = [...names].sort();
  return gap === undefined ? known(sorted) : missing(gap, sorted);
}
