import type { Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Sections } from '../inventory/sections.ts';
import { clusterWorkload } from './cluster-workload.ts';
import { endpointWorkload } from './endpoint-workload.ts';
import { domainWorkload } from './domain-workload.ts';
import { modelWorkload } from './model-workload.ts';
import { notebookWorkload } from './notebook-workload.ts';
import { trainingJobWorkload } from './training-job-workload.ts';
import { userProfileWorkload } from './user-profile-workload.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** The sections that tell in which subnets workloads may run. A user profile is in those of its domain. */
export const placementSections = ['notebookInstances', 'trainingJobs', 'models', 'endpoints', 'domains', 'clusters'] as const;

/** The sections that the view reads to tell it: what a check over subnets or VPCs consults. */
export const placementFacts = [...placementSections, 'endpointConfigs'] as const;

/** The sections that name workloads: what a check over all workloads needs. */
export const workloadSections = [...placementSections, 'userProfiles'] as const;

/** The sections that the view reads: what a check over all workloads consults. */
export const workloadFacts = [...placementFacts, 'userProfiles'] as const;

export type WorkloadFacts = { readonly [K in (typeof workloadFacts)[number]]: Fact<Sections[K]> };
export type PlacementFacts = { readonly [K in (typeof placementFacts)[number]]: Fact<Sections[K]> };

/**
 * Everything that SageMaker runs in one account and Region, as far as it could be named.
 *
 * @param facts the sections of the kinds wanted; endpoints need those of their configurations and models beside their own, user profiles
 *   that of their domains
 */
export function* workloadsOf(facts: Partial<WorkloadFacts>, where: Where): Generator<Workload, void> {
  const { notebookInstances, trainingJobs, models, endpoints, endpointConfigs, domains, userProfiles, clusters } = facts;
  if (notebookInstances !== undefined) for (const notebook of rowsToName(notebookInstances)) yield notebookWorkload(notebook, where);
  if (trainingJobs !== undefined) for (const job of rowsToName(trainingJobs)) yield trainingJobWorkload(job, where);
  if (models !== undefined) for (const model of rowsToName(models)) yield modelWorkload(model, where);
  if (endpoints !== undefined && endpointConfigs !== undefined && models !== undefined) {
    for (const endpoint of rowsToName(endpoints)) yield endpointWorkload(endpoint, endpointConfigs, models, where);
  }
  if (clusters !== undefined) for (const cluster of rowsToName(clusters)) yield clusterWorkload(cluster, where);
  if (domains === undefined) return;
  for (const domain of rowsToName(domains)) yield domainWorkload(domain, where);
  if (userProfiles === undefined) return;
  for (const profile of rowsToName(userProfiles)) yield userProfileWorkload(profile, domains, where);
}
