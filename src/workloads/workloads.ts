import type { Fact } from '../inventory/fact.ts';
import { Remembered } from '../inventory/remembered.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Sections } from '../inventory/sections.ts';
import { appWorkload, isThere } from './app-workload.ts';
import { autoMLJobWorkload } from './auto-ml-job-workload.ts';
import { clusterWorkload } from './cluster-workload.ts';
import { domainWorkload } from './domain-workload.ts';
import { endpointWorkload } from './endpoint-workload.ts';
import { inferenceComponentWorkload } from './inference-component-workload.ts';
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

/** The sections that name what has groups of its own: what a check over security groups needs. */
export const groupSections = [...placementSections, 'userProfiles'] as const;

/** The sections that the view reads to tell it. */
export const groupFacts = [...placementFacts, 'userProfiles'] as const;

/** The sections that name workloads: what a check over all workloads needs. A component is where its endpoint is, an app where its user is. */
export const workloadSections = [...groupSections, 'inferenceComponents', 'apps'] as const;

/** The sections that the view reads: what a check over all workloads consults. */
export const workloadFacts = [...groupFacts, 'apps', 'spaces'] as const;

export type WorkloadFacts = { readonly [K in (typeof workloadFacts)[number]]: Fact<Sections[K]> };
export type GroupFacts = { readonly [K in (typeof groupFacts)[number]]: Fact<Sections[K]> };
export type PlacementFacts = { readonly [K in (typeof placementFacts)[number]]: Fact<Sections[K]> };

/**
 * Everything that SageMaker runs in one account and Region, as far as it could be named; those too that only run within others, and add
 * neither a place nor a group to them.
 */
export function* everyWorkloadOf(facts: WorkloadFacts, where: Where): Generator<Workload, void> {
  yield* workloadsOf(facts, where);
  yield* each(facts.inferenceComponents, (component) => inferenceComponentWorkload(component, facts, where));
  for (const app of rowsToName(facts.apps)) if (isThere(app)) yield appWorkload(app, facts, where);
}

/**
 * What SageMaker runs in one account and Region, as far as it could be named, but for what only runs within others.
 *
 * @param facts the sections of the kinds wanted; endpoints need those of their configurations, components and models beside their own, transform
 *   jobs that of their models, schedules those of all definitions, user profiles that of their domains
 */
export function workloadsOf(facts: Partial<GroupFacts>, where: Where): Iterable<Workload> {
  const sections = groupFacts.map((section) => facts[section]);
  if (!areShort(sections)) return walked(facts, where);
  return kept.of([where, ...sections.map((fact) => fact ?? absent)], () => [...walked(facts, where)]);
}

const kept = new Remembered<readonly Workload[]>();
const absent = {};

/** Views of more rows than this are made anew each time: together they take more memory than the rows. */
const mostKept = 2_000;

/** Nearly every check walks all workloads: where there are few, they are looked at once. */
function areShort(sections: readonly (Fact<Iterable<object>> | undefined)[]): boolean {
  let rows = 0;
  for (const fact of sections) {
    const list = fact === undefined ? [] : rowsToName(fact);
    rows += Array.isArray(list) ? list.length : Infinity;
  }
  return rows <= mostKept;
}

function* walked(facts: Partial<GroupFacts>, where: Where): Generator<Workload, void> {
  yield* each(facts.notebookInstances, (notebook) => notebookWorkload(notebook, where));
  yield* jobsOf(facts, where);
  yield* monitoringOf(facts, where);
  yield* each(facts.models, (model) => modelWorkload(model, facts.endpointConfigs, where));
  const { endpoints, endpointConfigs, inferenceComponents, models, domains, userProfiles } = facts;
  if (endpointConfigs !== undefined && inferenceComponents !== undefined && models !== undefined) {
    yield* each(endpoints, (endpoint) => endpointWorkload(endpoint, { endpointConfigs, models, inferenceComponents }, where));
  }
  yield* each(facts.clusters, (cluster) => clusterWorkload(cluster, where));
  if (domains === undefined) return;
  yield* each(domains, (domain) => domainWorkload(domain, where));
  yield* each(userProfiles, (profile) => userProfileWorkload(profile, domains, where));
}

function* jobsOf(facts: Partial<GroupFacts>, where: Where): Generator<Workload, void> {
  const { models } = facts;
  yield* each(facts.trainingJobs, (job) => trainingJobWorkload(job, where));
  yield* each(facts.processingJobs, (job) => processingJobWorkload(job, where));
  if (models !== undefined) yield* each(facts.transformJobs, (job) => transformJobWorkload(job, models, where));
  yield* each(facts.hyperParameterTuningJobs, (job) => tuningJobWorkload(job, where));
  yield* each(facts.autoMLJobs, (job) => autoMLJobWorkload(job, where));
  yield* each(facts.compilationJobs, (job) => compilationJobWorkload(job, where));
  yield* each(facts.optimizationJobs, (job) => optimizationJobWorkload(job, where));
  yield* each(facts.inferenceRecommendationsJobs, (job) => inferenceRecommendationsJobWorkload(job, where));
  yield* each(facts.aiBenchmarkJobs, (job) => aiBenchmarkJobWorkload(job, where));
  yield* each(facts.jobs, (job) => jobWorkload(job, where));
  yield* each(facts.labelingJobs, (job) => labelingJobWorkload(job, where));
}

function* monitoringOf(facts: Partial<GroupFacts>, where: Where): Generator<Workload, void> {
  const {
    dataQualityJobDefinitions: DataQuality,
    modelBiasJobDefinitions: ModelBias,
    modelExplainabilityJobDefinitions: ModelExplainability,
    modelQualityJobDefinitions: ModelQuality,
  } = facts;
  yield* each(DataQuality, (definition) => monitoringDefinitionWorkload('DataQuality', definition, where));
  yield* each(ModelBias, (definition) => monitoringDefinitionWorkload('ModelBias', definition, where));
  yield* each(ModelExplainability, (definition) => monitoringDefinitionWorkload('ModelExplainability', definition, where));
  yield* each(ModelQuality, (definition) => monitoringDefinitionWorkload('ModelQuality', definition, where));
  if (DataQuality === undefined || ModelBias === undefined || ModelExplainability === undefined || ModelQuality === undefined) return;
  const definitions = { DataQuality, ModelBias, ModelExplainability, ModelQuality };
  yield* each(facts.monitoringSchedules, (schedule) => monitoringScheduleWorkload(schedule, definitions, where));
}

function* each<T>(section: Fact<Iterable<T>> | undefined, view: (row: T) => Workload): Generator<Workload, void> {
  if (section !== undefined) for (const row of rowsToName(section)) yield view(row);
}
