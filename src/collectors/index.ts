import type { AnyCollector } from './collector.ts';
import accountAuthorization from './account-authorization.ts';
import aiBenchmarkJobs from './ai-benchmark-jobs.ts';
import autoMLJobs from './auto-ml-jobs.ts';
import appImageConfigs from './app-image-configs.ts';
import apps from './apps.ts';
import blockPublicAccessExclusions from './block-public-access-exclusions.ts';
import blockPublicAccessOptions from './block-public-access-options.ts';
import callerIdentity from './caller-identity.ts';
import carrierGateways from './carrier-gateways.ts';
import classicLoadBalancers from './classic-load-balancers.ts';
import compilationJobs from './compilation-jobs.ts';
import dataQualityJobDefinitions from './data-quality-job-definitions.ts';
import clusters from './clusters.ts';
import codeRepositories from './code-repositories.ts';
import dhcpOptions from './dhcp-options.ts';
import dnsFirewallAssociations from './dns-firewall-associations.ts';
import dnsFirewallConfigs from './dns-firewall-configs.ts';
import dnsFirewallDomainLists from './dns-firewall-domain-lists.ts';
import dnsFirewallRuleGroups from './dns-firewall-rule-groups.ts';
import domains from './domains.ts';
import egressOnlyInternetGateways from './egress-only-internet-gateways.ts';
import enabledRegions from './enabled-regions.ts';
import endpointConfigs from './endpoint-configs.ts';
import endpoints from './endpoints.ts';
import featureGroups from './feature-groups.ts';
import flowDefinitions from './flow-definitions.ts';
import flowLogs from './flow-logs.ts';
import hyperParameterTuningJobs from './hyper-parameter-tuning-jobs.ts';
import inferenceComponents from './inference-components.ts';
import inferenceRecommendationsJobs from './inference-recommendations-jobs.ts';
import inferenceExperiments from './inference-experiments.ts';
import internetGateways from './internet-gateways.ts';
import jobs from './jobs.ts';
import labelingJobs from './labeling-jobs.ts';
import loadBalancerListeners from './load-balancer-listeners.ts';
import loadBalancers from './load-balancers.ts';
import mlflowApps from './mlflow-apps.ts';
import mlflowTrackingServers from './mlflow-tracking-servers.ts';
import modelBiasJobDefinitions from './model-bias-job-definitions.ts';
import modelExplainabilityJobDefinitions from './model-explainability-job-definitions.ts';
import modelQualityJobDefinitions from './model-quality-job-definitions.ts';
import models from './models.ts';
import monitoringSchedules from './monitoring-schedules.ts';
import natGateways from './nat-gateways.ts';
import networkAcls from './network-acls.ts';
import networkFirewallPolicies from './network-firewall-policies.ts';
import networkFirewallRuleGroups from './network-firewall-rule-groups.ts';
import networkFirewalls from './network-firewalls.ts';
import networkInterfaces from './network-interfaces.ts';
import notebookInstances from './notebook-instances.ts';
import notebookLifecycleConfigs from './notebook-lifecycle-configs.ts';
import optimizationJobs from './optimization-jobs.ts';
import organization from './organization.ts';
import organizationRoots from './organization-roots.ts';
import organizationTargets from './organization-targets.ts';
import organizationPolicies from './organization-policies.ts';
import buckets from './buckets.ts';
import workloadBuckets from './workload-buckets.ts';
import bucketPolicies from './bucket-policies.ts';
import mountTargets from './mount-targets.ts';
import accessPoints from './access-points.ts';
import fileSystemPolicies from './file-system-policies.ts';
import functions from './functions.ts';
import functionPolicies from './function-policies.ts';
import restApis from './rest-apis.ts';
import httpApis from './http-apis.ts';
import apiDomainNames from './api-domain-names.ts';
import httpIntegrations from './http-integrations.ts';
import restStages from './rest-stages.ts';
import partnerApps from './partner-apps.ts';
import pipelines from './pipelines.ts';
import prefixLists from './prefix-lists.ts';
import privateHostedZones from './private-hosted-zones.ts';
import processingJobs from './processing-jobs.ts';
import resolverRuleAssociations from './resolver-rule-associations.ts';
import resolverRules from './resolver-rules.ts';
import routeTables from './route-tables.ts';
import securityGroupVpcAssociations from './security-group-vpc-associations.ts';
import securityGroups from './security-groups.ts';
import spaces from './spaces.ts';
import studioLifecycleConfigs from './studio-lifecycle-configs.ts';
import subnets from './subnets.ts';
import targetGroups from './target-groups.ts';
import trainingJobs from './training-jobs.ts';
import transformJobs from './transform-jobs.ts';
import transitGatewayAttachments from './transit-gateway-attachments.ts';
import transitGatewayPeeringAttachments from './transit-gateway-peering-attachments.ts';
import transitGatewayRouteTables from './transit-gateway-route-tables.ts';
import transitGatewayVpcAttachments from './transit-gateway-vpc-attachments.ts';
import transitGateways from './transit-gateways.ts';
import userProfiles from './user-profiles.ts';
import vpcDnsAttributes from './vpc-dns-attributes.ts';
import vpcEndpoints from './vpc-endpoints.ts';
import vpcPeeringConnections from './vpc-peering-connections.ts';
import vpcs from './vpcs.ts';
import workforces from './workforces.ts';
import workteams from './workteams.ts';

