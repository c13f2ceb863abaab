import type { AnyCollector } from './collector.ts';
import accountAuthorization from './account-authorization.ts';
import callerIdentity from './caller-identity.ts';
import domains from './domains.ts';
import egressOnlyInternetGateways from './egress-only-internet-gateways.ts';
import enabledRegions from './enabled-regions.ts';
import endpointConfigs from './endpoint-configs.ts';
import endpoints from './endpoints.ts';
import flowLogs from './flow-logs.ts';
import internetGateways from './internet-gateways.ts';
import models from './models.ts';
import natGateways from './nat-gateways.ts';
import networkAcls from './network-acls.ts';
import networkInterfaces from './network-interfaces.ts';
import notebookInstances from './notebook-instances.ts';
import notebookLifecycleConfigs from './notebook-lifecycle-configs.ts';
import prefixLists from './prefix-lists.ts';
import routeTables from './route-tables.ts';
import securityGroups from './security-groups.ts';
import spaces from './spaces.ts';
import subnets from './subnets.ts';
import trainingJobs from './training-jobs.ts';
import userProfiles from './user-profiles.ts';
import vpcDnsAttributes from './vpc-dns-attributes.ts';
import vpcEndpoints from './vpc-endpoints.ts';
import vpcs from './vpcs.ts';

/** Every collector. None loads the AWS SDK before it collects. */
export const collectors: readonly AnyCollector[] = [
  callerIdentity,
  enabledRegions,
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
  domains,
  userProfiles,
  spaces,
  notebookLifecycleConfigs,
  vpcDnsAttributes,
  networkAcls,
  internetGateways,
  egressOnlyInternetGateways,
  natGateways,
  networkInterfaces,
  flowLogs,
  accountAuthorization,
];
