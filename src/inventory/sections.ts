import type { Described } from './described.ts';
import type { AuthorizationDetail } from './sections/account-authorization.ts';
import type { AIBenchmarkJob } from './sections/ai-benchmark-jobs.ts';
import type { AutoMLJob } from './sections/auto-ml-jobs.ts';
import type { AppImageConfig } from './sections/app-image-configs.ts';
import type { App } from './sections/apps.ts';
import type { BlockPublicAccessExclusion } from './sections/block-public-access-exclusions.ts';
import type { BlockPublicAccessOptions } from './sections/block-public-access-options.ts';
import type { CallerIdentity } from './sections/caller-identity.ts';
import type { CarrierGateway } from './sections/carrier-gateways.ts';
import type { ClassicLoadBalancer } from './sections/classic-load-balancers.ts';
import type { CompilationJob } from './sections/compilation-jobs.ts';
import type { DataQualityJobDefinition } from './sections/data-quality-job-definitions.ts';
import type { Cluster } from './sections/clusters.ts';
import type { CodeRepository } from './sections/code-repositories.ts';
import type { DhcpOptions } from './sections/dhcp-options.ts';
import type { DnsFirewallAssociation } from './sections/dns-firewall-associations.ts';
import type { DnsFirewallConfig } from './sections/dns-firewall-configs.ts';
import type { DnsFirewallDomainList } from './sections/dns-firewall-domain-lists.ts';
import type { DnsFirewallRuleGroup } from './sections/dns-firewall-rule-groups.ts';
import type { Domain } from './sections/domains.ts';
import type { EgressOnlyInternetGateway } from './sections/egress-only-internet-gateways.ts';
import type { EnabledRegion } from './sections/enabled-regions.ts';
import type { EndpointConfig } from './sections/endpoint-configs.ts';
import type { Endpoint } from './sections/endpoints.ts';
import type { FeatureGroup } from './sections/feature-groups.ts';
import type { FlowDefinition } from './sections/flow-definitions.ts';
import type { FlowLog } from './sections/flow-logs.ts';
import type { HyperParameterTuningJob } from './sections/hyper-parameter-tuning-jobs.ts';
import type { InferenceComponent } from './sections/inference-components.ts';
import type { InferenceRecommendationsJob } from './sections/inference-recommendations-jobs.ts';
import type { InferenceExperiment } from './sections/inference-experiments.ts';
import type { InternetGateway } from './sections/internet-gateways.ts';
import type { Job } from './sections/jobs.ts';
import type { LabelingJob } from './sections/labeling-jobs.ts';
import type { LoadBalancerListeners } from './sections/load-balancer-listeners.ts';
import type { LoadBalancer } from './sections/load-balancers.ts';
import type { MlflowApp } from './sections/mlflow-apps.ts';
import type { MlflowTrackingServer } from './sections/mlflow-tracking-servers.ts';
import type { ModelBiasJobDefinition } from './sections/model-bias-job-definitions.ts';
import type { ModelExplainabilityJobDefinition } from './sections/model-explainability-job-definitions.ts';
import type { ModelQualityJobDefinition } from './sections/model-quality-job-definitions.ts';
import type { Model } from './sections/models.ts';
import type { MonitoringSchedule } from './sections/monitoring-schedules.ts';
import type { NatGateway } from './sections/nat-gateways.ts';
import type { NetworkAcl } from './sections/network-acls.ts';
import type { NetworkFirewallPolicy } from './sections/network-firewall-policies.ts';
import type { NetworkFirewallRuleGroup } from './sections/network-firewall-rule-groups.ts';
import type { NetworkFirewall } from './sections/network-firewalls.ts';
import type { NetworkInterface } from './sections/network-interfaces.ts';
import type { NotebookInstance } from './sections/notebook-instances.ts';
import type { NotebookLifecycleConfig } from './sections/notebook-lifecycle-configs.ts';
import type { OptimizationJob } from './sections/optimization-jobs.ts';
import type { Organization } from './sections/organization.ts';
import type { OrganizationRoot } from './sections/organization-roots.ts';
import type { OrganizationTarget } from './sections/organization-targets.ts';
import type { OrganizationPolicy } from './sections/organization-policies.ts';
import type { Bucket } from './sections/buckets.ts';
import type { WorkloadBucket } from './sections/workload-buckets.ts';
import type { BucketPolicy } from './sections/bucket-policies.ts';
import type { MountTarget } from './sections/mount-targets.ts';
import type { AccessPoint } from './sections/access-points.ts';
import type { FileSystemPolicy } from './sections/file-system-policies.ts';
import type { LambdaFunction } from './sections/functions.ts';
import type { FunctionPolicy } from './sections/function-policies.ts';
import type { RestApi } from './sections/rest-apis.ts';
import type { HttpApi } from './sections/http-apis.ts';
import type { ApiDomainName } from './sections/api-domain-names.ts';
import type { RestStages } from './sections/rest-stages.ts';
import type { HttpIntegrations } from './sections/http-integrations.ts';
import type { PartnerApp } from './sections/partner-apps.ts';
import type { Pipeline } from './sections/pipelines.ts';
import type { PrefixList } from './sections/prefix-lists.ts';
import type { PrivateHostedZone } from './sections/private-hosted-zones.ts';
import type { ProcessingJob } from './sections/processing-jobs.ts';
import type { ResolverRuleAssociation } from './sections/resolver-rule-associations.ts';
import type { ResolverRule } from './sections/resolver-rules.ts';
import type { RouteTable } from './sections/route-tables.ts';
import type { SecurityGroupVpcAssociation } from './sections/security-group-vpc-associations.ts';
import type { SecurityGroup } from './sections/security-groups.ts';
import type { Space } from './sections/spaces.ts';
import type { StudioLifecycleConfig } from './sections/studio-lifecycle-configs.ts';
import type { Subnet } from './sections/subnets.ts';
import type { TargetGroup } from './sections/target-groups.ts';
import type { TrainingJob } from './sections/training-jobs.ts';
import type { TransformJob } from './sections/transform-jobs.ts';
import type { TransitGatewayAttachment } from './sections/transit-gateway-attachments.ts';
import type { TransitGatewayPeeringAttachment } from './sections/transit-gateway-peering-attachments.ts';
import type { TransitGatewayRouteTable } from './sections/transit-gateway-route-tables.ts';
import type { TransitGatewayVpcAttachment } from './sections/transit-gateway-vpc-attachments.ts';
import type { TransitGateway } from './sections/transit-gateways.ts';
import type { UserProfile } from './sections/user-profiles.ts';
import type { VpcDnsAttributes } from './sections/vpc-dns-attributes.ts';
import type { VpcEndpoint } from './sections/vpc-endpoints.ts';
import type { VpcPeeringConnection } from './sections/vpc-peering-connections.ts';
import type { Vpc } from './sections/vpcs.ts';
import type { Workforce } from './sections/workforces.ts';
import type { Workteam } from './sections/workteams.ts';