/** Every collector. None loads the AWS SDK before it collects. */
export const collectors: readonly AnyCollector[] = [
  callerIdentity,
  enabledRegions,
  notebookInstances,
  trainingJobs,
  models,
  endpointConfigs,
  endpoints,
  processingJobs,
  transformJobs,
  hyperParameterTuningJobs,
  autoMLJobs,
  dataQualityJobDefinitions,
  modelBiasJobDefinitions,
  modelExplainabilityJobDefinitions,
  modelQualityJobDefinitions,
  monitoringSchedules,
  compilationJobs,
  optimizationJobs,
  inferenceRecommendationsJobs,
  aiBenchmarkJobs,
  jobs,
  labelingJobs,
  inferenceComponents,
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
  studioLifecycleConfigs,
  codeRepositories,
  appImageConfigs,
  pipelines,
  featureGroups,
  inferenceExperiments,
  clusters,
  workforces,
  apps,
  workteams,
  flowDefinitions,
  mlflowTrackingServers,
  mlflowApps,
  partnerApps,
  vpcDnsAttributes,
  networkAcls,
  internetGateways,
  egressOnlyInternetGateways,
  natGateways,
  networkInterfaces,
  flowLogs,
  vpcPeeringConnections,
  transitGateways,
  transitGatewayAttachments,
  transitGatewayVpcAttachments,
  transitGatewayPeeringAttachments,
  transitGatewayRouteTables,
  carrierGateways,
  blockPublicAccessOptions,
  blockPublicAccessExclusions,
  dhcpOptions,
  securityGroupVpcAssociations,
  networkFirewalls,
  networkFirewallPolicies,
  networkFirewallRuleGroups,
  dnsFirewallAssociations,
  dnsFirewallRuleGroups,
  dnsFirewallDomainLists,
  dnsFirewallConfigs,
  resolverRules,
  resolverRuleAssociations,
  privateHostedZones,
  loadBalancers,
  loadBalancerListeners,
  targetGroups,
  classicLoadBalancers,
  accountAuthorization,
  organization,
  organizationRoots,
  organizationTargets,
  organizationPolicies,
  buckets,
  workloadBuckets,
  bucketPolicies,
  mountTargets,
  accessPoints,
  fileSystemPolicies,
  functions,
  functionPolicies,
  restApis,
  httpApis,
  httpIntegrations,
  restStages,
  apiDomainNames,
];
