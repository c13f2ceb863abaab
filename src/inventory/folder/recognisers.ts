import type { SectionItem, SectionName } from '../sections.ts';
import { accessPointShape } from '../sections/access-points.ts';
import { appImageConfigShape } from '../sections/app-image-configs.ts';
import { blockPublicAccessExclusionShape } from '../sections/block-public-access-exclusions.ts';
import { blockPublicAccessOptionsShape } from '../sections/block-public-access-options.ts';
import { bucketShape } from '../sections/buckets.ts';
import { carrierGatewayShape } from '../sections/carrier-gateways.ts';
import { classicLoadBalancerShape } from '../sections/classic-load-balancers.ts';
import { clusterShape, clusterSummaryShape } from '../sections/clusters.ts';
import { dhcpOptionsShape } from '../sections/dhcp-options.ts';
import { dnsFirewallAssociationShape } from '../sections/dns-firewall-associations.ts';
import { dnsFirewallConfigShape } from '../sections/dns-firewall-configs.ts';
import { domainShape, domainSummaryShape } from '../sections/domains.ts';
import { egressOnlyInternetGatewayShape } from '../sections/egress-only-internet-gateways.ts';
import { enabledRegionShape } from '../sections/enabled-regions.ts';
import { endpointConfigShape, endpointConfigSummaryShape } from '../sections/endpoint-configs.ts';
import { endpointShape, endpointSummaryShape } from '../sections/endpoints.ts';
import { featureGroupShape, featureGroupSummaryShape } from '../sections/feature-groups.ts';
import { functionShape } from '../sections/functions.ts';
import { flowLogShape } from '../sections/flow-logs.ts';
import { inferenceExperimentShape, inferenceExperimentSummaryShape } from '../sections/inference-experiments.ts';
import { internetGatewayShape } from '../sections/internet-gateways.ts';
import { loadBalancerShape } from '../sections/load-balancers.ts';
import { modelShape, modelSummaryShape } from '../sections/models.ts';
import { mountTargetShape } from '../sections/mount-targets.ts';
import { natGatewayShape } from '../sections/nat-gateways.ts';
import { networkAclShape } from '../sections/network-acls.ts';
import { networkFirewallSummaryShape } from '../sections/network-firewalls.ts';
import { networkInterfaces } from './interface-source.ts';
import { notebookInstanceShape, notebookInstanceSummaryShape } from '../sections/notebook-instances.ts';
import { notebookLifecycleConfigShape, notebookLifecycleConfigSummaryShape } from '../sections/notebook-lifecycle-configs.ts';
import { organizationShape } from '../sections/organization.ts';
import { organizationRootShape } from '../sections/organization-roots.ts';
import { pipelineShape, pipelineSummaryShape } from '../sections/pipelines.ts';
import { prefixListSummaryShape } from '../sections/prefix-lists.ts';
import { resolverRuleAssociationShape } from '../sections/resolver-rule-associations.ts';
import { resolverRuleShape } from '../sections/resolver-rules.ts';
import { routeTableShape } from '../sections/route-tables.ts';
import { securityGroupVpcAssociationShape } from '../sections/security-group-vpc-associations.ts';
import { securityGroupShape } from '../sections/security-groups.ts';
import { studioLifecycleConfigShape, studioLifecycleConfigSummaryShape } from '../sections/studio-lifecycle-configs.ts';
import { spaceShape, spaceSummaryShape } from '../sections/spaces.ts';
import { subnetShape } from '../sections/subnets.ts';
import { targetGroupShape } from '../sections/target-groups.ts';
import { trainingJobShape, trainingJobSummaryShape } from '../sections/training-jobs.ts';
import { transitGatewayAttachmentShape } from '../sections/transit-gateway-attachments.ts';
import { transitGatewayPeeringAttachmentShape } from '../sections/transit-gateway-peering-attachments.ts';
import { transitGatewayRouteTableShape } from '../sections/transit-gateway-route-tables.ts';
import { transitGatewayVpcAttachmentShape } from '../sections/transit-gateway-vpc-attachments.ts';
import { transitGatewayShape } from '../sections/transit-gateways.ts';
import { userProfileShape, userProfileSummaryShape } from '../sections/user-profiles.ts';
import { workforceShape } from '../sections/workforces.ts';
import { vpcEndpointShape } from '../sections/vpc-endpoints.ts';
import { vpcPeeringConnectionShape } from '../sections/vpc-peering-connections.ts';
import { vpcShape } from '../sections/vpcs.ts';
import { bareRepositories } from '../bare-repositories.ts';
import { experimentArn } from '../experiment-arn.ts';
import { pipelineSteps } from '../pipeline-step.ts';
import { studioArn } from '../studio-arn.ts';
import { authorization, identity } from './account-sources.ts';
import { bucketOwner, policyOfBucket } from './bucket-sources.ts';
import { appList } from './app-source.ts';
import * as explains from './explains.ts';
import { fileSystemPolicy, mountTargetGroupsOf } from './file-system-sources.ts';
import * as fronts from './front-sources.ts';
import { vpcsWithoutZones, zonesOfVpc } from './hosted-zone-sources.ts';
import { humanAndPartnerRecognisers } from './human-and-partner-recognisers.ts';
import { jobRecognisers } from './job-recognisers.ts';
import { scriptOf, scriptsOf } from './lifecycle-scripts.ts';
import { brokenChain, levelPolicies, ofOrganization, parentsOf, policyContent } from './organization-sources.ts';
import { codeRepositoryList } from './repository-source.ts';
import { sagemaker } from './sagemaker-section.ts';
import { described, rows, type SectionReader } from './section-reader.ts';
import { textOf } from './json-object.ts';
import { keep, listOf } from './source.ts';

