import { readFileSync } from 'node:fs';
import type {
  CarrierGateway,
  DhcpOptions,
  EgressOnlyInternetGateway,
  FlowLog,
  InternetGateway,
  ManagedPrefixList,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  PrefixListEntry,
  RouteTable,
  SecurityGroup,
  SecurityGroupVpcAssociation,
  Subnet,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayPeeringAttachment,
  TransitGatewayRouteTable,
  TransitGatewayVpcAttachment,
  Vpc,
  VpcBlockPublicAccessExclusion,
  VpcEndpoint,
  VpcPeeringConnection,
} from '@aws-sdk/client-ec2';
import type { GroupDetail, ManagedPolicyDetail, RoleDetail, UserDetail } from '@aws-sdk/client-iam';
import type {
  DescribeAIBenchmarkJobResponse,
  DescribeAutoMLJobV2Response,
  DescribeCompilationJobResponse,
  DescribeDataQualityJobDefinitionResponse,
  DescribeAppImageConfigResponse,
  DescribeClusterResponse,
  DescribeDomainResponse,
  DescribeEndpointConfigOutput,
  DescribeEndpointOutput,
  DescribeHyperParameterTuningJobResponse,
  DescribeInferenceComponentOutput,
  DescribeInferenceRecommendationsJobResponse,
  DescribeJobResponse,
  DescribeLabelingJobResponse,
  DescribeModelBiasJobDefinitionResponse,
  DescribeModelExplainabilityJobDefinitionResponse,
  DescribeModelOutput,
  DescribeModelQualityJobDefinitionResponse,
  DescribeMonitoringScheduleResponse,
  DescribeNotebookInstanceLifecycleConfigOutput,
  DescribeNotebookInstanceOutput,
  DescribeOptimizationJobResponse,
  DescribeProcessingJobResponse,
  DescribeCodeRepositoryOutput,
  DescribeFeatureGroupResponse,
  DescribeInferenceExperimentResponse,
  DescribePipelineResponse,
  DescribeSpaceResponse,
  DescribeStudioLifecycleConfigResponse,
  DescribeTrainingJobResponse,
  DescribeTransformJobResponse,
  DescribeUserProfileResponse,
  Workforce,
} from '@aws-sdk/client-sagemaker';
import type { Stored } from '../../../src/inventory/stored.ts';
import type { BucketFixture } from './buckets.ts';
import type { FurtherParts, FurtherResourceTypes, HostedZoneFixture } from './further-resources.ts';
import type { OrganizationFixture } from './organization.ts';

/**
 * What a Region can hold: for each kind of resource the fullest answer that AWS gives about one of them, dates as ISO 8601 strings.
 * Lists are derived from these, so an account cannot contradict itself.
 */
