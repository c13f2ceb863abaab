import type { Fact } from '../inventory/fact.ts';
import { Remembered } from '../inventory/remembered.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { SectionItem, Sections } from '../inventory/sections.ts';
import { autoMLJobWorkload } from './auto-ml-job-workload.ts';
import { clusterWorkload } from './cluster-workload.ts';
import { domainWorkload } from './domain-workload.ts';
import { endpointWorkload } from './endpoint-workload.ts';
import { jobWorkload } from './job-workload.ts';
import { labelingJobWorkload } from './labeling-job-workload.ts';
import { modelWorkload } from './model-workload.ts';
import { monitoringDefinitionWorkload } from './monitoring-definition-workload.ts';
import { monitoringScheduleWorkload } from './monitoring-schedule-workload.ts';
import { notebookWorkload } from './notebook-workload.ts';
import { processingJobWorkload } from './processing-job-workload.ts';
import { trainingJobWorkload } from './training-job-workload.ts';
import { transformJobWorkload } from './transform-job-workload.ts';
import { tuningJobWorkload } from './tuning-job-workload.ts';
import { userProfileWorkload } from './user-profile-workload.ts';
import {
  aiBenchmarkJobWorkload,
  compilationJobWorkload,
  inferenceRecommendationsJobWorkload,
  optimizationJobWorkload,
} from './vpc-job-workload.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** Jobs, and what says how jobs will run: monitoring definitions and schedules, and models. */
export const jobSections = [
  'trainingJobs',
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
  'inferenceRecommendationsJobs',
  'aiBenchmarkJobs',
  'jobs',
  'labelingJobs',
  'models',
] as const;

/** The sections that tell in which subnets workloads may run. A user profile is in those of its domain. */
export const placementSections = ['notebookInstances', ...jobSections, 'endpoints', 'domains', 'clusters'] as const;

/** The sections that the view reads to tell it: what a check over subnets or VPCs consults. */
export const placementFacts = [...placementSections, 'endpointConfigs', 'inferenceComponents'] as const;

/** The sections that name workloads: what a check over all workloads needs. */
export const workloadSections = [...placementSections, 'userProfiles'] as const;

/** The sections that the view reads: what a check over all workloads consults. */
export const workloadFacts = [...placementFacts, 'userProfiles'] as const;

type WorkloadSection = (typeof workloadFacts)[number];

export type WorkloadFacts = { readonly [K in (typeof workloadFacts)[number]]: Fact<Sections[K]> };
export type PlacementFacts = { readonly [K in (typeof placementFacts)[number]]: Fact<Sections[K]> };

/**
 * Everything that SageMaker runs in one account and Region, as far as it could be named.
 *
 * @param facts the sections of the kinds wanted; endpoints need those of their configurations, components and models beside their own, transform
 *   jobs that of their models, schedules those of all definitions, user profiles that of their domains
 */
export function* workloadsOf(facts: Partial<WorkloadFacts>, where: Where): Generator<Workload, void> {
  yield* each(facts, 'notebookInstances', where, notebookWorkload);
  yield* jobsOf(facts, where);
  yield* monitoringOf(facts, where);
  yield* each(facts, 'models', where, (model) => modelWorkload(model, facts.endpointConfigs, where), [facts.endpointConfigs]);
  const { endpointConfigs, inferenceComponents, models, domains } = facts;
  if (endpointConfigs !== undefined && inferenceComponents !== undefined && models !== undefined) {
    const made = { endpointConfigs, models, inferenceComponents };
    yield* each(facts, 'endpoints', where, (endpoint) => endpointWorkload(endpoint, made, where), Object.values(made));
  }
  yield* each(facts, 'clusters', where, clusterWorkload);
  if (domains === undefined) return;
  yield* each(facts, 'domains', where, domainWorkload);
  yield* each(facts, 'userProfiles', where, (profile) => userProfileWorkload(profile, domains, where), [domains]);
}

function* jobsOf(facts: Partial<WorkloadFacts>, where: Where): Generator<Workload, void> {
  const { models } = facts;
  yield* each(facts, 'trainingJobs', where, trainingJobWorkload);
  yield* each(facts, 'processingJobs', where, processingJobWorkload);
  if (models !== undefined) yield* each(facts, 'transformJobs', where, (job) => transformJobWorkload(job, models, where), [models]);
  yield* each(facts, 'hyperParameterTuningJobs', where, tuningJobWorkload);
  yield* each(facts, 'autoMLJobs', where, autoMLJobWorkload);
  yield* each(facts, 'compilationJobs', where, compilationJobWorkload);
  yield* each(facts, 'optimizationJobs', where, optimizationJobWorkload);
  yield* each(facts, 'inferenceRecommendationsJobs', where, inferenceRecommendationsJobWorkload);
  yield* each(facts, 'aiBenchmarkJobs', where, aiBenchmarkJobWorkload);
  yield* each(facts, 'jobs', where, jobWorkload);
  yield* each(facts, 'labelingJobs', where, labelingJobWorkload);
}

function* monitoringOf(facts: Partial<WorkloadFacts>, where: Where): Generator<Workload, void> {
  const {
    dataQualityJobDefinitions: DataQuality,
    modelBiasJobDefinitions: ModelBias,
    modelExplainabilityJobDefinitions: ModelExplainability,
    modelQualityJobDefinitions: ModelQuality,
  } = facts;
  yield* each(facts, 'dataQualityJobDefinitions', where, (definition) => monitoringDefinitionWorkload('DataQuality', definition, where));
  yield* each(facts, 'modelBiasJobDefinitions', where, (definition) => monitoringDefinitionWorkload('ModelBias', definition, where));
  yield* each(facts, 'modelExplainabilityJobDefinitions', where, (definition) => monitoringDefinitionWorkload('ModelExplainability', definition, where));
  yield* each(facts, 'modelQualityJobDefinitions', where, (definition) => monitoringDefinitionWorkload('ModelQuality', definition, where));
  if (DataQuality === undefined || ModelBias === undefined || ModelExplainability === undefined || ModelQuality === undefined) return;
  const definitions = { DataQuality, ModelBias, ModelExplainability, ModelQuality };
  const others = Object.values(definitions);
  yield* each(facts, 'monitoringSchedules', where, (schedule) => monitoringScheduleWorkload(schedule, definitions, where), others);
}

/** Views of more rows than this are made anew each time: they take as much memory as the rows. */
const mostKept = 1_000;

const kept: { [K in WorkloadSection]?: Remembered<readonly Workload[]> } = {};
const absent = {};

/**
 * The view of each row of a section. Nearly every check walks the same sections: short ones are looked at once.
 *
 * @param others the further sections that the view reads
 */
function each<K extends WorkloadSection>(
  facts: Partial<WorkloadFacts>,
  section: K,
  where: Where,
  view: (row: SectionItem<K>, where: Where) => Workload,
  others: readonly (object | undefined)[] = [],
): Iterable<Workload> {
  const fact = facts[section] as Fact<Iterable<SectionItem<K>>> | undefined;
  if (fact === undefined) return [];
  const rows = rowsToName(fact);
  if (!Array.isArray(rows) || rows.length > mostKept) return viewed(rows, view, where);
  const views = (kept[section] ??= new Remembered());
  return views.of([fact, where, ...others.map((other) => other ?? absent)], () => [...viewed(rows, view, where)]);
}

function* viewed<T>(rows: Iterable<T>, view: (row: T, where: Where) => Workload, where: Where): Generator<Workload, void> {
  for (const row of rows) yield view(row, where);
}