/**
 * How each section is found in a folder of answers: a new section does not compile without its line.
 *
 * What is not described is a key, the section's own shape, and the members that tell one row from another.
 */
export const recognisers: { readonly [K in SectionName]: SectionReader<SectionItem<K>> } = {
  callerIdentity: rows(identity),
  enabledRegions: rows(listOf('Regions', enabledRegionShape, 'RegionName', 'OptInStatus')),
  notebookInstances: sagemaker({
    list: 'NotebookInstances',
    summary: notebookInstanceSummaryShape,
    by: ['NotebookInstanceName'],
    operation: 'sagemaker:DescribeNotebookInstance',
    arn: 'NotebookInstanceArn',
    shape: notebookInstanceShape,
    more: (answer) => keep(bareRepositories(answer), notebookInstanceShape),
  }),
  trainingJobs: sagemaker({
    list: 'TrainingJobSummaries',
    summary: trainingJobSummaryShape,
    by: ['TrainingJobName'],
    operation: 'sagemaker:DescribeTrainingJob',
    arn: 'TrainingJobArn',
    shape: trainingJobShape,
  }),
  models: sagemaker({
    list: 'Models',
    summary: modelSummaryShape,
    by: ['ModelName'],
    operation: 'sagemaker:DescribeModel',
    arn: 'ModelArn',
    shape: modelShape,
  }),
  endpointConfigs: sagemaker({
    list: 'EndpointConfigs',
    summary: endpointConfigSummaryShape,
    by: ['EndpointConfigName'],
    operation: 'sagemaker:DescribeEndpointConfig',
    arn: 'EndpointConfigArn',
    shape: endpointConfigShape,
  }),
  endpoints: sagemaker({
    list: 'Endpoints',
    summary: endpointSummaryShape,
    by: ['EndpointName'],
    operation: 'sagemaker:DescribeEndpoint',
    arn: 'EndpointArn',
    shape: endpointShape,
  }),
  ...jobRecognisers,
  vpcs: rows(listOf('Vpcs', vpcShape, 'VpcId')),
  subnets: rows(listOf('Subnets', subnetShape, 'SubnetId')),
  routeTables: rows(listOf('RouteTables', routeTableShape, 'RouteTableId')),
  securityGroups: rows(listOf('SecurityGroups', securityGroupShape, 'GroupId')),
  prefixLists: described([listOf('PrefixLists', prefixListSummaryShape, 'PrefixListId')], explains.prefixList),
  vpcEndpoints: rows(listOf('VpcEndpoints', vpcEndpointShape, 'VpcEndpointId')),
  domains: sagemaker({
    list: 'Domains',
    summary: domainSummaryShape,
    by: ['DomainId'],
    operation: 'sagemaker:DescribeDomain',
    arn: 'DomainArn',
    shape: domainShape,
    more: (answer) => keep(bareRepositories(answer), domainShape),
  }),
  userProfiles: sagemaker({
    list: 'UserProfiles',
    summary: userProfileSummaryShape,
    by: ['DomainId', 'UserProfileName'],
    operation: 'sagemaker:DescribeUserProfile',
    arn: 'UserProfileArn',
    shape: userProfileShape,
    more: (answer) => keep(bareRepositories(answer), userProfileShape),
    arnOf: (id, unit) => studioArn('user-profile', id.split('/')[0], id.split('/')[1], unit),
  }),
  spaces: sagemaker({
    list: 'Spaces',
    summary: spaceSummaryShape,
    by: ['DomainId', 'SpaceName'],
    operation: 'sagemaker:DescribeSpace',
    arn: 'SpaceArn',
    shape: spaceShape,
    more: (answer) => keep(bareRepositories(answer), spaceShape),
    arnOf: (id, unit) => studioArn('space', id.split('/')[0], id.split('/')[1], unit),
  }),
  notebookLifecycleConfigs: sagemaker({
    list: 'NotebookInstanceLifecycleConfigs',
    summary: notebookLifecycleConfigSummaryShape,
    by: ['NotebookInstanceLifecycleConfigName'],
    operation: 'sagemaker:DescribeNotebookInstanceLifecycleConfig',
    arn: 'NotebookInstanceLifecycleConfigArn',
    shape: notebookLifecycleConfigShape,
    more: scriptsOf,
  }),
  studioLifecycleConfigs: sagemaker({
    list: 'StudioLifecycleConfigs',
    summary: studioLifecycleConfigSummaryShape,
    by: ['StudioLifecycleConfigName'],
    operation: 'sagemaker:DescribeStudioLifecycleConfig',
    arn: 'StudioLifecycleConfigArn',
    shape: studioLifecycleConfigShape,
    more: scriptOf,
  }),
  codeRepositories: rows(codeRepositoryList),
  appImageConfigs: rows(listOf('AppImageConfigs', appImageConfigShape, 'AppImageConfigName')),
  pipelines: sagemaker({
    list: 'PipelineSummaries',
    summary: pipelineSummaryShape,
    by: ['PipelineName'],
    operation: 'sagemaker:DescribePipeline',
    arn: 'PipelineArn',
    shape: pipelineShape,
    more: (answer) => ({ Steps: pipelineSteps(textOf(answer, 'PipelineDefinition')) }),
  }),
  featureGroups: sagemaker({
    list: 'FeatureGroupSummaries',
    summary: featureGroupSummaryShape,
    by: ['FeatureGroupName'],
    operation: 'sagemaker:DescribeFeatureGroup',
    arn: 'FeatureGroupArn',
    shape: featureGroupShape,
  }),
  inferenceExperiments: sagemaker({
    list: 'InferenceExperiments',
    summary: inferenceExperimentSummaryShape,
    by: ['Name'],
    operation: 'sagemaker:DescribeInferenceExperiment',
    arn: 'Arn',
    arnPart: ':inference-experiment/',
    shape: inferenceExperimentShape,
    arnOf: experimentArn,
  }),
  clusters: sagemaker({
    list: 'ClusterSummaries',
    summary: clusterSummaryShape,
    by: ['ClusterName'],
    operation: 'sagemaker:DescribeCluster',
    arn: 'ClusterArn',
    shape: clusterShape,
  }),
  workforces: rows(listOf('Workforces', workforceShape, 'WorkforceName')),
  apps: rows(appList),
  ...humanAndPartnerRecognisers,
  vpcDnsAttributes: described([], explains.dnsAttributes),
  networkAcls: rows(listOf('NetworkAcls', networkAclShape, 'NetworkAclId')),
  internetGateways: rows(listOf('InternetGateways', internetGatewayShape, 'InternetGatewayId')),
  egressOnlyInternetGateways: rows(listOf('EgressOnlyInternetGateways', egressOnlyInternetGatewayShape, 'EgressOnlyInternetGatewayId')),
  natGateways: rows(listOf('NatGateways', natGatewayShape, 'NatGatewayId')),
  networkInterfaces: rows(networkInterfaces),
  flowLogs: rows(listOf('FlowLogs', flowLogShape, 'FlowLogId')),
  vpcPeeringConnections: rows(listOf('VpcPeeringConnections', vpcPeeringConnectionShape, 'VpcPeeringConnectionId')),
  transitGateways: rows(listOf('TransitGateways', transitGatewayShape, 'TransitGatewayId')),
  transitGatewayAttachments: rows(listOf('TransitGatewayAttachments', transitGatewayAttachmentShape, 'TransitGatewayAttachmentId')),
  transitGatewayVpcAttachments: rows(
    listOf('TransitGatewayVpcAttachments', transitGatewayVpcAttachmentShape, 'TransitGatewayAttachmentId'),
  ),
  transitGatewayPeeringAttachments: rows(
    listOf('TransitGatewayPeeringAttachments', transitGatewayPeeringAttachmentShape, 'TransitGatewayAttachmentId'),
  ),
  transitGatewayRouteTables: described(
    [listOf('TransitGatewayRouteTables', transitGatewayRouteTableShape, 'TransitGatewayRouteTableId')],
    explains.transitGatewayRoutes,
  ),
  carrierGateways: rows(listOf('CarrierGateways', carrierGatewayShape, 'CarrierGatewayId')),
  blockPublicAccessOptions: rows(listOf('VpcBlockPublicAccessOptions', blockPublicAccessOptionsShape, 'InternetGatewayBlockMode')),
  blockPublicAccessExclusions: rows(listOf('VpcBlockPublicAccessExclusions', blockPublicAccessExclusionShape, 'ExclusionId')),
  dhcpOptions: rows(listOf('DhcpOptions', dhcpOptionsShape, 'DhcpOptionsId')),
  securityGroupVpcAssociations: rows(listOf('SecurityGroupVpcAssociations', securityGroupVpcAssociationShape, 'GroupId', 'VpcId')),
  networkFirewalls: described([listOf('Firewalls', networkFirewallSummaryShape, 'FirewallArn')], explains.networkFirewall),
  networkFirewallPolicies: described([], explains.firewallPolicy),
  networkFirewallRuleGroups: described([], explains.firewallRuleGroup),
  dnsFirewallAssociations: rows(listOf('FirewallRuleGroupAssociations', dnsFirewallAssociationShape, 'Id')),
  dnsFirewallRuleGroups: described([], explains.dnsRules),
  dnsFirewallDomainLists: described([], explains.dnsDomains),
  dnsFirewallConfigs: rows(listOf('FirewallConfigs', dnsFirewallConfigShape, 'ResourceId')),
  resolverRules: rows(listOf('ResolverRules', resolverRuleShape, 'Id')),
  resolverRuleAssociations: rows(listOf('ResolverRuleAssociations', resolverRuleAssociationShape, 'Id')),
  privateHostedZones: described([zonesOfVpc], explains.hostedZone, vpcsWithoutZones),
  loadBalancers: rows(listOf('LoadBalancers', loadBalancerShape, 'LoadBalancerArn')),
  loadBalancerListeners: described([], explains.listeners),
  targetGroups: described([listOf('TargetGroups', targetGroupShape, 'TargetGroupArn')], explains.targets),
  classicLoadBalancers: rows(listOf('LoadBalancerDescriptions', classicLoadBalancerShape, 'LoadBalancerName')),
  accountAuthorization: rows(authorization),
  organization: rows(ofOrganization('Organization', organizationShape, 'Id')),
  organizationRoots: rows(ofOrganization('Roots', organizationRootShape, 'Id')),
  organizationTargets: described([parentsOf], levelPolicies, brokenChain),
  organizationPolicies: described([], policyContent),
  buckets: rows(listOf('Buckets', bucketShape, 'Name')),
  workloadBuckets: described([], bucketOwner),
  bucketPolicies: described([], policyOfBucket),
  mountTargets: described([listOf('MountTargets', mountTargetShape, 'MountTargetId')], mountTargetGroupsOf),
  accessPoints: rows(listOf('AccessPoints', accessPointShape, 'AccessPointId')),
  fileSystemPolicies: described([], fileSystemPolicy),
  functions: described([listOf('Functions', functionShape, 'FunctionName')], fronts.urlsOfFunction),
  functionPolicies: described([], fronts.policyOfFunction),
  restApis: described([fronts.restApiList], fronts.methodsOfRestApi),
  httpApis: described([fronts.httpApiList], fronts.routesOfHttpApi),
  httpIntegrations: described([], fronts.integrationsOfHttpApi),
  restStages: described([fronts.restStageList], fronts.deploymentsOfRestApi),
  apiDomainNames: described([fronts.domainNameList], fronts.mappingsOfDomainName),
};
