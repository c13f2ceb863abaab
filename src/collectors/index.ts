import type { AnyCollector } from './collector.ts';
import callerIdentity from './caller-identity.ts';
import endpointConfigs from './endpoint-configs.ts';
import endpoints from './endpoints.ts';
import models from './models.ts';
import notebookInstances from './notebook-instances.ts';
import prefixLists from './prefix-lists.ts';
import routeTables from './route-tables.ts';
import securityGroups from './security-groups.ts';
import subnets from './subnets.ts';
import trainingJobs from './training-jobs.ts';
import vpcEndpoints from './vpc-endpoints.ts';
import vpcs from './vpcs.ts';

/** Every collector. None loads the AWS SDK before it collects. */
export const collectors: readonly AnyCollector[] = [
  callerIdentity,
  notebookInstances,
  trainingJobs,
  models,
  endpointConfigs,
  endpoints,
  vpcs,
  subnets,
  routeTables,
  securityGroups,
  prefixLists,
  vpcEndpoints,
];