/**
 * What an inventory holds per account and Region, one section per collector.
 *
 * Job history is only an Iterable: it may be larger than memory, and can be walked again and again.
 */
export interface Sections {
  readonly callerIdentity: readonly CallerIdentity[];
  readonly enabledRegions: readonly EnabledRegion[];
  readonly notebookInstances: readonly NotebookInstance[];
  readonly trainingJobs: Iterable<TrainingJob>;
  readonly models: readonly Model[];
  readonly endpointConfigs: readonly EndpointConfig[];
  readonly endpoints: readonly Endpoint[];
  readonly processingJobs: Iterable<ProcessingJob>;
  readonly transformJobs: Iterable<TransformJob>;
  readonly hyperParameterTuningJobs: Iterable<HyperParameterTuningJob>;
  readonly autoMLJobs: Iterable<AutoMLJob>;
  readonly dataQualityJobDefinitions: readonly DataQualityJobDefinition[];
  readonly modelBiasJobDefinitions: readonly ModelBiasJobDefinition[];
  readonly modelExplainabilityJobDefinitions: readonly ModelExplainabilityJobDefinition[];
  readonly modelQualityJobDefinitions: readonly ModelQualityJobDefinition[];
  readonly monitoringSchedules: readonly MonitoringSchedule[];
  readonly compilationJobs: Iterable<CompilationJob>;
  readonly optimizationJobs: Iterable<OptimizationJob>;
  readonly inferenceRecommendationsJobs: Iterable<InferenceRecommendationsJob>;
  readonly aiBenchmarkJobs: Iterable<AIBenchmarkJob>;
  readonly jobs: Iterable<Job>;
  readonly labelingJobs: Iterable<LabelingJob>;
  readonly inferenceComponents: readonly InferenceComponent[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly securityGroups: readonly SecurityGroup[];
  /** Only those that security groups and route tables name. */
  readonly prefixLists: readonly PrefixList[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly domains: readonly Domain[];
  readonly userProfiles: readonly UserProfile[];
  readonly spaces: readonly Space[];
  readonly notebookLifecycleConfigs: readonly NotebookLifecycleConfig[];
  readonly studioLifecycleConfigs: readonly StudioLifecycleConfig[];
  readonly codeRepositories: readonly CodeRepository[];
  readonly appImageConfigs: readonly AppImageConfig[];
  readonly pipelines: readonly Pipeline[];
  readonly featureGroups: readonly FeatureGroup[];
  readonly inferenceExperiments: readonly InferenceExperiment[];
  readonly clusters: readonly Cluster[];
  readonly workforces: readonly Workforce[];
  /** Read only where there is a domain. */
  readonly apps: readonly App[];
  /** Read only where there is a workforce. */
  readonly workteams: readonly Workteam[];
  readonly flowDefinitions: readonly FlowDefinition[];
  readonly mlflowTrackingServers: readonly MlflowTrackingServer[];
  readonly mlflowApps: readonly MlflowApp[];
  readonly partnerApps: readonly PartnerApp[];
  readonly vpcDnsAttributes: readonly VpcDnsAttributes[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly internetGateways: readonly InternetGateway[];
  readonly egressOnlyInternetGateways: readonly EgressOnlyInternetGateway[];
  readonly natGateways: readonly NatGateway[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly flowLogs: readonly FlowLog[];
  /** From here on, to the classic load balancers: read only where something in the Region leads to one; otherwise empty, without a call. */
  readonly vpcPeeringConnections: readonly VpcPeeringConnection[];
  readonly transitGateways: readonly TransitGateway[];
  readonly transitGatewayAttachments: readonly TransitGatewayAttachment[];
  readonly transitGatewayVpcAttachments: readonly TransitGatewayVpcAttachment[];
  readonly transitGatewayPeeringAttachments: readonly TransitGatewayPeeringAttachment[];
  readonly transitGatewayRouteTables: readonly TransitGatewayRouteTable[];
  readonly carrierGateways: readonly CarrierGateway[];
  readonly blockPublicAccessOptions: readonly BlockPublicAccessOptions[];
  readonly blockPublicAccessExclusions: readonly BlockPublicAccessExclusion[];
  readonly dhcpOptions: readonly DhcpOptions[];
  readonly securityGroupVpcAssociations: readonly SecurityGroupVpcAssociation[];
  readonly networkFirewalls: readonly NetworkFirewall[];
  readonly networkFirewallPolicies: readonly NetworkFirewallPolicy[];
  readonly networkFirewallRuleGroups: readonly NetworkFirewallRuleGroup[];
  readonly dnsFirewallAssociations: readonly DnsFirewallAssociation[];
  readonly dnsFirewallRuleGroups: readonly DnsFirewallRuleGroup[];
  readonly dnsFirewallDomainLists: readonly DnsFirewallDomainList[];
  readonly dnsFirewallConfigs: readonly DnsFirewallConfig[];
  readonly resolverRules: readonly ResolverRule[];
  readonly resolverRuleAssociations: readonly ResolverRuleAssociation[];
  readonly privateHostedZones: readonly PrivateHostedZone[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly loadBalancerListeners: readonly LoadBalancerListeners[];
  readonly targetGroups: readonly TargetGroup[];
  readonly classicLoadBalancers: readonly ClassicLoadBalancer[];
  readonly accountAuthorization: readonly AuthorizationDetail[];
  readonly organization: readonly Organization[];
  readonly organizationRoots: readonly OrganizationRoot[];
  readonly organizationTargets: readonly OrganizationTarget[];
  readonly organizationPolicies: readonly OrganizationPolicy[];
  readonly buckets: readonly Bucket[];
  readonly workloadBuckets: readonly WorkloadBucket[];
  readonly bucketPolicies: readonly BucketPolicy[];
  readonly mountTargets: readonly MountTarget[];
  readonly accessPoints: readonly AccessPoint[];
  readonly fileSystemPolicies: readonly FileSystemPolicy[];
  readonly functions: readonly LambdaFunction[];
  readonly functionPolicies: readonly FunctionPolicy[];
  readonly restApis: readonly RestApi[];
  readonly httpApis: readonly HttpApi[];
  readonly httpIntegrations: readonly HttpIntegrations[];
  readonly restStages: readonly RestStages[];
  readonly apiDomainNames: readonly ApiDomainName[];
}

export type SectionName = keyof Sections;

/** One row of a section. */
export type SectionItem<K extends SectionName> = Sections[K] extends Iterable<infer Item> ? Item : never;

export interface SectionInfo {
  /** `account`: read once per account, and kept under the Region `aws-global`. */
  readonly scope: 'region' | 'account';
  /** The call that names the section's resources; without it there is no section. */
  readonly operation: string;
  /** Does a row hold a summary and a described detail? */
  readonly described: boolean;
}

type InfoOf<K extends SectionName> = SectionInfo & {
  readonly described: SectionItem<K> extends Described<unknown, unknown> ? true : false;
};

/** Every section, what reads it, and where it belongs; the compiler compares `described` with the section's own type. */
export const sectionCatalogue: { readonly [K in SectionName]: InfoOf<K> } = {
  callerIdentity: { scope: 'account', operation: 'sts:GetCallerIdentity', described: false },
  enabledRegions: { scope: 'account', operation: 'ec2:DescribeRegions', described: false },
  notebookInstances: { scope: 'region', operation: 'sagemaker:ListNotebookInstances', described: true },
  trainingJobs: { scope: 'region', operation: 'sagemaker:ListTrainingJobs', described: true },
  models: { scope: 'region', operation: 'sagemaker:ListModels', described: true },
  endpointConfigs: { scope: 'region', operation: 'sagemaker:ListEndpointConfigs', described: true },
  endpoints: { scope: 'region', operation: 'sagemaker:ListEndpoints', described: true },
  processingJobs: { scope: 'region', operation: 'sagemaker:ListProcessingJobs', described: true },
  transformJobs: { scope: 'region', operation: 'sagemaker:ListTransformJobs', described: true },
  hyperParameterTuningJobs: { scope: 'region', operation: 'sagemaker:ListHyperParameterTuningJobs', described: true },
  autoMLJobs: { scope: 'region', operation: 'sagemaker:ListAutoMLJobs', described: true },
  dataQualityJobDefinitions: { scope: 'region', operation: 'sagemaker:ListDataQualityJobDefinitions', described: true },
  modelBiasJobDefinitions: { scope: 'region', operation: 'sagemaker:ListModelBiasJobDefinitions', described: true },
  modelExplainabilityJobDefinitions: { scope: 'region', operation: 'sagemaker:ListModelExplainabilityJobDefinitions', described: true },
  modelQualityJobDefinitions: { scope: 'region', operation: 'sagemaker:ListModelQualityJobDefinitions', described: true },
  monitoringSchedules: { scope: 'region', operation: 'sagemaker:ListMonitoringSchedules', described: true },
  compilationJobs: { scope: 'region', operation: 'sagemaker:ListCompilationJobs', described: true },
  optimizationJobs: { scope: 'region', operation: 'sagemaker:ListOptimizationJobs', described: true },
  inferenceRecommendationsJobs: { scope: 'region', operation: 'sagemaker:ListInferenceRecommendationsJobs', described: true },
  aiBenchmarkJobs: { scope: 'region', operation: 'sagemaker:ListAIBenchmarkJobs', described: true },
  jobs: { scope: 'region', operation: 'sagemaker:ListJobs', described: true },
  labelingJobs: { scope: 'region', operation: 'sagemaker:ListLabelingJobs', described: true },
  inferenceComponents: { scope: 'region', operation: 'sagemaker:ListInferenceComponents', described: true },
  vpcs: { scope: 'region', operation: 'ec2:DescribeVpcs', described: false },
  subnets: { scope: 'region', operation: 'ec2:DescribeSubnets', described: false },
  routeTables: { scope: 'region', operation: 'ec2:DescribeRouteTables', described: false },
  securityGroups: { scope: 'region', operation: 'ec2:DescribeSecurityGroups', described: false },
  prefixLists: { scope: 'region', operation: 'ec2:DescribeManagedPrefixLists', described: true },
  vpcEndpoints: { scope: 'region', operation: 'ec2:DescribeVpcEndpoints', described: false },
  domains: { scope: 'region', operation: 'sagemaker:ListDomains', described: true },
  userProfiles: { scope: 'region', operation: 'sagemaker:ListUserProfiles', described: true },
  spaces: { scope: 'region', operation: 'sagemaker:ListSpaces', described: true },
  notebookLifecycleConfigs: { scope: 'region', operation: 'sagemaker:ListNotebookInstanceLifecycleConfigs', described: true },
  studioLifecycleConfigs: { scope: 'region', operation: 'sagemaker:ListStudioLifecycleConfigs', described: true },
  codeRepositories: { scope: 'region', operation: 'sagemaker:ListCodeRepositories', described: false },
  appImageConfigs: { scope: 'region', operation: 'sagemaker:ListAppImageConfigs', described: false },
  pipelines: { scope: 'region', operation: 'sagemaker:ListPipelines', described: true },
  featureGroups: { scope: 'region', operation: 'sagemaker:ListFeatureGroups', described: true },
  inferenceExperiments: { scope: 'region', operation: 'sagemaker:ListInferenceExperiments', described: true },
  clusters: { scope: 'region', operation: 'sagemaker:ListClusters', described: true },
  workforces: { scope: 'region', operation: 'sagemaker:ListWorkforces', described: false },
  apps: { scope: 'region', operation: 'sagemaker:ListApps', described: false },
  workteams: { scope: 'region', operation: 'sagemaker:ListWorkteams', described: false },
  flowDefinitions: { scope: 'region', operation: 'sagemaker:ListFlowDefinitions', described: true },
  mlflowTrackingServers: { scope: 'region', operation: 'sagemaker:ListMlflowTrackingServers', described: true },
  mlflowApps: { scope: 'region', operation: 'sagemaker:ListMlflowApps', described: true },
  partnerApps: { scope: 'region', operation: 'sagemaker:ListPartnerApps', described: true },
  vpcDnsAttributes: { scope: 'region', operation: 'ec2:DescribeVpcAttribute', described: true },
  networkAcls: { scope: 'region', operation: 'ec2:DescribeNetworkAcls', described: false },
  internetGateways: { scope: 'region', operation: 'ec2:DescribeInternetGateways', described: false },
  egressOnlyInternetGateways: { scope: 'region', operation: 'ec2:DescribeEgressOnlyInternetGateways', described: false },
  natGateways: { scope: 'region', operation: 'ec2:DescribeNatGateways', described: false },
  networkInterfaces: { scope: 'region', operation: 'ec2:DescribeNetworkInterfaces', described: false },
  flowLogs: { scope: 'region', operation: 'ec2:DescribeFlowLogs', described: false },
  vpcPeeringConnections: { scope: 'region', operation: 'ec2:DescribeVpcPeeringConnections', described: false },
  transitGateways: { scope: 'region', operation: 'ec2:DescribeTransitGateways', described: false },
  transitGatewayAttachments: { scope: 'region', operation: 'ec2:DescribeTransitGatewayAttachments', described: false },
  transitGatewayVpcAttachments: { scope: 'region', operation: 'ec2:DescribeTransitGatewayVpcAttachments', described: false },
  transitGatewayPeeringAttachments: { scope: 'region', operation: 'ec2:DescribeTransitGatewayPeeringAttachments', described: false },
  transitGatewayRouteTables: { scope: 'region', operation: 'ec2:DescribeTransitGatewayRouteTables', described: true },
  carrierGateways: { scope: 'region', operation: 'ec2:DescribeCarrierGateways', described: false },
  blockPublicAccessOptions: { scope: 'region', operation: 'ec2:DescribeVpcBlockPublicAccessOptions', described: false },
  blockPublicAccessExclusions: { scope: 'region', operation: 'ec2:DescribeVpcBlockPublicAccessExclusions', described: false },
  dhcpOptions: { scope: 'region', operation: 'ec2:DescribeDhcpOptions', described: false },
  securityGroupVpcAssociations: { scope: 'region', operation: 'ec2:DescribeSecurityGroupVpcAssociations', described: false },
  networkFirewalls: { scope: 'region', operation: 'network-firewall:ListFirewalls', described: true },
  networkFirewallPolicies: { scope: 'region', operation: 'network-firewall:DescribeFirewallPolicy', described: true },
  networkFirewallRuleGroups: { scope: 'region', operation: 'network-firewall:DescribeRuleGroup', described: true },
  dnsFirewallAssociations: { scope: 'region', operation: 'route53resolver:ListFirewallRuleGroupAssociations', described: false },
  dnsFirewallRuleGroups: { scope: 'region', operation: 'route53resolver:ListFirewallRules', described: true },
  dnsFirewallDomainLists: { scope: 'region', operation: 'route53resolver:ListFirewallDomains', described: true },
  dnsFirewallConfigs: { scope: 'region', operation: 'route53resolver:ListFirewallConfigs', described: false },
  resolverRules: { scope: 'region', operation: 'route53resolver:ListResolverRules', described: false },
  resolverRuleAssociations: { scope: 'region', operation: 'route53resolver:ListResolverRuleAssociations', described: false },
  privateHostedZones: { scope: 'region', operation: 'route53:ListHostedZonesByVPC', described: true },
  loadBalancers: { scope: 'region', operation: 'elasticloadbalancing:DescribeLoadBalancers', described: false },
  loadBalancerListeners: { scope: 'region', operation: 'elasticloadbalancing:DescribeListeners', described: true },
  targetGroups: { scope: 'region', operation: 'elasticloadbalancing:DescribeTargetGroups', described: true },
  classicLoadBalancers: { scope: 'region', operation: 'elasticloadbalancing:DescribeLoadBalancers', described: false },
  accountAuthorization: { scope: 'account', operation: 'iam:GetAccountAuthorizationDetails', described: false },
  organization: { scope: 'account', operation: 'organizations:DescribeOrganization', described: false },
  organizationRoots: { scope: 'account', operation: 'organizations:ListRoots', described: false },
  organizationTargets: { scope: 'account', operation: 'organizations:ListParents', described: true },
  organizationPolicies: { scope: 'account', operation: 'organizations:DescribePolicy', described: true },
  buckets: { scope: 'account', operation: 's3:ListBuckets', described: false },
  workloadBuckets: { scope: 'region', operation: 's3:HeadBucket', described: true },
  bucketPolicies: { scope: 'region', operation: 's3:GetBucketPolicy', described: true },
  mountTargets: { scope: 'region', operation: 'elasticfilesystem:DescribeMountTargets', described: true },
  accessPoints: { scope: 'region', operation: 'elasticfilesystem:DescribeAccessPoints', described: false },
  fileSystemPolicies: { scope: 'region', operation: 'elasticfilesystem:DescribeFileSystemPolicy', described: true },
  functions: { scope: 'region', operation: 'lambda:ListFunctions', described: true },
  functionPolicies: { scope: 'region', operation: 'lambda:GetPolicy', described: true },
  restApis: { scope: 'region', operation: 'apigateway:GetRestApis', described: true },
  httpApis: { scope: 'region', operation: 'apigateway:GetApis', described: true },
  httpIntegrations: { scope: 'region', operation: 'apigateway:GetIntegrations', described: true },
  restStages: { scope: 'region', operation: 'apigateway:GetStages', described: true },
  apiDomainNames: { scope: 'region', operation: 'apigateway:GetDomainNames', described: true },
};

export const sectionNames = Object.keys(sectionCatalogue) as readonly SectionName[];

/** The Region under which account-wide sections are kept. */
export const globalRegion = 'aws-global';