export interface ResourceTypes {
  readonly NotebookInstances: Stored<DescribeNotebookInstanceOutput>;
  readonly TrainingJobs: Stored<DescribeTrainingJobResponse>;
  readonly Models: Stored<DescribeModelOutput>;
  readonly EndpointConfigs: Stored<DescribeEndpointConfigOutput>;
  readonly Endpoints: Stored<DescribeEndpointOutput>;
  readonly ProcessingJobs: Stored<DescribeProcessingJobResponse>;
  readonly TransformJobs: Stored<DescribeTransformJobResponse>;
  readonly HyperParameterTuningJobs: Stored<DescribeHyperParameterTuningJobResponse>;
  readonly AutoMLJobs: Stored<DescribeAutoMLJobV2Response>;
  readonly DataQualityJobDefinitions: Stored<DescribeDataQualityJobDefinitionResponse>;
  readonly ModelBiasJobDefinitions: Stored<DescribeModelBiasJobDefinitionResponse>;
  readonly ModelExplainabilityJobDefinitions: Stored<DescribeModelExplainabilityJobDefinitionResponse>;
  readonly ModelQualityJobDefinitions: Stored<DescribeModelQualityJobDefinitionResponse>;
  readonly MonitoringSchedules: Stored<DescribeMonitoringScheduleResponse>;
  readonly CompilationJobs: Stored<DescribeCompilationJobResponse>;
  readonly OptimizationJobs: Stored<DescribeOptimizationJobResponse>;
  readonly InferenceRecommendationsJobs: Stored<DescribeInferenceRecommendationsJobResponse>;
  readonly AIBenchmarkJobs: Stored<DescribeAIBenchmarkJobResponse>;
  readonly LabelingJobs: Stored<DescribeLabelingJobResponse>;
  readonly InferenceComponents: Stored<DescribeInferenceComponentOutput>;
  readonly Jobs: Stored<DescribeJobResponse>;
  readonly Domains: Stored<DescribeDomainResponse>;
  readonly UserProfiles: Stored<DescribeUserProfileResponse>;
  readonly Spaces: Stored<DescribeSpaceResponse>;
  readonly NotebookInstanceLifecycleConfigs: Stored<DescribeNotebookInstanceLifecycleConfigOutput>;
  readonly StudioLifecycleConfigs: Stored<DescribeStudioLifecycleConfigResponse>;
  readonly CodeRepositories: Stored<DescribeCodeRepositoryOutput>;
  readonly AppImageConfigs: Stored<DescribeAppImageConfigResponse>;
  readonly Pipelines: Stored<DescribePipelineResponse>;
  readonly FeatureGroups: Stored<DescribeFeatureGroupResponse>;
  readonly InferenceExperiments: Stored<DescribeInferenceExperimentResponse>;
  readonly Clusters: Stored<DescribeClusterResponse>;
  readonly Workforces: Stored<Workforce>;
  readonly Vpcs: Stored<Vpc>;
  readonly Subnets: Stored<Subnet>;
  readonly RouteTables: Stored<RouteTable>;
  readonly SecurityGroups: Stored<SecurityGroup>;
  readonly PrefixLists: Stored<ManagedPrefixList>;
  readonly NetworkAcls: Stored<NetworkAcl>;
  readonly InternetGateways: Stored<InternetGateway>;
  readonly EgressOnlyInternetGateways: Stored<EgressOnlyInternetGateway>;
  readonly NatGateways: Stored<NatGateway>;
  readonly NetworkInterfaces: Stored<NetworkInterface>;
  readonly FlowLogs: Stored<FlowLog>;
  readonly VpcPeeringConnections: Stored<VpcPeeringConnection>;
  readonly TransitGateways: Stored<TransitGateway>;
  readonly TransitGatewayAttachments: Stored<TransitGatewayAttachment>;
  readonly TransitGatewayVpcAttachments: Stored<TransitGatewayVpcAttachment>;
  readonly TransitGatewayPeeringAttachments: Stored<TransitGatewayPeeringAttachment>;
  readonly TransitGatewayRouteTables: Stored<TransitGatewayRouteTable>;
  readonly CarrierGateways: Stored<CarrierGateway>;
  readonly VpcBlockPublicAccessExclusions: Stored<VpcBlockPublicAccessExclusion>;
  readonly DhcpOptions: Stored<DhcpOptions>;
  readonly SecurityGroupVpcAssociations: Stored<SecurityGroupVpcAssociation>;
  /** AWS says `available` where the SDK's enum says `Available`. https://github.com/aws/aws-sdk/issues/360 */
  readonly VpcEndpoints: Omit<Stored<VpcEndpoint>, 'State'> & { readonly State?: string };
}

export type CollectionName = keyof ResourceTypes;

export type RegionFixture = { readonly [K in CollectionName]?: readonly ResourceTypes[K][] } & {
  readonly [K in keyof FurtherResourceTypes]?: readonly FurtherResourceTypes[K][];
} & FurtherParts & {
    /** What each prefix list of the Region holds, by its id; AWS tells it by a call of its own. */
    readonly PrefixListEntries?: { readonly [prefixListId: string]: readonly Stored<PrefixListEntry>[] };
    /** The DNS attributes of VPCs that are not as AWS makes them: support on, hostnames on in the default VPC only. */
    readonly VpcDnsAttributes?: { readonly [vpcId: string]: { readonly EnableDnsSupport: boolean; readonly EnableDnsHostnames: boolean } };
  };

/** Who is in an account, and what they may do. Policy documents are plain JSON here, and URL-encoded on the wire as IAM does it. */
export interface IamFixture {
  readonly UserDetailList?: readonly Stored<UserDetail>[];
  readonly GroupDetailList?: readonly Stored<GroupDetail>[];
  readonly RoleDetailList?: readonly Stored<RoleDetail>[];
  readonly Policies?: readonly Stored<ManagedPolicyDetail>[];
}

/** A whole AWS account, as the loopback AWS serves it and as `fixtures/accounts/` keeps it. */
export interface AccountFixture {
  /** Twelve digits. */
  readonly account: string;
  readonly partition: string;
  /** Who the credentials of this account are. */
  readonly callerArn: string;
  /** The same in every Region. */
  readonly iam?: IamFixture;
  /** Private zones, which belong to no Region. */
  readonly hostedZones?: readonly HostedZoneFixture[];
  /** Of every Region, and those of other accounts that its workloads name. */
  readonly buckets?: readonly BucketFixture[];
  /** Absent where the account is in none. */
  readonly organization?: OrganizationFixture;
  /** A Region that is not named here exists, and is empty. */
  readonly regions: { readonly [region: string]: RegionFixture };
}

/** Reads an account from a JSON file, without checking it: that is what `validateAccount` is for. */
export function loadAccount(path: string | URL): AccountFixture {
  return JSON.parse(readFileSync(path, 'utf8')) as AccountFixture;
}

/** The bundled demo account. */
export const demoAccountPath = new URL('../../../fixtures/accounts/demo.json', import.meta.url);
