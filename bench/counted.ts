import type { SectionName } from '../src/inventory/sections.ts';
import type { RegionFixture } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { countedBuckets } from './counted-buckets.ts';
import { countedFileSystems } from './counted-file-systems.ts';
import { countedFronts } from './counted-fronts.ts';
import { countedNetwork } from './counted-network.ts';
import { described, id, listed, names, pages, searched, type Counted } from './fewest.ts';

/** A domain, without which there are neither profiles nor spaces. */
const domainFor = (count: number): RegionFixture => ({ Domains: count === 0 ? [] : [build.domain('d-1')] });

const describedInDomain: Pick<Counted, 'fewest' | 'why'> = {
  fewest: (count) => (count === 0 ? 1 : 2 + described.fewest(count)),
  why: 'the domains, listed and described; where there is one, a list of 100 names and the descriptions',
};

/** Each collector with something to count; one that is not here is an error. */
export const counted: { readonly [K in SectionName]?: Counted } = {
  notebookInstances: { ...described, fill: (count) => ({ NotebookInstances: names(count, 'nb').map((name) => build.notebook(name)) }) },
  trainingJobs: { ...searched, fill: (count) => ({ TrainingJobs: names(count, 'job').map((name) => build.trainingJob(name)) }) },
  models: { ...searched, fill: (count) => ({ Models: names(count, 'model').map((name) => build.model(name)) }) },
  endpointConfigs: {
    ...described,
    fill: (count) => ({ EndpointConfigs: names(count, 'config').map((name) => build.endpointConfig(name)) }),
  },
  endpoints: { ...described, fill: (count) => ({ Endpoints: names(count, 'endpoint').map((name) => build.endpoint(name)) }) },
  processingJobs: { ...described, fill: (count) => ({ ProcessingJobs: names(count, 'n').map((name) => build.processingJob(name)) }) },
  transformJobs: { ...described, fill: (count) => ({ TransformJobs: names(count, 'n').map((name) => build.transformJob(name)) }) },
  hyperParameterTuningJobs: {
    ...searched,
    fill: (count) => ({ HyperParameterTuningJobs: names(count, 'n').map((name) => build.tuningJob(name)) }),
  },
  autoMLJobs: { ...described, fill: (count) => ({ AutoMLJobs: names(count, 'n').map((name) => build.autoMLJob(name)) }) },
  dataQualityJobDefinitions: {
    ...described,
    fill: (count) => ({ DataQualityJobDefinitions: names(count, 'n').map((name) => build.dataQualityDefinition(name)) }),
  },
  modelBiasJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelBiasJobDefinitions: names(count, 'n').map((name) => build.modelBiasDefinition(name)) }),
  },
  modelExplainabilityJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelExplainabilityJobDefinitions: names(count, 'n').map((name) => build.modelExplainabilityDefinition(name)) }),
  },
  modelQualityJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelQualityJobDefinitions: names(count, 'n').map((name) => build.modelQualityDefinition(name)) }),
  },
  monitoringSchedules: {
    ...described,
    fill: (count) => ({ MonitoringSchedules: names(count, 'n').map((name) => build.monitoringSchedule(name)) }),
  },
  compilationJobs: { ...described, fill: (count) => ({ CompilationJobs: names(count, 'n').map((name) => build.compilationJob(name)) }) },
  optimizationJobs: { ...described, fill: (count) => ({ OptimizationJobs: names(count, 'n').map((name) => build.optimizationJob(name)) }) },
  inferenceRecommendationsJobs: {
    ...described,
    fill: (count) => ({ InferenceRecommendationsJobs: names(count, 'n').map((name) => build.inferenceRecommendationsJob(name)) }),
  },
  aiBenchmarkJobs: { ...described, fill: (count) => ({ AIBenchmarkJobs: names(count, 'n').map((name) => build.aiBenchmarkJob(name)) }) },
  labelingJobs: { ...described, fill: (count) => ({ LabelingJobs: names(count, 'n').map((name) => build.labelingJob(name)) }) },
  inferenceComponents: {
    fill: (count) => ({
      Endpoints: count === 0 ? [] : [build.endpoint('front')],
      InferenceComponents: names(count, 'n').map((name) => build.inferenceComponent(name)),
    }),
    fewest: (count) => (count === 0 ? 1 : 2 + described.fewest(count)),
    why: 'the endpoints, listed and described; where there is one, a list of 100 names and the descriptions',
  },
  jobs: {
    fill: (count) => ({ Jobs: names(count, 'n').map((name) => build.job(name)) }),
    fewest: (count) => pages(count, 100) + 1 + count,
    why: 'a list for each of two categories; all else is in the description',
  },
  studioLifecycleConfigs: {
    ...described,
    fill: (count) => ({ StudioLifecycleConfigs: names(count, 'lcc').map((name) => build.studioLifecycleConfig(name, 'true')) }),
  },
  codeRepositories: {
    ...listed(100),
    fill: (count) => ({ CodeRepositories: names(count, 'repo').map((name) => build.codeRepository(name, 'https://git.example/a.git')) }),
  },
  appImageConfigs: {
    ...listed(100),
    fill: (count) => ({ AppImageConfigs: names(count, 'image').map((name) => ({ AppImageConfigName: name })) }),
  },
  pipelines: { ...described, fill: (count) => ({ Pipelines: names(count, 'pipeline').map((name) => build.pipeline(name)) }) },
  featureGroups: { ...described, fill: (count) => ({ FeatureGroups: names(count, 'group').map((name) => build.featureGroup(name)) }) },
  inferenceExperiments: {
    ...described,
    fill: (count) => ({ InferenceExperiments: names(count, 'experiment').map((name) => build.inferenceExperiment(name)) }),
  },
  clusters: { ...described, fill: (count) => ({ Clusters: names(count, 'cluster').map((name) => build.cluster(name)) }) },
  workforces: { ...listed(100), fill: (count) => ({ Workforces: names(count, 'force').map((name) => build.workforce(name)) }) },
  domains: { ...described, fill: (count) => ({ Domains: names(count, 'd').map((name) => build.domain(name)) }) },
  userProfiles: {
    ...describedInDomain,
    fill: (count) => ({ ...domainFor(count), UserProfiles: names(count, 'user').map((name) => build.userProfile('d-1', name)) }),
  },
  spaces: {
    ...describedInDomain,
    fill: (count) => ({ ...domainFor(count), Spaces: names(count, 'space').map((name) => build.space('d-1', name)) }),
  },
  apps: {
    fill: (count) => ({ Domains: [build.domain('d-1')], Apps: names(count, 'app').map((name) => build.app('d-1', name)) }),
    fewest: (count) => pages(count, 100) + 2,
    why: 'the list alone, where the domains, listed and described, say that there may be some',
  },
  workteams: {
    fill: (count) => ({ Workforces: [build.workforce('private')], Workteams: names(count, 'team').map((name) => build.workteam(name)) }),
    fewest: (count) => pages(count, 100) + 1,
    why: 'the list alone, where the list of workforces says that there may be some',
  },
  flowDefinitions: { ...described, fill: (count) => ({ FlowDefinitions: names(count, 'flow').map((name) => build.flowDefinition(name)) }) },
  mlflowTrackingServers: {
    ...described,
    fill: (count) => ({ MlflowTrackingServers: names(count, 'server').map((name) => build.mlflowTrackingServer(name)) }),
  },
  mlflowApps: { ...described, fill: (count) => ({ MlflowApps: names(count, 'A').map((name) => build.mlflowApp(name)) }) },
  partnerApps: { ...described, fill: (count) => ({ PartnerApps: names(count, 'A').map((name) => build.partnerApp(name)) }) },
  notebookLifecycleConfigs: {
    ...described,
    fill: (count) => ({ NotebookInstanceLifecycleConfigs: names(count, 'lcc').map((name) => build.lifecycleConfig(name, 'true')) }),
  },
  vpcs: { ...listed(1000), fill: (count) => ({ Vpcs: Array.from({ length: count }, (_, at) => build.vpc(id('vpc', at))) }) },
  vpcDnsAttributes: {
    fill: (count) => ({ Vpcs: Array.from({ length: count }, (_, at) => build.vpc(id('vpc', at))) }),
    fewest: (count) => 2 * count,
    why: 'one call for each of two attributes of a VPC',
  },
  subnets: { ...listed(1000), fill: (count) => ({ Subnets: Array.from({ length: count }, (_, at) => build.subnet(id('subnet', at))) }) },
  routeTables: {
    ...listed(100),
    fill: (count) => ({ RouteTables: Array.from({ length: count }, (_, at) => build.routeTable(id('rtb', at))) }),
  },
  securityGroups: {
    ...listed(1000),
    fill: (count) => ({ SecurityGroups: Array.from({ length: count }, (_, at) => build.securityGroup(id('sg', at))) }),
  },
  networkAcls: { ...listed(1000), fill: (count) => ({ NetworkAcls: names(count, 'acl').map((NetworkAclId) => ({ NetworkAclId })) }) },
  internetGateways: {
    ...listed(1000),
    fill: (count) => ({ InternetGateways: names(count, 'igw').map((InternetGatewayId) => ({ InternetGatewayId })) }),
  },
  egressOnlyInternetGateways: {
    fewest: (count) => 1 + pages(count, 255),
    why: 'routes, which lead to one; then a list of 255',
    fill: (count) => ({
      RouteTables: [build.routeTable('rtb-1', { Routes: [build.route('::/0', { EgressOnlyInternetGatewayId: 'eigw-0' })] })],
      EgressOnlyInternetGateways: names(count, 'eigw').map((EgressOnlyInternetGatewayId) => ({ EgressOnlyInternetGatewayId })),
    }),
  },
  natGateways: { ...listed(1000), fill: (count) => ({ NatGateways: names(count, 'nat').map((NatGatewayId) => ({ NatGatewayId })) }) },
  networkInterfaces: {
    ...listed(1000),
    fill: (count) => ({ NetworkInterfaces: names(count, 'eni').map((NetworkInterfaceId) => ({ NetworkInterfaceId })) }),
  },
  flowLogs: { ...listed(1000), fill: (count) => ({ FlowLogs: names(count, 'fl').map((FlowLogId) => ({ FlowLogId })) }) },
  vpcEndpoints: {
    ...listed(1000),
    fill: (count) => ({
      VpcEndpoints: names(count, 'vpce').map((VpcEndpointId) => ({ ...build.vpcEndpoint('sagemaker.api'), VpcEndpointId })),
    }),
  },
  ...countedNetwork,
  ...countedBuckets,
  ...countedFileSystems,
  ...countedFronts,
};
