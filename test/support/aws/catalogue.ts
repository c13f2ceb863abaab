import type { NormalizedSchema } from '@smithy/core/schema';
import type { CollectionName } from './account.ts';
import { operationShapes, requiredMembers } from './services.ts';

/** A SageMaker resource: a List that names it and a Describe that explains it. */
export interface SageMakerResource {
  readonly service: 'sagemaker';
  readonly list: string;
  readonly describe: string;
  /** What the List sorts by when it is not told, as AWS documents it. */
  readonly sort: readonly [by: string, order: 'Ascending' | 'Descending'];
  /** What Describe says where there is no such resource; every operation has words of its own. */
  readonly notFound: (arn: string) => string;
  /** The error's name where it is not ValidationException. */
  readonly notFoundCode?: string;
  /** How the resource's name stands in its ARN, such as `endpoint-config`. */
  readonly arnType: string;
  /** The member of the description that holds the resource, where it is not the whole answer. */
  readonly holder?: string;
  /** The members that tell one from another, where that takes more than a Describe must be given. */
  readonly keys?: readonly string[];
  /** Members that the List filters or sorts by under another name than the resource gives them. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** An EC2 resource: one Describe that lists whole resources. */
export interface Ec2Resource {
  readonly service: 'ec2';
  readonly describe: string;
  readonly id: string;
  /** The members that tell one from another, where that takes more than the id. */
  readonly keys?: readonly string[];
  /** The input member that asks for resources by id. */
  readonly ids: string;
  /** The error for an id that does not exist. */
  readonly notFound: string;
  readonly pageSize: { readonly min: number; readonly max: number; readonly clamp?: boolean };
}

export type Resource = SageMakerResource | Ec2Resource;

/**
 * A SageMaker resource by the noun of its operations: `Model` is listed by ListModels and described by DescribeModel.
 * What is not said is what most of them do.
 */
function sagemaker(noun: string, unusual: Partial<SageMakerResource> = {}): SageMakerResource {
  const kebab = noun.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return {
    service: 'sagemaker',
    list: `List${noun}s`,
    describe: `Describe${noun}`,
    sort: ['CreationTime', 'Descending'],
    notFound: (arn) => `Could not find ${kebab.replaceAll('-', ' ')} "${arn}".`,
    arnType: kebab,
    ...unusual,
  };
}

/** An EC2 resource by its operation and the member that identifies it; its pages hold 5 to 1000 unless said otherwise. */
function ec2(describe: string, id: string, notFound: string, pageSize: Ec2Resource['pageSize'] = { min: 5, max: 1000 }): Ec2Resource {
  return { service: 'ec2', describe, id, ids: `${id}s`, notFound, pageSize };
}

/** What the lists of monitoring job definitions call otherwise than their descriptions. */
const definitionAliases = {
  MonitoringJobDefinitionName: 'JobDefinitionName',
  MonitoringJobDefinitionArn: 'JobDefinitionArn',
};

/** Every kind of resource that the loopback AWS serves. A new kind is one line here and one in `ResourceTypes`. */
export const catalogue: { readonly [K in CollectionName]: Resource } = {
  NotebookInstances: sagemaker('NotebookInstance', { sort: ['Name', 'Ascending'], notFound: () => 'RecordNotFound' }),
  TrainingJobs: sagemaker('TrainingJob', {
    sort: ['CreationTime', 'Ascending'],
    notFound: () => 'Requested resource not found.',
    aliases: { WarmPoolStatus: 'WarmPoolStatus.Status', TrainingPlanArn: 'ResourceConfig.TrainingPlanArn' },
  }),
  Models: sagemaker('Model'),
  EndpointConfigs: sagemaker('EndpointConfig', { notFound: (arn) => `Could not find endpoint configuration "${arn}".` }),
  Endpoints: sagemaker('Endpoint'),
  ProcessingJobs: sagemaker('ProcessingJob', { sort: ['CreationTime', 'Ascending'] }),
  TransformJobs: sagemaker('TransformJob'),
  HyperParameterTuningJobs: sagemaker('HyperParameterTuningJob', { sort: ['Name', 'Ascending'] }),
  AutoMLJobs: sagemaker('AutoMLJob', {
    describe: 'DescribeAutoMLJobV2',
    sort: ['Name', 'Descending'],
    arnType: 'automl-job',
    aliases: { Status: 'AutoMLJobStatus' },
  }),
  DataQualityJobDefinitions: sagemaker('DataQualityJobDefinition', { aliases: definitionAliases }),
  ModelBiasJobDefinitions: sagemaker('ModelBiasJobDefinition', { aliases: definitionAliases }),
  ModelExplainabilityJobDefinitions: sagemaker('ModelExplainabilityJobDefinition', { aliases: definitionAliases }),
  ModelQualityJobDefinitions: sagemaker('ModelQualityJobDefinition', { aliases: definitionAliases }),
  MonitoringSchedules: sagemaker('MonitoringSchedule', {
    aliases: { MonitoringJobDefinitionName: 'MonitoringScheduleConfig.MonitoringJobDefinitionName' },
  }),
  CompilationJobs: sagemaker('CompilationJob', { sort: ['CreationTime', 'Ascending'] }),
  OptimizationJobs: sagemaker('OptimizationJob', { sort: ['CreationTime', 'Ascending'] }),
  InferenceRecommendationsJobs: sagemaker('InferenceRecommendationsJob', { aliases: { Status: 'Status' } }),
  AIBenchmarkJobs: sagemaker('AIBenchmarkJob', {
    arnType: 'ai-benchmark-job',
    aliases: { AIWorkloadConfigName: 'AIWorkloadConfigIdentifier' },
  }),
  Jobs: sagemaker('Job', { aliases: { JobSecondaryStatus: 'SecondaryStatus' } }),
  LabelingJobs: sagemaker('LabelingJob', {
    sort: ['CreationTime', 'Ascending'],
    aliases: { WorkteamArn: 'HumanTaskConfig.WorkteamArn' },
  }),
  InferenceComponents: sagemaker('InferenceComponent'),
  Domains: sagemaker('Domain', {
    notFound: (arn) => `Domain [${arn.split('/').at(-1)}] does not exist.`,
    notFoundCode: 'ResourceNotFound',
    aliases: { Status: 'Status' },
  }),
  UserProfiles: sagemaker('UserProfile', {
    sort: ['CreationTime', 'Ascending'],
    notFound: (arn) => `UserProfile [${arn.split('/').at(-1)}] does not exist.`,
    notFoundCode: 'ResourceNotFound',
    aliases: { Status: 'Status' },
  }),
  Spaces: sagemaker('Space', {
    sort: ['CreationTime', 'Ascending'],
    notFound: (arn) => `Space [${arn.split('/').at(-1)}] does not exist.`,
    notFoundCode: 'ResourceNotFound',
    aliases: {
      Status: 'Status',
      SpaceSettingsSummary: 'SpaceSettings',
      SpaceSharingSettingsSummary: 'SpaceSharingSettings',
      OwnershipSettingsSummary: 'OwnershipSettings',
    },
  }),
  NotebookInstanceLifecycleConfigs: sagemaker('NotebookInstanceLifecycleConfig', { notFound: () => 'RecordNotFound' }),
  StudioLifecycleConfigs: sagemaker('StudioLifecycleConfig', { notFoundCode: 'ResourceNotFound' }),
  CodeRepositories: sagemaker('CodeRepository', { list: 'ListCodeRepositories', sort: ['Name', 'Ascending'] }),
  AppImageConfigs: sagemaker('AppImageConfig', { notFoundCode: 'ResourceNotFound' }),
  Pipelines: sagemaker('Pipeline', { notFoundCode: 'ResourceNotFound' }),
  FeatureGroups: sagemaker('FeatureGroup', { notFoundCode: 'ResourceNotFound' }),
  InferenceExperiments: sagemaker('InferenceExperiment', { notFoundCode: 'ResourceNotFound', aliases: { Status: 'Status' } }),
  Clusters: sagemaker('Cluster', { sort: ['CreationTime', 'Ascending'], notFoundCode: 'ResourceNotFound' }),
  Workforces: sagemaker('Workforce', {
    sort: ['Name', 'Ascending'],
    holder: 'Workforce',
    aliases: { CreateDate: 'CreateDate' },
  }),
  // A user's or a space's: one of the two has to be given.
  Apps: sagemaker('App', {
    sort: ['CreationTime', 'Ascending'],
    notFoundCode: 'ResourceNotFound',
    keys: ['DomainId', 'UserProfileName', 'SpaceName', 'AppType', 'AppName'],
    aliases: { Status: 'Status' },
  }),
  Workteams: sagemaker('Workteam', {
    sort: ['Name', 'Ascending'],
    holder: 'Workteam',
    aliases: { CreateDate: 'CreateDate' },
  }),
  FlowDefinitions: sagemaker('FlowDefinition', { notFoundCode: 'ResourceNotFound' }),
  MlflowTrackingServers: sagemaker('MlflowTrackingServer', { notFoundCode: 'ResourceNotFound' }),
  MlflowApps: sagemaker('MlflowApp', { notFoundCode: 'ResourceNotFound', aliases: { Status: 'Status' } }),
  PartnerApps: sagemaker('PartnerApp', { notFoundCode: 'ResourceNotFound', aliases: { Status: 'Status' } }),
  Vpcs: ec2('DescribeVpcs', 'VpcId', 'InvalidVpcID.NotFound'),
  Subnets: ec2('DescribeSubnets', 'SubnetId', 'InvalidSubnetID.NotFound'),
  RouteTables: ec2('DescribeRouteTables', 'RouteTableId', 'InvalidRouteTableID.NotFound', { min: 5, max: 100 }),
  SecurityGroups: ec2('DescribeSecurityGroups', 'GroupId', 'InvalidGroup.NotFound'),
  PrefixLists: ec2('DescribeManagedPrefixLists', 'PrefixListId', 'InvalidPrefixListID.NotFound', { min: 1, max: 100 }),
  NetworkAcls: ec2('DescribeNetworkAcls', 'NetworkAclId', 'InvalidNetworkAclID.NotFound'),
  InternetGateways: ec2('DescribeInternetGateways', 'InternetGatewayId', 'InvalidInternetGatewayID.NotFound'),
  EgressOnlyInternetGateways: ec2(
    'DescribeEgressOnlyInternetGateways',
    'EgressOnlyInternetGatewayId',
    'InvalidEgressOnlyInternetGatewayId.NotFound',
    { min: 5, max: 255 },
  ),
  NatGateways: ec2('DescribeNatGateways', 'NatGatewayId', 'NatGatewayNotFound'),
  NetworkInterfaces: ec2('DescribeNetworkInterfaces', 'NetworkInterfaceId', 'InvalidNetworkInterfaceID.NotFound'),
  FlowLogs: ec2('DescribeFlowLogs', 'FlowLogId', 'InvalidFlowLogId.NotFound'),
  VpcEndpoints: ec2('DescribeVpcEndpoints', 'VpcEndpointId', 'InvalidVpcEndpointId.NotFound', { min: 1, max: 1000, clamp: true }),
  VpcPeeringConnections: ec2('DescribeVpcPeeringConnections', 'VpcPeeringConnectionId', 'InvalidVpcPeeringConnectionID.NotFound'),
  TransitGateways: ec2('DescribeTransitGateways', 'TransitGatewayId', 'InvalidTransitGatewayID.NotFound'),
  TransitGatewayAttachments: ec2(
    'DescribeTransitGatewayAttachments',
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
  ),
  TransitGatewayVpcAttachments: ec2(
    'DescribeTransitGatewayVpcAttachments',
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
  ),
  TransitGatewayPeeringAttachments: ec2(
    'DescribeTransitGatewayPeeringAttachments',
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
  ),
  TransitGatewayRouteTables: ec2('DescribeTransitGatewayRouteTables', 'TransitGatewayRouteTableId', 'InvalidRouteTableID.NotFound'),
  CarrierGateways: ec2('DescribeCarrierGateways', 'CarrierGatewayId', 'InvalidCarrierGatewayID.NotFound'),
  VpcBlockPublicAccessExclusions: ec2(
    'DescribeVpcBlockPublicAccessExclusions',
    'ExclusionId',
    'InvalidVpcBlockPublicAccessExclusionId.NotFound',
  ),
  DhcpOptions: ec2('DescribeDhcpOptions', 'DhcpOptionsId', 'InvalidDhcpOptionID.NotFound'),
  // Asked for by filter alone.
  SecurityGroupVpcAssociations: { ...ec2('DescribeSecurityGroupVpcAssociations', 'GroupId', ''), keys: ['GroupId', 'VpcId'] },
};

export const collectionNames = Object.keys(catalogue) as readonly CollectionName[];

/** The SDK's schema of one resource of a collection. */
export function resourceShape(collection: CollectionName): NormalizedSchema {
  const resource = catalogue[collection];
  const { output } = shapesOf(resource.service, resource.describe);
  if (resource.service === 'ec2') return listMember(output).element;
  return resource.holder === undefined ? output : output.getMemberSchema(resource.holder);
}

/** The members that tell one resource of a collection from another, such as `NotebookInstanceName`. */
export function keyMembers(collection: CollectionName): readonly string[] {
  const resource = catalogue[collection];
  return resource.keys ?? requiredKeys(collection);
}

/** Those that every resource has. */
export function requiredKeys(collection: CollectionName): readonly string[] {
  const resource = catalogue[collection];
  return resource.service === 'ec2' ? (resource.keys ?? [resource.id]) : describeKeys(resource.describe);
}

/** What a Describe must be given; a few shapes mark nothing as required although there is only one thing to give. */
function describeKeys(describe: string): readonly string[] {
  const { input } = shapesOf('sagemaker', describe);
  const required = requiredMembers(input);
  return required.length > 0 ? required : [...input.structIterator()].map(([name]) => name);
}

/** The member of a List's output that holds the resources, and the schema of each. */
export function listMember(output: NormalizedSchema): { readonly name: string; readonly element: NormalizedSchema } {
  for (const [name, member] of output.structIterator()) {
    if (member.isListSchema() && member.getValueSchema().isStructSchema()) return { name, element: member.getValueSchema() };
  }
  throw new Error(`${output.getName() ?? 'the output'} holds no list of structures`);
}

/** @throws where the SDK does not know the operation: a misspelt line in the catalogue. */
export function shapesOf(service: 'sagemaker' | 'ec2' | 'iam', operation: string): NonNullable<ReturnType<typeof operationShapes>> {
  const shapes = operationShapes(service, operation);
  if (shapes === undefined) throw new Error(`${service} has no operation ${operation}`);
  return shapes;
}
